import { expect, test } from '@klankbord/server/testing/fixtures'
import { addColleague } from './colleague.ts'
import { signIn } from './signed-in.ts'

test.use({ hasTouch: true, viewport: { width: 390, height: 800 } })

test('a goal is picked up by resting on it and put under another; who moves at once scrolls', async ({ page, product }) => {
  const { body: team } = await product.api('POST', '/api/v1/teams', { name: 'Sluis', level: 'team' })
  const lead = await addColleague(product, { name: 'Sluiswachter', email: 'sluis@doelen.example', teams: [{ teamId: team.id, role: 'lead' }] })
  for (const title of ['Sluis zonder file', 'Sluis altijd bemand'])
    await product.api('POST', '/api/v1/goals', { title, teamId: team.id, replyWithinDays: 3 })
  await signIn(page, lead)
  await page.goto(`${product.url}/admin/goals?by=goal&state=all&q=sluis`)
  const item = (title: string) => page.getByRole('treeitem').filter({ hasText: title })
  const middle = async (title: string) => {
    const box = await item(title).boundingBox()
    if (!box) throw new Error(`${title} is not in sight`)
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }
  const fingers = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: { x: number; y: number }[]) =>
    fingers.send('Input.dispatchTouchEvent', { type, touchPoints })
  await expect(item('Sluis zonder file')).toBeVisible()
  const [from, to] = [await middle('Sluis altijd bemand'), await middle('Sluis zonder file')]

  await touch('touchStart', from)
  await touch('touchMove', { x: from.x, y: from.y - 60 })
  await touch('touchEnd')
  await expect(page.locator('[data-moving]')).toHaveCount(0)

  const there = await middle('Sluis altijd bemand')
  await touch('touchStart', there)
  await expect(page.locator('.tree-area[data-moving]')).toBeVisible()
  const place = await middle('Sluis zonder file')
  await touch('touchMove', { x: place.x, y: (there.y + place.y) / 2 })
  // What comes up for who moves may shift the tree: the finger follows it.
  await expect(async () => {
    await touch('touchMove', await middle('Sluis zonder file'))
    await expect(item('Sluis zonder file')).toHaveAttribute('data-over', 'true', { timeout: 500 })
  }).toPass({ timeout: 10_000 })
  await touch('touchEnd')
  await expect(item('Sluis altijd bemand')).toHaveAttribute('aria-level', '2')
  await expect(page).toHaveURL(/admin\/goals\?/)
  expect(to.y).not.toBe(from.y)
})
