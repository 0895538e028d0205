import type { Product } from '@klankbord/server/testing'
import { expect, test } from '@klankbord/server/testing/fixtures'
import type { Page } from '@playwright/test'
import { type Company, foundCompany } from './company.ts'
import { signIn } from './signed-in.ts'

// A product of its own, since what people decide here is learned from.
test.use({ productEnv: { LOG_LEVEL: 'info' } })

let company: Company

test.beforeAll(async ({ product, host }) => {
  company = await foundCompany(product, host.origin, 'routering')
})

/** What a customer says; gives back the item's id. */
async function say(product: Product, origin: string, message: string): Promise<string> {
  const answer = await product.request(
    'POST',
    `/widget/v1/sites/${company.siteKey}/feedback`,
    { kind: 'idea', message, locale: 'nl' },
    { Origin: origin, 'Idempotency-Key': crypto.randomUUID() },
  )
  expect(answer.status).toBe(201)
  return answer.body.id
}

const newGoal = async (product: Product, title: string): Promise<{ id: string }> => {
  const { teamId } = (await product.api('GET', `/api/v1/goals/${company.goalId}`)).body
  return (await product.api('POST', '/api/v1/goals', { title, teamId })).body
}

async function chooseGoal(page: Page, label: string, words: string) {
  const goal = page.getByRole('dialog').getByRole('combobox', { name: label })
  await goal.fill(words)
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1)
  await goal.press('Enter')
}

