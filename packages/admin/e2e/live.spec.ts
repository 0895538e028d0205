import { expect, test } from '@klankbord/server/testing/fixtures'
import { addColleague } from './colleague.ts'
import { type Company, foundCompany } from './company.ts'
import { sayMany } from './said.ts'
import { signIn } from './signed-in.ts'

// A product of its own, since what is in the list is counted.
test.use({ productEnv: { MAIL_FROM: 'Samen <samen@localhost>' } })

/** Enough to scroll. */
const SAID = 30

let company: Company

test.beforeAll(async ({ product, host }) => {
  company = await foundCompany(product, host.origin, 'samen')
  await sayMany(product, host.origin, company.siteKey, SAID, (index) => ({ kind: 'idea', message: `Idee nummer ${index}` }))
})

test('two colleagues in one inbox see what comes, who looks at what, and what the other did, without a jump under their hands', async ({
  page,
  browser,
  product,
  host,
}) => {
  await signIn(page, product)
  const list = page.getByRole('region', { name: 'Feedback', exact: true })
  const row = (words: string) => list.getByRole('listitem').filter({ hasText: words })
  const say = (message: string) =>
    product.request(
      'POST',
      `/widget/v1/sites/${company.siteKey}/feedback`,
      { kind: 'idea', message },
      { Origin: host.origin, 'Idempotency-Key': message.replaceAll(' ', '-') },
    )
  await expect(row('Idee nummer').first()).toBeVisible()

  await test.step('what a customer says comes by itself', async () => {
    await say('Een verse gedachte')
    await expect(row('Een verse gedachte')).toBeVisible()
  })

  await test.step('where one has scrolled, the list stays and tells how many came', async () => {
    const rows = list.locator('.inbox-rows')
    await rows.evaluate((element) => element.scrollTo({ top: 900 }))
    // Which item stands there, and how high: its signs may change meanwhile.
    const inSight = () =>
      rows.evaluate((element) => {
        const { top } = element.getBoundingClientRect()
        const first = [...element.querySelectorAll('li')].find((one) => one.getBoundingClientRect().bottom > top + 1)
        return first && { id: first.dataset.id, top: Math.round(first.getBoundingClientRect().top - top) }
      })
    await expect.poll(inSight).toHaveProperty('id')
    const before = await inSight()
    await say('Nog een gedachte')
    await expect(list.getByRole('button', { name: '1 nieuw' })).toBeVisible()
    expect(await inSight()).toEqual(before)
    await list.getByRole('button', { name: '1 nieuw' }).click()
    await expect(row('Nog een gedachte')).toBeInViewport()
  })

  await test.step('who looks at an item is seen beside it, and it goes when they have settled it', async () => {
    const { teamId } = (await product.api('GET', `/api/v1/goals/${company.goalId}`)).body
    const colleague = await addColleague(product, { name: 'Piet Veenstra', email: 'piet@example.nl', teams: [{ teamId, role: 'member' }] })
    const context = await browser.newContext({ locale: 'nl-NL' })
    const theirs = await context.newPage()
    await signIn(theirs, { ...product, ...colleague })
    // The key goes through what is in the list.
    await theirs.getByRole('listitem').filter({ hasText: 'Nog een gedachte' }).waitFor()
    await theirs.keyboard.press('j')
    await expect(theirs.getByRole('article')).toContainText('Nog een gedachte')
    await expect(row('Nog een gedachte')).toContainText('Piet Veenstra kijkt hiernaar')
    await theirs.keyboard.press('s')
    await expect(row('Nog een gedachte')).toHaveCount(0)
    await context.close()
  })
})
