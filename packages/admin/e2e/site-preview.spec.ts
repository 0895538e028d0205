import { expect, test } from '@klankbord/server/testing/fixtures'
import { signIn } from './signed-in.ts'

test('a site is made and styled with the real widget beside it, nothing can be sent from there, and a change is taken back', async ({
  page,
  product,
  host,
}) => {
  await signIn(page, product)
  await page.goto(`${product.url}/admin/settings/sites`)
  await page.getByRole('button', { name: 'Site toevoegen' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Naam').fill('Webwinkel')
  await dialog.getByLabel('Adressen die de widget mogen gebruiken').fill('www.bakker.example/winkel')
  await expect(dialog.getByText('https://www.bakker.example', { exact: true })).toBeVisible()
  await dialog.getByLabel('Adressen die de widget mogen gebruiken').fill(`${host.origin}/winkel`)
  await dialog.getByRole('button', { name: 'Site toevoegen' }).click()
  await expect(page.getByRole('heading', { name: 'Webwinkel', level: 1 })).toBeVisible()
  await expect(page.getByText('Wachten op de eerste bezoeker')).toBeVisible()

  const widget = page.frameLocator('iframe[title="Zo zien klanten het"]')
  await expect(widget.getByRole('heading', { name: 'Wat wil je ons vertellen?' })).toBeVisible()
  const rename = page.getByLabel('Hoe Klacht heet in het Nederlands')
  await rename.pressSequentially('Ergernis')
  await expect(widget.getByRole('button', { name: 'Ergernis' })).toBeVisible()
  await expect(rename).toBeFocused()
  await page.getByRole('button', { name: 'Tekst vervangen' }).click()
  await page.getByLabel('Jouw woorden').last().fill('Zeg het ons')
  await expect(widget.getByRole('heading', { name: 'Zeg het ons' })).toBeVisible()
  await page.getByLabel('Kleur', { exact: true }).fill('#a02040')
  await page.getByRole('combobox', { name: 'Laat zien' }).selectOption('button')
  await expect(widget.getByRole('button', { name: 'Feedback' })).toHaveCSS('background-color', 'rgb(160, 32, 64)')
  await expect(page.getByText('Wat erop staat is wit')).toBeVisible()

  await page.getByRole('combobox', { name: 'Laat zien' }).selectOption('complaint')
  await widget.getByRole('textbox').fill('De spaken rammelen')
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET') asked.push(request.url())
  })
  await widget.getByRole('button', { name: 'Versturen' }).click()
  await expect(widget.getByText('Dank je dat je het ons zegt.')).toBeVisible()
  expect(asked).toEqual([])
  const policy = (await page.request.get(`${product.url}/admin/widget-preview.html`)).headers()['content-security-policy']
  expect(policy).toContain("connect-src 'none'; form-action 'none'")
  const { body: feedback } = await product.api('GET', '/api/v1/feedback?q=spaken')
  expect(feedback.items).toEqual([])

  await expect(page.getByText('De widget zegt andere woorden.')).toBeVisible()
  await page.getByRole('button', { name: 'Bewaren' }).click()
  await expect(page.getByText('Nog niet opgeslagen')).toHaveCount(0)
  const { items } = (await product.api('GET', '/api/v1/sites')).body
  const site = items.find(({ name }: { name: string }) => name === 'Webwinkel')
  expect(site).toMatchObject({ origins: [host.origin], texts: { nl: { complaint: 'Ergernis' } }, look: { accent: '#a02040' } })
  await page.getByRole('button', { name: 'Ongedaan maken' }).first().click()
  await expect(page.getByText('Ongedaan gemaakt')).toBeVisible()
  await expect(rename).toHaveValue('')
  const { body } = await product.request('GET', `/widget/v1/sites/${site.key}`)
  expect(body).toMatchObject({ texts: {}, look: { accent: '#0f6b5c' } })
})

test('two admins save one site: the second is told what changed, and chooses', async ({ page, product, host }) => {
  const { body: site } = await product.api('POST', '/api/v1/sites', { name: 'Balie', origins: [host.origin] })
  await signIn(page, product)
  await page.goto(`${product.url}/admin/settings/sites/${site.id}`)
  await page.getByLabel('Ronde hoeken').fill('4')
  await product.api('PATCH', `/api/v1/sites/${site.id}`, { rating: 'nps' })
  await page.getByRole('button', { name: 'Bewaren' }).click()
  await expect(page.getByRole('alert')).toContainText('heeft dit net ook veranderd: beoordeling')
  await page.getByRole('button', { name: 'Toch die van mij bewaren' }).click()
  await expect(page.getByText('Nog niet opgeslagen')).toHaveCount(0)
  const { items } = (await product.api('GET', '/api/v1/sites')).body
  expect(items.find(({ id }: { id: string }) => id === site.id)).toMatchObject({ rating: 'nps', look: { radius: 4 } })
})

test('a connection that is lost while saving loses nothing: it is tried again, and what was written is still there after a reload', async ({
  page,
  product,
  host,
}) => {
  const { body: site } = await product.api('POST', '/api/v1/sites', { name: 'Werkplaats', origins: [host.origin] })
  await signIn(page, product)
  await page.goto(`${product.url}/admin/settings/sites/${site.id}`)
  await page.getByLabel('Naam', { exact: true }).fill('Fietsenwerkplaats')
  await page.reload()
  await expect(page.getByText('die nog niet waren bewaard')).toBeVisible()
  await expect(page.getByLabel('Naam', { exact: true })).toHaveValue('Fietsenwerkplaats')
  await page.route('**/api/v1/sites/*', (route) => route.abort())
  await page.getByRole('button', { name: 'Bewaren' }).click()
  await expect(page.getByText('Geen verbinding. Je wijziging staat hier klaar')).toBeVisible()
  await page.unroute('**/api/v1/sites/*')
  await expect(page.getByRole('heading', { name: 'Fietsenwerkplaats', level: 1 })).toBeVisible()
  await expect(page.getByText('Nog niet opgeslagen')).toHaveCount(0)
})
