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

  const preview = page.getByRole('region', { name: 'Zo leest de klant het' })
  await test.step('it is seen as customers will read it, also in English', async () => {
    await expect(preview).toContainText('Negen van de tien worden gebeld.')
    await page.getByRole('button', { name: 'Ook in het Engels · nog niet' }).click()
    await page.getByLabel('Titel (Engels)').fill('We call you')
    await expect(page.getByRole('button', { name: 'Ook in het Engels · mist 2 delen' })).toBeVisible()
    await expect(page.getByText('Nog niet vertaald')).toHaveCount(2)
    await page.getByLabel('Wat we deden (Engels)').fill('Every morning we call who has to wait.')
    await expect(publish).toBeDisabled()
    await page.getByLabel('Wat nu beter is (Engels)').fill('Nine in ten are called.')
    await preview.getByRole('button', { name: 'Engels' }).click()
    await expect(preview).toContainText('We call you')
    await preview.getByRole('button', { name: 'E-mail' }).click()
    await expect(page.frameLocator('iframe[title="De e-mail"]').getByText('Every morning we call who has to wait.')).toBeVisible()
  })

  await test.step('the translation is whole, and stands beside the original', async () => {
    await expect(page.getByRole('button', { name: 'Ook in het Engels · compleet' })).toBeVisible()
    await expect(page.getByText('Nog niet vertaald')).toHaveCount(0)
    const [original, translated] = await Promise.all(
      ['Wat we deden', 'Wat we deden (Engels)'].map((label) => page.getByLabel(label, { exact: true }).boundingBox()),
    )
    expect([translated?.y, (translated?.x ?? 0) > (original?.x ?? 0)]).toEqual([original?.y, true])
  })

  await test.step('bold words and lists are seen as the public page will show them', async () => {
    await page.getByLabel('Wat we deden', { exact: true }).fill('Elke ochtend **bellen** we:\n- wie moet wachten')
    await preview.getByRole('button', { name: 'Openbare pagina' }).click()
    await preview.getByRole('button', { name: 'Nederlands' }).click()
    await expect(preview.locator('strong')).toHaveText('bellen')
    await expect(preview.getByRole('listitem')).toHaveText('wie moet wachten')
  })

  await test.step('a refusal asks why not instead of what is better', async () => {
    await page.getByText('Dit gaan we niet doen', { exact: true }).click()
    await expect(page.getByLabel('Waarom niet', { exact: true })).toBeVisible()
    await expect(page.getByLabel('Wie dit besloot', { exact: true })).toBeVisible()
    await expect(page.getByLabel('Wat dit zou veranderen', { exact: true })).toBeVisible()
    await page.getByText('Gedaan', { exact: true }).first().click()
  })

  await test.step('what is missing is said, and that nothing more will come may be said in its place', async () => {
    await expect(page.getByText('vul “Wat nog beter kan” in', { exact: true })).toBeVisible()
    await expect(publish).toBeDisabled()
    await page.getByLabel('Hier komt niets meer bij').check()
    await expect(page.getByLabel('Wat nog beter kan', { exact: true })).toHaveCount(0)
    await expect(publish).toBeEnabled()
  })

  await test.step('a test message goes to oneself', async () => {
    await page.getByRole('button', { name: 'Stuur mij een proefbericht' }).click()
    await expect(page.getByText(`Er gaat een proefbericht naar ${product.owner.email}.`)).toBeVisible()
  })

  await test.step('publishing asks first, and says who is told and who is not', async () => {
    await publish.click()
    const dialog = page.getByRole('dialog', { name: 'Dit resultaat publiceren?' })
    await expect(dialog).toContainText('Niemand krijgt een e-mail')
    await expect(dialog).toContainText('Marieke Postma liet geen adres achter')
    await dialog.getByRole('button', { name: 'Publiceren', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Je wordt gebeld', level: 1 })).toBeVisible()
    await expect(page.getByRole('region', { name: 'Hoe het aankomt' })).toBeVisible()
    await expect(page.getByRole('region', { name: 'Persoon voor persoon' }).getByRole('listitem')).toHaveCount(2)
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

test('what was published is corrected, and withdrawn with a reason that customers read', async ({ page, product }) => {
  await signIn(page, product)
  const { body } = await product.api('GET', '/api/v1/outcomes?limit=50')
  const { id } = body.items.find(({ title }: { title: string }) => title === 'We bellen je samen')
  await page.goto(`${product.url}/admin/outcomes/${id}`)
  await page.getByRole('button', { name: 'Corrigeren' }).click()
  const correction = page.getByRole('dialog', { name: 'Dit resultaat corrigeren' })
  await correction.getByLabel('Wat we deden').fill('Elke middag bellen we wie later aan de beurt is.')
  await correction.getByLabel('Wat klopte er niet?').fill('Het is de middag')
  await correction.getByRole('button', { name: 'Correctie publiceren' }).click()
  await expect(page.getByText(/Gecorrigeerd .* \d/).first()).toBeVisible()
  await expect(page.getByRole('region', { name: 'Zo leest de klant het' })).toContainText('Elke middag')
  await page.getByRole('button', { name: 'Intrekken' }).click()
  const withdrawal = page.getByRole('dialog', { name: 'Dit resultaat intrekken?' })
  await withdrawal.getByLabel('Waarom?').fill('We bellen toch niet meer.')
  await withdrawal.getByRole('button', { name: 'Intrekken' }).click()
  await expect(page.getByRole('button', { name: 'Intrekken' })).toHaveCount(0)
  await expect(page.getByText('We bellen toch niet meer.').first()).toBeVisible()
  const versions = page.getByRole('region', { name: 'Hoe het eerder luidde' })
  await expect(versions.getByRole('listitem')).toHaveCount(3)
  await versions.getByText('gepubliceerd').click()
  await expect(versions).toContainText('Elke ochtend bellen we wie later aan de beurt is.')
})

test('where a second colleague reads along, who wrote it asks for that', async ({ page, product }) => {
  await signIn(page, product)
  await page.goto(`${product.url}/admin/outcomes`)
  await page.getByLabel('Een tweede collega leest mee').check()
  await page.getByRole('link', { name: 'Een pomp bij de deur' }).click()
  await page.getByLabel('Wat nu beter is', { exact: true }).fill('Je pompt je band zelf op.')
  await page.getByLabel('Hier komt niets meer bij').check()
  await page.getByRole('button', { name: 'Vraag een collega mee te lezen' }).click()
  await expect(page.getByText('Een collega leest het en publiceert het.')).toBeVisible()
  await page.goto(`${product.url}/admin/outcomes`)
  await expect(page.getByRole('link', { name: 'Een pomp bij de deur' })).toContainText('Wacht op een tweede lezer')
})
