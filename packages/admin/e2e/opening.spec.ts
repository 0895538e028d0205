import { expect, test } from '@klankbord/server/testing/fixtures'
import { signIn } from './signed-in.ts'

test('what a page shows is named with the page, and asked for once', async ({ page, product }) => {
  await signIn(page, product)
  for (const path of ['/admin/goals', '/admin/goals/coverage']) {
    // The page before can still be asking.
    await page.goto('about:blank')
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url().replace(product.url, '')))
    // What stands around the page is asked for last.
    const last = page.waitForResponse(`${product.url}/api/v1/notifications/count`)
    const answer = await page.goto(product.url + path)
    await last
    page.removeAllListeners('request')
    const named = [...(answer?.headers().link ?? '').matchAll(/<(\/api\/[^>]+)>/g)].map(([, address]) => address as string)
    expect(named.length).toBeGreaterThan(1)
    expect(named.map((address) => asked.filter((one) => one === address).length)).toEqual(named.map(() => 1))
  }
})

test('a page that is opened first has the styles that it shares with the inbox', async ({ page, product }) => {
  const { body: team } = await product.api('POST', '/api/v1/teams', { name: 'Bezorging', level: 'team' })
  await product.api('POST', '/api/v1/goals', { title: 'Elk pakket op tijd', teamId: team.id })
  await signIn(page, product)
  await page.goto(`${product.url}/admin/goals`)
  const search = page.getByRole('search')
  const [field, sign] = [await search.getByRole('searchbox').boundingBox(), await search.locator('.icon').first().boundingBox()]
  expect(sign?.y).toBeGreaterThan(field?.y ?? Number.NaN)
  expect(sign?.x).toBeGreaterThan(field?.x ?? Number.NaN)
})
