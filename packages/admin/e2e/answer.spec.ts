import { expect, test } from '@klankbord/server/testing/fixtures'
import { expectNoBarriers, settle } from './barriers.ts'
import { type Company, foundCompany } from './company.ts'
import { signIn } from './signed-in.ts'

// A product of its own, since what is in the list is counted.
test.use({ productEnv: { LOG_LEVEL: 'error' }, contextOptions: { reducedMotion: 'reduce' } })

let company: Company

test.beforeAll(async ({ product, host }) => {
  company = await foundCompany(product, host.origin, 'sluit')
})

test('one item is answered and closed where it stands: with a key, kept over a reload, and told whom it reaches', async ({ page, product }) => {
  const [id] = company.routed
  await signIn(page, product)
  await page.goto(`${product.url}/admin/inbox/waiting/${id}`)
  await page.getByRole('article').waitFor()
  await page.keyboard.press('a')
  const dialog = page.getByRole('dialog', { name: 'Antwoord en sluit' })
  await expect(dialog.getByLabel('Ons antwoord')).toBeFocused()
  await page.keyboard.type('We bellen je voortaan op tijd.')
  await expect(dialog.getByLabel('Ons antwoord')).toHaveValue('We bellen je voortaan op tijd.')
  await expect(dialog).toContainText('Niemand krijgt een e-mail')
  await expect(dialog).toContainText('Marieke Postma liet geen adres achter')

  await test.step('what was written is still there after a reload', async () => {
    await page.reload()
    await page.getByRole('article').waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Vind wat dan ook' }).fill('beantwoord en sluit')
    await page.keyboard.press('Enter')
    await expect(dialog.getByLabel('Ons antwoord')).toHaveValue('We bellen je voortaan op tijd.')
    await settle(page)
    await expectNoBarriers(page)
  })

  await test.step('of what was done is also asked what is better', async () => {
    await dialog.getByText('Gedaan', { exact: true }).click()
    await expect(dialog.getByRole('button', { name: /^Antwoord en sluit/ })).toBeDisabled()
    await dialog.getByLabel('Wat nu beter is').fill('Je wacht niet voor niets.')
  })

  await page.keyboard.press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText('Beantwoord en gesloten.')).toBeVisible()
  const { body } = await product.api('GET', `/api/v1/feedback/${id}`)
  expect(body).toMatchObject({ status: 'answered', outcome: { title: 'We bellen je voortaan op tijd.' } })
})

test('a key before it is known whom the answer reaches waits for that, unless more is written meanwhile', async ({ page, product }) => {
  const id = company.unrouted[1] as string
  await product.api('PUT', `/api/v1/feedback/${id}/goal`, { goalId: company.goalId })
  let tell = () => {}
  let told = Promise.resolve()
  const holdBack = () => {
    told = new Promise((resolve) => {
      tell = resolve
    })
  }
  await page.route(`**/api/v1/feedback/${id}/receivers*`, async (route) => {
    await told
    await route.continue()
  })
  holdBack()
  await signIn(page, product)
  await page.goto(`${product.url}/admin/inbox/waiting/${id}`)
  await page.getByRole('article').waitFor()
  await page.keyboard.press('a')
  const dialog = page.getByRole('dialog', { name: 'Antwoord en sluit' })
  const words = dialog.getByLabel('Ons antwoord')
  const button = dialog.getByRole('button', { name: /^Antwoord en sluit/ })
  const isAnswered = async () => (await product.api('GET', `/api/v1/feedback/${id}`)).body.status === 'answered'

  await words.fill('We kijken er naar.')
  await page.keyboard.press('Control+Enter')
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await words.pressSequentially(' Dank je.')
  tell()
  await expect(button).toBeEnabled()
  await expect(button).not.toHaveAttribute('aria-disabled')
  expect(await isAnswered()).toBe(false)

  holdBack()
  await page.reload()
  await page.getByRole('article').waitFor()
  await page.keyboard.press('a')
  await expect(words).toHaveValue('We kijken er naar. Dank je.')
  await page.keyboard.press('Control+Enter')
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  expect(await isAnswered()).toBe(false)
  tell()
  await expect(dialog).toHaveCount(0)
  expect(await isAnswered()).toBe(true)
})

test('who was second is told that a colleague answered it, and nothing goes out twice', async ({ page, product }) => {
  const [, id] = company.routed
  await signIn(page, product)
  await page.route('**/api/v1/live', () => undefined)
  await page.goto(`${product.url}/admin/inbox/waiting/${id}`)
  await page.getByRole('article').waitFor()
  await page.keyboard.press('a')
  await page.getByLabel('Ons antwoord').fill('Fijn om te horen.')
  // Until it is known whom it reaches, nothing goes out.
  await expect(page.getByRole('dialog').getByRole('button', { name: /^Antwoord en sluit/ })).toBeEnabled()
  await product.api('POST', `/api/v1/feedback/${id}/answer`, { did: 'Dank je wel.', nothingMore: true })
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog', { name: 'Dit veranderde terwijl je keek' })).toBeVisible()
  const { body } = await product.api('GET', `/api/v1/feedback/${id}`)
  expect(body.outcome.title).toBe('Dank je wel.')
})

test('an item without a goal gets one with its answer, and with a second reader it waits for them', async ({ page, product }) => {
  const [id] = company.unrouted
  await product.api('PUT', '/api/v1/outcome-settings', { review: true })
  await signIn(page, product)
  await page.goto(`${product.url}/admin/inbox/to-route/${id}`)
  await page.getByRole('article').waitFor()
  await page.getByRole('button', { name: 'Antwoord en sluit' }).click()
  const dialog = page.getByRole('dialog', { name: 'Antwoord en sluit' })
  await dialog.getByLabel('Ons antwoord').fill('De prijs staat nu op de offerte.')
  await expect(dialog.getByRole('button', { name: 'Vraag een collega mee te lezen' })).toBeDisabled()
  await dialog.getByRole('combobox', { name: 'Bij welk doel het antwoord hoort' }).fill('Klaar op de beloofde dag sluit')
  await page.getByRole('option').first().click()
  await dialog.getByRole('button', { name: 'Vraag een collega mee te lezen' }).click()
  await expect(page.getByText('Een collega leest het en publiceert het.')).toBeVisible()
  const { body } = await product.api('GET', '/api/v1/outcomes?limit=50')
  expect(body.items.find(({ title }: { title: string }) => title === 'De prijs staat nu op de offerte.')).toMatchObject({
    state: 'review',
    feedbackIds: [id],
  })
})
