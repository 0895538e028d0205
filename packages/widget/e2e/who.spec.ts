import { readFileSync } from 'node:fs'
import { expect, serverSays, stored, test, Widget } from './host-pages.ts'

const one = { id: 'f1', kind: 'idea', message: 'Een bankje graag.', status: 'routed', submittedAt: '2026-03-02T10:00:00.000Z', news: 0 }
const jwt = (sub: string) => `x.${Buffer.from(JSON.stringify({ sub })).toString('base64url')}.y`

test('a customer takes everything along, has it mailed to another device, and has it erased', async ({ page, shop }) => {
  const widget = new Widget(page)
  const { dialog } = widget
  await serverSays(page, '**/mine/export', 200, { items: [one] })
  const erased = await serverSays(page, /\/widget\/v1\/mine$/, 204)
  const links = await serverSays(page, /\/sites\/[^/]+\/links$/, 200, {})
  await page.goto(shop.address())
  await widget.open()
  await widget.say('Idee', 'Een bankje bij de bushalte.')
  await widget.send()
  await dialog.getByRole('button', { name: 'Mijn feedback' }).click()

  await dialog.getByText('Jouw gegevens').click()
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Alles downloaden' }).click()
  expect(JSON.parse(readFileSync(await (await download).path(), 'utf8'))).toEqual({ items: [one] })

  await dialog.getByText('Op een ander apparaat bekijken').click()
  await dialog.getByLabel('E-mailadres').fill('sam@example.nl')
  await dialog.getByRole('button', { name: 'Versturen' }).click()
  await expect(dialog.getByRole('status')).toHaveText('Kennen we dit adres, dan krijg je zo een mail.')
  expect(JSON.parse(links[0]?.body ?? '')).toEqual({ email: 'sam@example.nl', locale: 'nl' })

  await dialog.getByText('Alles wissen', { exact: true }).click()
  expect(erased).toHaveLength(0)
  await dialog.getByRole('button', { name: 'Ja, wis alles' }).click()
  await expect(dialog.getByRole('status')).toHaveText('Alles is gewist.')
  await expect(dialog.getByText('Een bankje bij de bushalte.')).toHaveCount(0)
  expect(erased.map(({ method }) => method)).toEqual(['DELETE'])
  expect(await stored(page)).toEqual({ cookie: '' })
})

test('who signs in on the host site sees their list, and who signs out takes it along', async ({ page, shop }) => {
  const widget = new Widget(page)
  const exchanged = await serverSays(page, /\/sites\/[^/]+\/identity$/, 200, { customerToken: 'ann', name: 'Ann', email: null })
  await serverSays(page, /\/mine\/feedback/, 200, { items: [{ ...one, news: 1 }], next: null })
  await page.goto(shop.address())
  await page.evaluate(`Klankbord('identify', { token: '${jwt('ann')}' })`)
  await expect(widget.button).toContainText('1 nieuw')
  expect(JSON.parse(exchanged[0]?.body ?? '')).toEqual({ token: jwt('ann') })
  await widget.open()
  await expect(widget.dialog.getByText('Een bankje graag.')).toBeVisible()
  await page.evaluate(`Klankbord('forget')`)
  await expect(widget.dialog.getByText('Een bankje graag.')).toHaveCount(0)
  expect(await stored(page)).toEqual({ cookie: '' })
  await page.keyboard.press('Escape')
  await expect(widget.button).toHaveText('Feedback')
})

test('a page that waits for consent has nothing stored until the customer gives it, and it works meanwhile', async ({ page, shop }) => {
  const widget = new Widget(page)
  await page.goto(shop.address({ attributes: 'data-consent="required"' }))
  await widget.open()
  await widget.say('Idee', 'Eerst vragen, dan bewaren.')
  await expect(widget.dialog).toContainText('Je browser bewaart dit niet.')
  expect(await stored(page)).toEqual({ cookie: '' })
  await page.evaluate(`Klankbord('consent')`)
  expect(Object.values(await stored(page)).join()).toContain('Eerst vragen, dan bewaren.')
  await widget.send()
  await widget.hears('Dank je wel.')
})

test('a draft can be thrown away, after one question, and then nothing of it stays', async ({ page, shop }) => {
  const widget = new Widget(page)
  await page.goto(shop.address())
  await widget.open()
  await widget.say('Idee', 'Toch maar niet.')
  await widget.dialog.getByRole('button', { name: 'Weggooien' }).click()
  await expect(widget.message).toHaveValue('Toch maar niet.')
  await widget.message.fill('Toch maar niet, denk ik.')
  await widget.dialog.getByRole('button', { name: 'Weggooien' }).click()
  await widget.dialog.getByRole('button', { name: 'Echt weggooien?' }).click()
  await expect(widget.dialog.getByRole('heading', { name: 'Wat wil je ons vertellen?' })).toBeVisible()
  expect(await stored(page)).toEqual({ cookie: '' })
})
