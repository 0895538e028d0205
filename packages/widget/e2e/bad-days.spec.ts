import { expect, test, Widget } from './host-pages.ts'

const SUBMISSIONS = /\/sites\/[^/]+\/feedback$/

test('on a line with two seconds for each answer the form comes, and the words arrive', async ({ page, shop }) => {
  await page.route('**/widget/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 2000))
    await route.continue()
  })
  const widget = new Widget(page)
  await page.goto(shop.address())
  await widget.button.click()
  await expect(widget.dialog).toBeVisible()
  await widget.say('Klacht', 'Langzaam maar zeker.')
  await widget.send()
  await expect(widget.dialog.getByRole('button', { name: 'Bezig met versturen…' })).toBeVisible()
  await widget.hears('Dank je dat je het ons zegt.')
})

test('who goes to their list while something is on its way stays there, and sees it arrive', async ({ page, shop }) => {
  let arrive = () => {}
  const held = new Promise<void>((resolve) => (arrive = resolve))
  await page.route(SUBMISSIONS, async (route) => {
    await held
    await route.continue()
  })
  const widget = new Widget(page)
  await page.goto(shop.address())
  await widget.open()
  await widget.say('Klacht', 'Onderweg van de ene bladzijde naar de andere.')
  await widget.send()
  await widget.dialog.getByRole('button', { name: 'Mijn feedback' }).click()
  const row = widget.dialog.getByRole('listitem').filter({ hasText: 'Onderweg van de ene bladzijde' })
  await expect(row).toContainText('Nog niet verstuurd')
  arrive()
  await expect(row).not.toContainText('Nog niet verstuurd')
  await expect(row).toHaveCount(1)
  await expect(widget.dialog.getByRole('heading', { name: 'Mijn feedback' })).toBeVisible()
})

test('a server that is down for the first three tries gets the words at the fourth, once', async ({ page, product, shop }) => {
  let tries = 0
  await page.route(SUBMISSIONS, (route) => (route.request().method() === 'POST' && ++tries <= 3 ? route.abort() : route.continue()))
  const widget = new Widget(page)
  await page.goto(shop.address())
  await widget.open()
  await widget.say('Klacht', 'Driemaal is scheepsrecht.')
  await widget.send()
  await widget.hears('Bewaard op dit apparaat')
  await expect(widget.dialog.getByRole('heading', { name: 'Dank je dat je het ons zegt.' })).toBeVisible({ timeout: 40_000 })
  expect((await product.api('GET', '/api/v1/feedback?q=scheepsrecht')).body.items).toHaveLength(1)
})

test('a server that answers garbage breaks nothing: the form works, and what is sent waits', async ({ page, shop }) => {
  await page.route('**/widget/v1/**', (route) =>
    route.fulfill({
      status: 200,
      contentType: 'text/html',
      headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' },
      body: '<h1>Welkom op de wifi</h1>',
    }),
  )
  const widget = new Widget(page)
  await page.goto(shop.address())
  await widget.open()
  await widget.say('Klacht', 'Niet voor het hotel bedoeld.')
  await widget.send()
  await widget.hears('Bewaard op dit apparaat')
  await expect(widget.dialog).toContainText('Niet voor het hotel bedoeld.')
})

test('what could not be sent before the tab was closed is sent once, however many tabs come back', async ({ page, context, product, shop }) => {
  const address = shop.address({ path: '/tabs' })
  const widget = new Widget(page)
  await page.goto(address)
  await widget.open()
  await widget.say('Idee', 'Een tabblad dat blijft leven.')
  await page.route(SUBMISSIONS, (route) => route.abort())
  await widget.send()
  await widget.hears('Bewaard op dit apparaat')
  await page.close()
  let taken = 0
  await context.route(SUBMISSIONS, async (route) => {
    const response = await route.fetch()
    // The tab that closed tries once more when it is no longer seen: while that is under way the others hear so, and ask again.
    if (route.request().method() === 'POST' && response.ok()) taken++
    return route.fulfill({ response })
  })
  const tabs = await Promise.all([1, 2, 3].map(() => context.newPage()))
  await Promise.all(tabs.map((tab) => tab.goto(address)))
  const waits = () => tabs[0]?.evaluate(() => Object.keys(localStorage).some((key) => key.endsWith(':waiting')))
  await expect.poll(waits, { timeout: 20_000 }).toBe(false)
  expect((await product.api('GET', '/api/v1/feedback?q=tabblad')).body.items).toHaveLength(1)
  expect(taken).toBeLessThanOrEqual(1)
})

test('when what comes after the form cannot be fetched, nothing typed is lost', async ({ page, shop }) => {
  await page.route('**/widget/assets/loop-*', (route) => route.abort())
  const widget = new Widget(page)
  await page.goto(shop.address())
  await widget.open()
  await widget.say('Klacht', 'Halverwege viel de lijn weg.')
  await widget.send()
  await expect(widget.dialog.getByRole('alert').first()).toContainText('Er is niets verloren.')
  await expect(widget.message).toHaveValue('Halverwege viel de lijn weg.')
  await page.unroute('**/widget/assets/loop-*')
  await widget.send()
  await widget.hears('Dank je dat je het ons zegt.')
})

test('that my feedback cannot be had stays told, whatever part comes in after it', async ({ page, shop }) => {
  const widget = new Widget(page)
  await page.goto(shop.address())
  await widget.open()
  await widget.say('Idee', 'Een bankje bij de halte.')
  await widget.send()
  await widget.hears('Dank je wel.')
  await page.route(/\/mine\/feedback$/, (route) => route.abort())
  let slow = 0
  await page.route('**/widget/assets/returning-*', async (route) => {
    slow++
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await route.continue()
  })
  await page.reload()
  await widget.open()
  const part = page.waitForResponse('**/widget/assets/returning-*')
  await widget.dialog.getByRole('button', { name: 'Mijn feedback' }).click()
  const alert = widget.dialog.getByRole('alert')
  await expect(alert).toBeVisible()
  await part
  expect(slow).toBe(1)
  await page.waitForTimeout(300)
  await expect(alert).toBeVisible()
  await page.unroute(/\/mine\/feedback$/)
  await alert.getByRole('button').click()
  await expect(widget.dialog).toContainText('Een bankje bij de halte.')
  await expect(alert).toHaveCount(0)
})
