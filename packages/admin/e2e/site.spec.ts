import { createHmac } from 'node:crypto'
import { expect, test } from '@klankbord/server/testing/fixtures'
import { signIn } from './signed-in.ts'

/** What the host site's server signs. */
function signed(secret: string, claims: object): string {
  const words = [{ alg: 'HS256', kid: 'key-1' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  return `${words}.${createHmac('sha256', secret).update(words).digest('base64url')}`
}

test('an admin decides what a site asks, says and looks like, and the widget is told', async ({ page, product, host }) => {
  const { body: site } = await product.api('POST', '/api/v1/sites', { name: 'Buurtwinkel', origins: [host.origin] })
  await signIn(page, product)
  await page.goto(`${product.url}/admin/settings/sites`)
  await page.getByRole('link', { name: 'Aanpassen: Buurtwinkel' }).click()
  await page.getByRole('button', { name: 'Vraag omhoog', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('checkbox', { name: 'Compliment' }).uncheck()
  await page.getByRole('button', { name: 'Vraag toevoegen' }).click()
  await page.getByRole('textbox', { name: 'Vraag', exact: true }).fill('Wanneer kwam je langs?')
  await page.getByLabel('Antwoord is', { exact: true }).selectOption('choice')
  await page.getByRole('textbox', { name: 'Antwoorden om uit te kiezen' }).fill('Ochtend')
  await page.getByLabel('Ronde hoeken').fill('4')
  await page.getByLabel('Ruimte').selectOption('compact')
  await page.getByRole('button', { name: 'Tekst vervangen' }).click()
  await page.getByLabel('Jouw woorden').fill('Zeg het ons')
  await page.getByRole('button', { name: 'Bewaren' }).click()
  await expect(page.getByText('Geef minstens twee antwoorden').first()).toBeVisible()
  await page.getByRole('textbox', { name: 'Antwoorden om uit te kiezen' }).fill('Ochtend\nMiddag')
  await page.getByRole('button', { name: 'Bewaren' }).click()
  await expect(page.getByText('Nog niet opgeslagen')).toHaveCount(0)
  const { body } = await product.request('GET', `/widget/v1/sites/${site.key}`)
  expect(body).toMatchObject({
    kinds: ['complaint', 'question', 'idea'],
    questions: [{ kind: 'choice', label: 'Wanneer kwam je langs?', options: ['Ochtend', 'Middag'], several: false, required: false }],
    look: { radius: 4, density: 'compact', font: 'system' },
    texts: { nl: { chooseTitle: 'Zeg het ons' } },
  })
})

test('an admin gives a site a key, and learns why a token is refused before it is taken', async ({ page, product, host }) => {
  const { body: site } = await product.api('POST', '/api/v1/sites', { name: 'Winkel met een sleutel', origins: [host.origin] })
  await signIn(page, product)
  await page.goto(`${product.url}/admin/settings/sites/${site.id}`)
  await page.getByRole('button', { name: 'Sleutel toevoegen' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Maak een geheim' }).click()
  const secret = await dialog.getByLabel('Geheim').first().inputValue()
  expect(secret.length).toBeGreaterThan(32)
  await dialog.getByRole('button', { name: 'Sleutel toevoegen' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText(secret)).toHaveCount(0)
  const look = async (token: string) => {
    await page.getByLabel('Probeer een token').fill(token)
    await page.getByRole('button', { name: 'Bekijk het' }).click()
  }
  await look(signed(secret, { sub: 'klant-1', aud: site.key, exp: 1 }))
  await expect(page.getByText('Geweigerd: het is verlopen')).toBeVisible()
  await look(signed(secret, { sub: 'klant-1', name: 'Ada', aud: site.key, exp: 4102444800 }))
  await expect(page.getByText('Deze klant: klant-1, Ada')).toBeVisible()
  await page.getByRole('button', { name: 'Verwijderen: key-1' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Verwijderen' }).click()
  await expect(page.getByText('Nog geen sleutels')).toBeVisible()
})
