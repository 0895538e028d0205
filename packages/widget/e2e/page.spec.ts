import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test, Widget } from './host-pages.ts'

test('the whole journey works with the keyboard alone, and the focus comes back', async ({ page, shop }) => {
  const widget = new Widget(page)
  await page.goto(shop.address())
  await expect(widget.button).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(widget.button).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(widget.dialog.getByRole('heading', { name: 'Wat wil je ons vertellen?' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(widget.message).toBeFocused()
  await page.keyboard.type('Alles met de toetsen.')
  await page.keyboard.press('Escape')
  await expect(widget.dialog).toBeHidden()
  await expect(widget.button).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(widget.message).toBeFocused()
  await expect(widget.message).toHaveValue('Alles met de toetsen.')
  const send = widget.dialog.getByRole('button', { name: 'Versturen' })
  for (let presses = 0; presses < 12 && !(await send.evaluate((button) => button.matches(':focus'))); presses++) await page.keyboard.press('Tab')
  await expect(send).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(widget.dialog.getByRole('heading', { name: 'Dank je dat je het ons zegt.' })).toBeFocused()
})

test('on a phone it is a modal sheet, on a desk the page stays within reach', async ({ page, shop }) => {
  const widget = new Widget(page)
  await page.goto(shop.address({ body: '<button id="own">Bestellen</button>' }))
  await widget.open()
  await page.locator('#own').click()
  await page.keyboard.press('Escape')
  await expect(widget.dialog).toBeVisible()
  await widget.dialog.getByRole('button', { name: 'Sluiten' }).click()
  await page.setViewportSize({ width: 390, height: 844 })
  await widget.open()
  expect(await widget.dialog.evaluate((dialog) => dialog.matches(':modal'))).toBe(true)
  await page.mouse.click(195, 40)
  await expect(widget.dialog).toBeHidden()
})

test('under the strictest policy of a host page everything works and nothing is refused', async ({ page, product, shop }) => {
  const widget = new Widget(page)
  const refused: string[] = []
  page.on('console', (line) => line.type() === 'error' && refused.push(line.text()))
  const policy = `default-src 'none'; script-src ${product.url}; connect-src ${product.url}; require-trusted-types-for 'script'`
  await page.goto(shop.address({ headers: { 'content-security-policy': policy } }))
  await widget.open()
  await widget.say('Klacht', 'Ook onder een strenge policy.')
  await widget.send()
  await widget.hears('Dank je dat je het ons zegt.')
  await expect(widget.dialog).toHaveCSS('border-radius', '12px')
  expect(refused.filter((text) => !text.includes('favicon'))).toEqual([])
})

test('the page is left as it is: its layout, its names, its styles, and they do not reach the widget', async ({ page, shop }) => {
  const widget = new Widget(page)
  const names = () => page.evaluate(() => Object.getOwnPropertyNames(window).filter((name) => !/^(\d+|__.*|playwright.*)$/i.test(name)))
  const shape = () => page.evaluate(() => JSON.stringify(document.querySelector('main')?.getBoundingClientRect()))
  const hostile = '<style>* { all: revert !important; color: red !important; font-size: 40px !important } div { display: none !important }</style>'
  await page.goto(shop.address({ head: hostile, scripts: 0 }))
  const before = [await names(), await shape()] as const
  await page.goto(shop.address({ head: hostile, scripts: 2 }))
  await expect(widget.button).toHaveCount(1)
  expect(await page.locator('body > *').count()).toBe(3)
  expect(await page.locator('html > *').count()).toBe(3)
  await widget.open()
  await expect(widget.dialog.getByText('Een team leest het')).toHaveCSS('font-size', '16px')
  expect((await names()).filter((name) => !before[0].includes(name))).toEqual(['Klankbord'])
  expect(await shape()).toBe(before[1])
})

test('the page opens it, prefills it and hears what was sent, also with calls from before it loaded', async ({ page, product, shop }) => {
  const widget = new Widget(page)
  const early = `<script>
    window.Klankbord = window.Klankbord || function () { (Klankbord.q = Klankbord.q || []).push(arguments) }
    window.heard = []
    Klankbord('set', { attributes: { plan: 'pro', orderId: 123 } })
    for (const name of ['opened', 'submitted', 'closed']) Klankbord('on', name, (detail) => heard.push([name, detail && detail.kind]))
    Klankbord('identify', { token: 'x.y.z' })
    Klankbord('open', { kind: 'idea', message: 'Een voorzet van de pagina' })
  </script>`
  await page.goto(shop.address({ head: early, body: '<a href="#" data-klankbord-open="complaint">Klacht?</a>' }))
  await expect(widget.message).toHaveValue('Een voorzet van de pagina')
  await widget.send()
  await widget.hears('Dank je wel.')
  await widget.dialog.getByRole('button', { name: 'Sluiten' }).click()
  await expect
    .poll(() => page.evaluate('heard'))
    .toEqual(
      [
        ['opened', null],
        ['submitted', 'idea'],
        ['closed', null],
      ].map(([name, kind]) => [name, kind ?? null]),
    )
  const { body } = await product.api('GET', '/api/v1/feedback?q=voorzet')
  const { body: item } = await product.api('GET', `/api/v1/feedback/${body.items[0].id}`)
  expect(item.attributes).toEqual({ plan: 'pro', orderId: '123' })
  expect(item.pageUrl).toBe(page.url())
  await page.getByRole('link', { name: 'Klacht?' }).click()
  await expect(widget.dialog.getByRole('heading', { name: 'Wat ging er mis?' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('link', { name: 'Klacht?' })).toBeFocused()
})

test('it stands in the page itself where the page asks for it', async ({ page, product, shop }) => {
  const inline = `<klankbord-widget site="${shop.siteKey}" mode="inline"></klankbord-widget>`
  await page.goto(shop.address({ body: inline, attributes: 'data-button="none"' }))
  await expect(page.getByRole('heading', { name: 'Wat wil je ons vertellen?' })).toBeVisible()
  await expect(page.locator('body')).toBeFocused()
  await page.getByRole('button', { name: 'Vraag', exact: true }).click()
  await page.getByRole('textbox', { name: 'Wat wil je weten?' }).fill('Staat dit in de pagina?')
  await page.getByRole('button', { name: 'Versturen' }).click()
  await expect(page.getByRole('heading', { name: 'Dank je wel.' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Feedback', exact: true })).toHaveCount(0)
  expect((await product.api('GET', '/api/v1/feedback?q=pagina')).body.items.length).toBeGreaterThan(0)
})

test('a page whose origin the site does not allow gets no button, and its developer a line that says what to do', async ({ page, shop }) => {
  const stranger = createServer(async (_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(await (await fetch(shop.address({ path: '/copied' }))).text())
  })
  await new Promise<void>((resolve) => stranger.listen(0, 'localhost', resolve))
  const lines: string[] = []
  page.on('console', (line) => line.type() === 'warning' && lines.push(line.text()))
  await page.goto(`http://localhost:${(stranger.address() as AddressInfo).port}`)
  await new Widget(page).button.hover()
  await expect.poll(() => lines.join()).toContain("add this origin to the site's allowed origins")
  await expect(new Widget(page).button).toHaveCount(0)
  stranger.close()
})

test('it speaks the language of the page, and mirrors on a page that is read from right to left', async ({ page, shop }) => {
  await page.goto(shop.address({ lang: 'en', dir: 'rtl' }))
  await page.getByRole('button', { name: 'Feedback' }).click()
  const title = page.getByRole('heading', { name: 'What would you like to tell us?' })
  await expect(title).toBeVisible()
  const [close, heading] = [await page.getByRole('button', { name: 'Close' }).boundingBox(), await title.boundingBox()]
  expect(close?.x).toBeLessThan(heading?.x as number)
})

test('when the rest cannot be fetched the button says so, and tries again when asked', async ({ page, shop }) => {
  const widget = new Widget(page)
  await page.route('**/widget/assets/**', (route) => route.abort())
  await page.goto(shop.address())
  await widget.button.click()
  await expect(page.getByRole('button', { name: 'offline' })).toBeVisible()
  await page.unroute('**/widget/assets/**')
  await page.getByRole('button', { name: 'offline' }).click()
  await expect(widget.dialog).toBeVisible()
})
