import { expect, test } from '@klankbord/server/testing/fixtures'
import type { Page } from '@playwright/test'
import { expectNoBarriers } from './barriers.ts'

// A product without an owner, as a new user finds it.
test.use({ productEnv: { ADMIN_EMAIL: '', ADMIN_PASSWORD: '' } })

const owner = { name: 'Eva de Wit', email: 'eva@rijwiel.example', password: 'een zin die werkt' }
const customer = { email: 'sam@example.nl', words: 'Mijn fiets stond drie dagen te wachten en niemand belde.' }

/** The panel of the widget on the company's page. */
const panel = (page: Page) => page.getByRole('dialog')

test('from a fresh install to a customer who says it did not help: the whole loop', async ({ page, product, host, browser }) => {
  test.setTimeout(120_000)
  const admin = page

  await test.step('the set-up link makes the owner, the first goal and the snippet', async () => {
    const link = /http\S+\/admin\/set-up\/\S+/.exec(product.output())?.[0]
    expect(link).toBeDefined()
    await admin.goto(String(link))
    await admin.getByLabel('Je naam').fill(owner.name)
    await expectNoBarriers(admin)
    await admin.getByLabel('E-mailadres').fill(owner.email)
    await admin.getByLabel('Kies een wachtwoord').fill(owner.password)
    await admin.getByRole('button', { name: 'Verder' }).click()
    await admin.getByLabel('Naam van de organisatie').fill('Rijwielhuis')
    await expectNoBarriers(admin)
    await admin.getByRole('button', { name: 'Aanmaken' }).click()
    await admin.getByLabel('Wat moet er beter?').fill('Elke fiets is klaar op de dag die we beloven')
    await admin.getByLabel('Welk team pakt het op?').fill('Werkplaats')
    await admin.getByRole('button', { name: 'Dit is het doel' }).click()
    await expect(admin.getByText('data-site=')).toBeVisible()
  })

  const snippet = await admin.locator('code, textarea, pre').filter({ hasText: 'data-site=' }).first().textContent()
  const shop = host.page(
    '/rijwielhuis',
    `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Rijwielhuis</title></head><body><h1>Rijwielhuis</h1>${snippet}</body></html>`,
  )
  const theirs = await browser.newContext({ locale: 'nl-NL' })
  const site = await theirs.newPage()

  await test.step('the page with the snippet turns the waiting green by itself', async () => {
    await site.goto(shop)
    await expect(site.getByRole('button', { name: 'Feedback' })).toBeVisible()
    await expect(admin.getByText('Het werkt. De widget is gezien op je site.')).toBeVisible({ timeout: 20_000 })
  })

  let statusUrl = ''
  await test.step('a customer says something and is asked to confirm their address, once', async () => {
    await site.getByRole('button', { name: 'Feedback' }).click()
    await panel(site).getByRole('button', { name: 'Klacht' }).click()
    await panel(site).locator('#message').fill(customer.words)
    await panel(site).getByLabel('Laat me weten wat jullie ermee doen').check()
    await panel(site).getByLabel('E-mailadres').fill(customer.email)
    await panel(site).getByRole('button', { name: 'Versturen' }).click()
    await expect(panel(site).getByRole('heading', { name: 'Dank je dat je het ons zegt.' })).toBeVisible()
    statusUrl = String(await panel(site).getByRole('link', { name: 'Open je pagina' }).getAttribute('href'))
    const mail = await product.waitForMail(customer.email)
    expect(mail.text).not.toContain(customer.words)
    const confirm = await theirs.newPage()
    await confirm.goto(String(/http\S+\/confirm\/[\w-]+/.exec(String(mail.text))?.[0]))
    await confirm.getByRole('button').first().click()
    await confirm.waitForLoadState()
    await confirm.close()
  })

  await test.step('a colleague gives it to the goal, replies and chooses the How', async () => {
    await admin.goto(`${product.url}/admin/inbox`)
    await admin
      .getByRole('link', { name: /niemand belde/ })
      .first()
      .click()
    const item = admin.getByRole('article')
    await expect(item).toContainText(customer.words)
    await admin.keyboard.press('g')
    await admin.getByRole('combobox', { name: 'Doel' }).fill('klaar op de dag')
    await admin.getByRole('option').first().click()
    await admin.getByRole('button', { name: 'Zet het daar' }).click()
    await admin.goto(`${product.url}/admin/inbox/waiting`)
    await admin
      .getByRole('link', { name: /niemand belde/ })
      .first()
      .click()
    await item.waitFor()
    await admin.keyboard.press('r')
    await admin.getByLabel('Bericht aan de klant').fill('Sorry! We zoeken uit hoe dat kon.')
    await admin.getByRole('button', { name: 'Versturen' }).click()
    await expect(admin.getByRole('region', { name: 'Gesprek' })).toContainText('We zoeken uit')
    await admin.keyboard.press('h')
    await admin.getByLabel('Wat gaan jullie doen?').fill('Bellen zodra het later wordt')
    await admin.getByLabel('Wat de klant erover leest').fill('We bellen voortaan iedereen van wie de fiets later klaar is.')
    await admin.getByRole('button', { name: 'Beginnen, en de klant vertellen' }).click()
    await expect(item).toContainText('In behandeling')
    const mail = await product.waitForMail(customer.email, /Bericht/)
    expect(mail.text).toContain('We zoeken uit hoe dat kon.')
  })

  await test.step('the customer sees the news, the plan and the message', async () => {
    await site.reload()
    await expect(site.getByRole('button', { name: /Feedback.*nieuw/ })).toBeVisible()
    await site.getByRole('button', { name: /Feedback/ }).click()
    await panel(site)
      .getByRole('button', { name: /niemand belde/ })
      .click()
    await expect(panel(site)).toContainText('We bellen voortaan iedereen van wie de fiets later klaar is.')
    await expect(panel(site)).toContainText('Sorry! We zoeken uit hoe dat kon.')
  })

  await test.step('the outcome shows who will be told, and is published', async () => {
    await admin.keyboard.press('o')
    await expect(admin.getByRole('heading', { name: 'Resultaat schrijven' })).toBeVisible()
    await admin.getByLabel('Titel', { exact: true }).fill('Je wordt gebeld zodra het later wordt')
    await admin.getByLabel('Wat we deden', { exact: true }).fill('De werkplaats belt iedereen van wie de fiets niet op tijd klaar is.')
    await admin.getByLabel('Wat nu beter is', { exact: true }).fill('Van tien klanten worden er nu negen gebeld.')
    await admin.getByLabel('Wat nog beter kan', { exact: true }).fill('Straks krijg je ook een bericht op je telefoon.')
    await expect(admin.getByText('1 persoon krijgt een e-mail')).toBeVisible()
    await admin.getByRole('button', { name: 'Publiceren', exact: true }).click()
    await admin.getByRole('button', { name: 'Publiceren en 1 persoon vertellen' }).click()
    await expect(admin.getByText('Verstuurd').first()).toBeVisible({ timeout: 20_000 })
  })

  await test.step('the outcome is mailed once, with a way to stop, and stands in widget and status page', async () => {
    const mail = await product.waitForMail(customer.email, /Wat we deden/)
    expect(mail.text).toContain('Van tien klanten worden er nu negen gebeld.')
    expect(mail.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click')
    await site.reload()
    await site.getByRole('button', { name: /Feedback/ }).click()
    // News is asked for once a minute; who looks sooner goes there.
    await panel(site)
      .getByRole('button', { name: /Mijn feedback/ })
      .click()
    await panel(site)
      .getByRole('button', { name: /niemand belde/ })
      .click()
    await expect(panel(site)).toContainText('Van tien klanten worden er nu negen gebeld.')
    const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    await plain.goto(statusUrl)
    await expect(plain.getByText('Van tien klanten worden er nu negen gebeld.')).toBeVisible()
    await plain.close()
    expect(product.mails.filter(({ text }) => text?.includes('Van tien klanten'))).toHaveLength(1)
  })

  await test.step('"no" reopens it for the team', async () => {
    await panel(site).getByRole('button', { name: 'Nee', exact: true }).click()
    await expect(panel(site)).toContainText('Het team kijkt er opnieuw naar')
    await admin.goto(`${product.url}/admin/inbox/reopened`)
    await admin
      .getByRole('link', { name: /niemand belde/ })
      .first()
      .click()
    await expect(admin.getByRole('article')).toContainText('Het hielp niet')
  })
  await theirs.close()
})