test('an admin writes a rule, sees what it would do, tries it, moves it with the keyboard and takes it back', async ({ page, product, host }) => {
  await say(product, host.origin, 'De bandenpomp bij de ingang is stuk.')
  await signIn(page, product)
  await page.goto(`${product.url}/admin/settings/routing`)
  const rules = page.getByRole('main').getByRole('listitem').filter({ hasText: 'gaat het naar' })
  await expect(rules).toHaveCount(1)

  await test.step('while it is written it says what fits, and a try says what would go elsewhere', async () => {
    await page.getByRole('button', { name: 'Regel toevoegen' }).click()
    const dialog = page.getByRole('dialog', { name: 'Nieuwe regel' })
    await dialog.getByLabel('Waarmee').fill('bandenpomp')
    const live = dialog.getByRole('complementary', { name: 'Wat deze regel zou doen' })
    await expect(live).toContainText(/past op 1 van de laatste \d+/)
    await expect(live).toContainText('De bandenpomp bij de ingang is stuk.')
    await chooseGoal(page, 'gaat het naar', 'beloofde dag routering')
    await dialog.getByRole('button', { name: 'Probeer op de laatste 1.000' }).click()
    await expect(live.getByRole('row').filter({ hasText: 'Toe te wijzen' })).toContainText('Klaar op de beloofde dag routering')
    await expect(rules).toHaveCount(1)
    await dialog.getByRole('button', { name: 'Regel toevoegen' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Regel toegevoegd.' })).toBeVisible()
    await expect(rules).toHaveCount(2)
    await expect(rules.last()).toContainText('het bericht bevat het woord “bandenpomp”')
  })

  await test.step('a pattern that can’t be read is told at its field', async () => {
    await page.getByRole('button', { name: 'Regel toevoegen' }).click()
    const dialog = page.getByRole('dialog', { name: 'Nieuwe regel' })
    await dialog.getByLabel('Hoe vergelijken').selectOption('matches')
    await dialog.getByLabel('Waarmee').fill('pomp(')
    await expect(dialog.getByLabel('Waarmee')).toHaveAttribute('aria-invalid', 'true')
    await page.keyboard.press('Escape')
  })

  await test.step('a rule that is never reached says which one is in its way', async () => {
    await page.getByRole('button', { name: 'Regel toevoegen' }).click()
    const dialog = page.getByRole('dialog', { name: 'Nieuwe regel' })
    await dialog.getByLabel('Waarmee').fill('reparatie')
    await dialog.getByRole('button', { name: 'Voorwaarde toevoegen' }).click()
    const second = dialog.getByRole('group', { name: 'Voorwaarde 2' })
    await second.getByLabel('Waar naar kijken').selectOption('kind')
    await second.getByLabel('Waarmee').selectOption('complaint')
    await expect(dialog.getByText('Komt nooit aan de beurt: regel 1 neemt al deze berichten.')).toBeVisible()
    await chooseGoal(page, 'gaat het naar', 'beloofde dag routering')
    await dialog.getByRole('button', { name: 'Regel toevoegen' }).click()
    await expect(rules.last()).toContainText('Komt nooit aan de beurt: regel 1 neemt al deze berichten.')
  })

  await test.step('it is moved with the keyboard, and the focus goes along', async () => {
    await page.getByRole('button', { name: 'Regel 2 omhoog' }).press('Enter')
    await expect(rules.first()).toContainText('bandenpomp')
    await expect(page.getByRole('button', { name: 'Regel 1 omlaag' })).toBeFocused()
    await page.getByRole('status').filter({ hasText: 'Nu regel 1.' }).getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect(rules.first()).toContainText('reparatie')
  })

  await test.step('what is removed comes back, and every version tells what changed', async () => {
    await page.getByRole('button', { name: 'Regel 2 verwijderen' }).click()
    await expect(rules).toHaveCount(2)
    await page.getByRole('status').filter({ hasText: 'Regel verwijderd' }).getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect(rules).toHaveCount(3)
    await page.getByRole('button', { name: 'Eerdere versies' }).click()
    const versions = page.getByRole('dialog', { name: 'Eerdere versies' })
    await expect(versions.getByText(/^Versie \d+ is teruggehaald$/)).toHaveCount(2)
    await expect(versions.getByRole('listitem').filter({ hasText: 'Een regel is verwijderd' }).first()).toContainText('bandenpomp')
  })
})

test('what a colleague decides is learned: the next item like it comes with that goal, and says why', async ({ page, product, host }) => {
  test.setTimeout(120_000)
  const soup = await newGoal(product, 'Warm eten in de kantine')
  const first = await say(product, host.origin, 'De erwtensoep in de kantine was lauw.')
  await signIn(page, product)
  await page.goto(`${product.url}/admin/inbox/to-route/${first}`)
  const item = page.getByRole('article')
  await expect(item).toContainText('erwtensoep')
  await page.keyboard.press('g')
  await chooseGoal(page, 'Doel', 'Warm eten in de kantine')
  await page.getByRole('button', { name: 'Zet het daar' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Nu bij: Warm eten in de kantine' })).toBeVisible()

  const second = await say(product, host.origin, 'Alweer lauwe erwtensoep in de kantine, jammer.')
  await expect
    .poll(
      async () => {
        const { body } = await product.api('GET', `/api/v1/feedback/${second}/suggestion`)
        return [body?.candidates[0]?.goalId, body?.similar.some(({ id }: { id: string }) => id === first)]
      },
      { timeout: 60_000 },
    )
    .toEqual([soup.id, true])
  await page.goto(`${product.url}/admin/inbox/to-route/${second}`)
  const best = item.getByRole('button', { name: /^Warm eten in de kantine/ })
  await expect(best).toContainText('%')
  await expect(item).toContainText('De woorden die ervoor spraken:')
  await expect(item.locator('blockquote mark').first()).toBeVisible()
  await item.getByText(/^Lijkt op/).click()
  await expect(item.getByRole('link', { name: 'De erwtensoep in de kantine was lauw.' }).first()).toBeVisible()
  await expect(item).toContainText('ging naar Warm eten in de kantine')

  await test.step('a number takes it, and the item says who chose', async () => {
    await page.keyboard.press('1')
    await expect(page.getByRole('status').filter({ hasText: 'Nu bij: Warm eten in de kantine' })).toBeVisible()
    expect((await product.api('GET', `/api/v1/feedback/${second}`)).body).toMatchObject({ goal: { id: soup.id }, routing: { method: 'person' } })
  })
})

test('what waits for a goal is seen in themes: one is routed together, one is made a goal', async ({ page, product, host }) => {
  test.setTimeout(120_000)
  const heated = await newGoal(product, 'Een warme stalling in de winter')
  for (const message of [
    'De verlichting in de fietsenkelder flikkert de hele avond.',
    'In de fietsenkelder flikkert de verlichting, heel vervelend.',
    'Flikkerende verlichting in de fietsenkelder, doe er wat aan.',
  ])
    await say(product, host.origin, message)
  const cold: string[] = []
  for (const message of ['De wachtruimte heeft ijskoude stoelen van metaal.', 'IJskoude metalen stoelen in de wachtruimte, brr.'])
    cold.push(await say(product, host.origin, message))
  await signIn(page, product)
  await page.getByRole('link', { name: 'Thema’s' }).click()
  await expect(page.getByRole('heading', { name: 'Thema’s in “Toe te wijzen”' })).toBeVisible()

  await test.step('a theme is answered together: the outcome begins with all of its items', async () => {
    const theme = page.getByRole('article').filter({ hasText: 'fietsenkelder' })
    await theme.getByRole('link', { name: /^Samen beantwoorden: 3 over/ }).click()
    await expect(page.getByRole('region', { name: 'Wat het beantwoordt' }).getByRole('listitem')).toHaveCount(3)
    await page.goBack()
  })

  await test.step('all of a theme go to a goal at once, and it tells how many', async () => {
    const theme = page.getByRole('article').filter({ hasText: 'wachtruimte' })
    await theme.getByRole('button', { name: /^Kies een doel voor/ }).click()
    await chooseGoal(page, 'Doel', 'Een warme stalling')
    await page.getByRole('button', { name: 'Wijs alle 2 toe' }).click()
    await expect(page.getByRole('status').filter({ hasText: '2 berichten zijn nu bij: Een warme stalling in de winter' })).toBeVisible()
    await expect(theme).toHaveCount(0)
    for (const id of cold) expect((await product.api('GET', `/api/v1/feedback/${id}`)).body.goal.id).toBe(heated.id)
  })

  await test.step('a theme without a goal is proposed as one, with its items as the reason', async () => {
    await page
      .getByRole('article')
      .filter({ hasText: 'fietsenkelder' })
      .getByRole('button', { name: /^Maak een doel van/ })
      .click()
    const dialog = page.getByRole('dialog', { name: 'Voorstellen als doel' })
    await expect(dialog).toContainText('Deze 3 stemmen zijn de reden')
    await dialog.getByLabel('Wat wil je bereiken?').fill('Goed licht in de fietsenkelder')
    const team = dialog.getByRole('combobox', { name: 'Voor welk team of welke laag?' })
    await team.fill('Werkplaats routering')
    await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1)
    await team.press('Enter')
    await dialog.getByRole('button', { name: 'Voorstellen' }).click()
    await expect(page.getByRole('status').filter({ hasText: /^(Het doel staat|Voorgesteld voor)/ })).toBeVisible()
    const { goals } = (await product.api('GET', '/api/v1/goals/tree')).body
    expect(goals.map(({ title }: { title: string }) => title)).toContain('Goed licht in de fietsenkelder')
  })
})

test('a word that an admin chose makes sure that a person looks', async ({ page, product, host }) => {
  test.setTimeout(90_000)
  await signIn(page, product)
  await page.goto(`${product.url}/admin/settings/routing/flags`)
  const press = page.getByLabel(/^Pers/)
  const before = await press.inputValue()
  await press.fill(`${before}\nradiozender*`)
  await page.getByRole('button', { name: 'Bewaren' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'De woorden zijn bewaard.' })).toBeVisible()

  const id = await say(product, host.origin, 'Ik werk voor een radiozender en maak een stuk over jullie zadels.')
  await expect.poll(async () => (await product.api('GET', `/api/v1/feedback/${id}`)).body.flagged, { timeout: 60_000 }).toBe(true)
  await page.goto(`${product.url}/admin/inbox/flagged`)
  const row = page.getByRole('region', { name: 'Feedback', exact: true }).getByRole('listitem').filter({ hasText: 'radiozender' })
  await expect(row).toContainText('Een mens moet kijken')
  await row.getByRole('link').click()
  const banner = page.getByRole('region', { name: 'Hier moet een mens naar kijken' })
  await expect(banner).toContainText('Pers: radiozender')
  await page.keyboard.press('v')
  await expect(banner).toHaveCount(0)
  expect((await product.api('GET', `/api/v1/feedback/${id}`)).body.flagged).toBe(false)
})
