import { expect, test } from '@klankbord/server/testing/fixtures'
import { type Company, foundCompany } from './company.ts'
import { signIn } from './signed-in.ts'

// A product of its own, since what is in the lists is counted.
test.use({ productEnv: { LOG_LEVEL: 'error' } })

let company: Company

test.beforeAll(async ({ product, host }) => {
  company = await foundCompany(product, host.origin, 'samen')
})

test('two items are answered together: written, kept over a reload, looked at, and published after a question', async ({ page, product }) => {
  await signIn(page, product)
  await page.goto(`${product.url}/admin/inbox/waiting`)
  for (const words of ['te laat klaar', 'leenfiets']) await page.getByRole('checkbox', { name: words }).check()
  await page.getByRole('link', { name: 'Samen beantwoorden' }).click()
  const answered = page.getByRole('region', { name: 'Wat het beantwoordt' })
  await expect(answered.getByRole('listitem')).toHaveCount(2)
  const publish = page.getByRole('button', { name: 'Publiceren', exact: true })
  await expect(publish).toBeDisabled()

  await test.step('what is not complete yet is kept on this device', async () => {
    await page.getByLabel('Titel', { exact: true }).fill('Je wordt gebeld')
    await page.reload()
    await expect(page.getByLabel('Titel', { exact: true })).toHaveValue('Je wordt gebeld')
  })

  await test.step('what is complete is kept as a draft with an address of its own, also when one is signed out meanwhile', async () => {
    await page.getByLabel('Wat we deden', { exact: true }).fill('Elke ochtend bellen we wie later aan de beurt is.')
    await expect(page.getByRole('status').filter({ hasText: 'Concept bewaard' })).toBeVisible()
    await expect(page).toHaveURL(/\/admin\/outcomes\/[\w-]{30,}$/)
    await page.context().clearCookies()
    await page.getByLabel('Wat nu beter is', { exact: true }).fill('Negen van de tien worden gebeld.')
    await page.getByLabel('E-mailadres').fill(product.owner.email)
    await page.getByLabel('Wachtwoord').fill(product.owner.password)
    await page.getByRole('button', { name: 'Inloggen' }).click()
    await expect(page.getByLabel('Wat nu beter is', { exact: true })).toHaveValue('Negen van de tien worden gebeld.')
  })

  await test.step('it is seen as customers will read it, also in English', async () => {
    const preview = page.getByRole('region', { name: 'Zo leest de klant het' })
    await expect(preview).toContainText('Negen van de tien worden gebeld.')
    await page.getByText('Ook in het Engels').click()
    await page.getByLabel('Titel (Engels)').fill('We call you')
    await page.getByLabel('Wat we deden (Engels)').fill('Every morning we call who has to wait.')
    await preview.getByRole('button', { name: 'Engels' }).click()
    await expect(preview).toContainText('We call you')
    await preview.getByRole('button', { name: 'E-mail' }).click()
    await expect(page.frameLocator('iframe[title="De e-mail"]').getByText('Every morning we call who has to wait.')).toBeVisible()
  })

  await test.step('a refusal asks why not instead of what is better', async () => {
    await page.getByText('Dit gaan we niet doen', { exact: true }).click()
    await expect(page.getByLabel('Waarom niet', { exact: true })).toBeVisible()
    await expect(page.getByLabel('Wat nu beter is', { exact: true })).toHaveCount(0)
    await page.getByText('Gedaan', { exact: true }).first().click()
  })

  await test.step('publishing asks first, and says who is told and who is not', async () => {
    await publish.click()
    const dialog = page.getByRole('dialog', { name: 'Dit resultaat publiceren?' })
    await expect(dialog).toContainText('Niemand krijgt een e-mail')
    await expect(dialog).toContainText('Marieke Postma liet geen adres achter')
    await dialog.getByRole('button', { name: 'Publiceren', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Je wordt gebeld', level: 1 })).toBeVisible()
    await expect(page.getByRole('region', { name: 'Hoe het aankomt' })).toBeVisible()
  })

  await page.goto(`${product.url}/admin/inbox/waiting/${company.routed[0]}`)
  await expect(page.getByRole('article')).toContainText('Beantwoord')
  await expect(page.getByRole('article').getByRole('link', { name: 'Je wordt gebeld' })).toBeVisible()
})

test('while the server is away nothing is lost, and a second try saves it once', async ({ page, product }) => {
  await signIn(page, product)
  await page.goto(`${product.url}/admin/outcomes/new?items=${company.unrouted[0]}&goal=${company.goalId}`)
  await page.route('**/api/v1/outcomes', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
  await page.getByLabel('Titel', { exact: true }).fill('Een pomp bij de deur')
  await page.getByLabel('Wat we deden', { exact: true }).fill('Hij hangt er.')
  await expect(page.getByRole('alert')).toContainText('Je tekst is bewaard.')
  await page.unroute('**/api/v1/outcomes')
  await page.getByRole('button', { name: 'Opnieuw proberen' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Concept bewaard' })).toBeVisible()
  const { body } = await product.api('GET', '/api/v1/outcomes?limit=50')
  expect(body.items.filter(({ title }: { title: string }) => title === 'Een pomp bij de deur')).toHaveLength(1)
})
