import { expect, test } from '@klankbord/server/testing/fixtures'
import { addColleague } from './colleague.ts'
import { type Company, foundCompany } from './company.ts'
import { sayMany } from './said.ts'
import { signIn } from './signed-in.ts'

// A product of its own, since what is found is counted.
test.use({ productEnv: { MAIL_FROM: 'Vinden <vinden@localhost>' } })

/** More than the first page of a list, so that not all that is found is on screen. */
const DELIVERED_LATE = 70

let company: Company

test.beforeAll(async ({ product, host }) => {
  company = await foundCompany(product, host.origin, 'vinden')
  await sayMany(product, host.origin, company.siteKey, DELIVERED_LATE, (index) => ({ kind: 'complaint', message: `Pakket ${index} kwam te laat` }))
})

test('a list is filtered with the keyboard, kept as a view, and sent to a colleague', async ({ page, browser, product }) => {
  await signIn(page, product)
  const list = page.getByRole('region', { name: 'Feedback', exact: true })

  await test.step('f and a word set a filter, which stands in the address', async () => {
    await page.keyboard.press('f')
    await expect(page.getByRole('combobox', { name: 'Filter op …' })).toBeFocused()
    await page.keyboard.type('idee')
    await page.keyboard.press('Enter')
    await expect(list.getByRole('button', { name: 'Soort: Idee', exact: true })).toBeVisible()
    await expect(page).toHaveURL(/kind=idea/)
    await expect(list.getByRole('listitem').filter({ hasText: 'Ontvangen' })).toHaveCount(2)
  })

  await test.step('search narrows it down', async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('pomp')
    await expect(list.getByRole('listitem').filter({ hasText: 'Ontvangen' })).toHaveCount(1)
    await expect(list).toContainText('Zet een pomp buiten')
    await expect(page).toHaveURL(/q=pomp/)
  })

  await test.step('it is kept for the team', async () => {
    await list.getByRole('button', { name: 'Bewaar weergave' }).click()
    const dialog = page.getByRole('dialog', { name: 'Bewaar als weergave' })
    await dialog.getByLabel('Naam').fill('Pompen')
    await dialog.getByLabel('Wie ziet deze').selectOption({ label: 'Iedereen in Werkplaats vinden' })
    await dialog.getByRole('button', { name: 'Bewaren' }).click()
    await expect(page.getByRole('heading', { name: 'Pompen', level: 1 })).toBeVisible()
    await expect(page.getByRole('navigation').getByRole('link', { name: /^Pompen/ })).toHaveAttribute('aria-current', 'page')
  })

  await test.step('a colleague who is sent the address sees the same', async () => {
    const { teamId } = (await product.api('GET', `/api/v1/goals/${company.goalId}`)).body
    const colleague = await addColleague(product, { name: 'Piet', email: 'piet@example.nl', teams: [{ teamId, role: 'member' }] })
    const context = await browser.newContext({ locale: 'nl-NL' })
    const theirs = await context.newPage()
    await signIn(theirs, { ...product, ...colleague })
    await theirs.goto(page.url())
    await expect(theirs.getByRole('heading', { name: 'Pompen', level: 1 })).toBeVisible()
    await expect(theirs.getByRole('region', { name: 'Feedback', exact: true })).toContainText('Zet een pomp buiten')
    await context.close()
  })

  await test.step('it can be removed, and that can be undone', async () => {
    await list.getByRole('button', { name: 'Meer voor de weergave Pompen' }).click()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('navigation').getByRole('link', { name: /^Pompen/ })).toHaveCount(0)
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect(page.getByRole('navigation').getByRole('link', { name: /^Pompen/ })).toBeVisible()
  })
})

test('an act on all that a filter finds, also what is not on screen, shows how far it is and can be undone', async ({ page, product }) => {
  const inSpam = async () => (await product.api('GET', '/api/v1/feedback?status=spam&limit=200')).body.items.length
  await signIn(page, product)
  // Only the first page of the list comes, so that the number was counted and not read off the screen.
  await page.route(/\/api\/v1\/feedback\?.*cursor=/, () => undefined)
  await page.goto(`${product.url}/admin/inbox/all?kind=complaint&q=pakket`)
  const list = page.getByRole('region', { name: 'Feedback', exact: true })
  await list.getByRole('listitem').filter({ hasText: 'Pakket' }).first().waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(list.getByText('1 geselecteerd')).toBeVisible()
  await page.keyboard.press('Shift+X')
  await list.getByRole('button', { name: `Selecteer alle ${DELIVERED_LATE} die dit filter vindt` }).click()
  await expect(list.getByText(`Alle ${DELIVERED_LATE} geselecteerd`)).toBeVisible()
  await page.keyboard.press('b')
  await page.getByRole('button', { name: 'Naar spam' }).click()
  const dialog = page.getByRole('dialog', { name: 'Naar spam' })
  await expect(dialog).toContainText('Hun klanten horen niets')
  await dialog.getByRole('button', { name: `Doe dit met ${DELIVERED_LATE} berichten` }).click()

  const told = page.getByRole('region', { name: 'Naar spam' })
  await expect(told).toContainText(`${DELIVERED_LATE} berichten gedaan`)
  expect(await inSpam()).toBe(DELIVERED_LATE)
  await expect(list.getByText('Pakket')).toHaveCount(0)
  await told.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(told).toContainText(`${DELIVERED_LATE} berichten staan weer zoals ze waren`)
  expect(await inSpam()).toBe(0)
  await expect(list.getByText('Pakket').first()).toBeVisible()
})

test('the palette finds a goal, a view and an act on what is open, wherever one is', async ({ page, product }) => {
  await page.route('**/assets/palette-*.js', async (route) => {
    await new Promise((done) => setTimeout(done, 4_000))
    await route.continue()
  })
  await signIn(page, product)
  await page.goto(`${product.url}/admin/inbox/to-route/${company.unrouted[0]}`)
  await page.getByRole('article').waitFor()
  // What is typed before it is there is for it: n and o would else be keys of the inbox.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('notitie')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Notitie voor collega’s')).toBeFocused()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Vind wat dan ook' })).toBeFocused()
  await page.keyboard.type('beloofde dag vinden')
  await page.getByRole('option', { name: /^Klaar op de beloofde dag vinden/ }).waitFor()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Klaar op de beloofde dag vinden', level: 1 })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('beantwoord')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Beantwoord', level: 1 })).toBeVisible()
})
