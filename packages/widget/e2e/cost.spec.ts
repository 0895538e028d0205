import type { Page } from '@playwright/test'
import { expect, stored, test, Widget } from './host-pages.ts'

declare global {
  interface Window {
    listeners: string[]
    shifts: number
  }
}

const watch = () => {
  window.listeners = []
  window.shifts = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.shifts += (entry as PerformanceEntry & { value: number }).value
  }).observe({ type: 'layout-shift', buffered: true })
  const add = EventTarget.prototype.addEventListener
  EventTarget.prototype.addEventListener = function (this: EventTarget, ...given: Parameters<typeof add>) {
    if (this === undefined || this === window || this === document) window.listeners.push(given[0])
    return add.apply(this ?? window, given)
  }
}

test('at page load the widget costs one request, one element and one listener, stores nothing and moves nothing', async ({ page, product, shop }) => {
  const asked: string[] = []
  page.on('request', (request) => request.url().startsWith(product.url) && asked.push(request.url()))
  await page.addInitScript(watch)
  await page.goto(shop.address())
  await expect(new Widget(page).button).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(asked).toEqual([`${product.url}/widget.js`])
  expect(await page.locator('html > *').count()).toBe(3)
  expect(await page.evaluate(() => window.listeners)).toEqual(['click'])
  expect(await page.evaluate(() => window.shifts)).toBe(0)
  expect(await stored(page)).toEqual({ cookie: '' })
})

/** The form is fetched at what the customer does on the way to the button, and nothing more happens. */
async function fetchesTheForm(page: Page, address: string, comeNear: (widget: Widget) => Promise<unknown>) {
  const widget = new Widget(page)
  await page.goto(address)
  await expect(widget.button).toBeVisible()
  const form = page.waitForResponse('**/widget/assets/form-*')
  await comeNear(widget)
  await form
  await expect(widget.dialog).toBeHidden()
  expect(await stored(page)).toEqual({ cookie: '' })
}

test('the form is fetched when the mouse comes near, before the click', async ({ page, shop }) => {
  await fetchesTheForm(page, shop.address(), ({ button }) => button.hover())
})

test('the form is fetched when the keyboard reaches the button', async ({ page, shop }) => {
  await fetchesTheForm(page, shop.address(), async ({ button }) => {
    await page.keyboard.press('Tab')
    await expect(button).toBeFocused()
  })
})

test.describe('on a screen that is touched', () => {
  test.use({ hasTouch: true })

  test('the form is fetched as soon as the finger is on the button', async ({ page, shop }) => {
    await fetchesTheForm(page, shop.address(), async ({ button }) => {
      const box = await button.boundingBox()
      if (!box) throw new Error('The button is out of sight')
      const fingers = await page.context().newCDPSession(page)
      await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: box.x + 10, y: box.y + 10 }] })
    })
  })
})

test('a customer who comes back costs two listeners, and one look for news a minute over all pages', async ({ page, shop }) => {
  const widget = new Widget(page)
  await page.addInitScript(watch)
  await page.goto(shop.address())
  await widget.open()
  await widget.say('Idee', 'Een bankje voor het afhaalpunt, met een rugleuning.')
  await widget.send()
  await widget.hears('Dank je wel.')
  const looks: string[] = []
  page.on('request', (request) => request.url().includes('/mine/feedback') && request.method() === 'GET' && looks.push(request.url()))
  await page.goto(shop.address())
  await expect.poll(() => looks.length).toBe(1)
  await page.goto(shop.address())
  expect(await page.evaluate(() => window.listeners)).toEqual(['click'])
  await expect.poll(() => page.evaluate(() => window.listeners)).toEqual(['click', 'visibilitychange'])
  await page.waitForLoadState('networkidle')
  expect(looks).toHaveLength(1)
})

test('a widget that is taken off while it loads leaves nothing running', async ({ page, shop }) => {
  const widget = new Widget(page)
  await page.goto(shop.address())
  await widget.open()
  await widget.say('Idee', 'Een bankje bij de ingang, in de schaduw.')
  await widget.send()
  await widget.hears('Dank je wel.')
  await page.addInitScript(watch)
  const looks: string[] = []
  page.on('request', (request) => request.url().includes('/mine/feedback') && looks.push(request.url()))
  let go = () => {}
  const unmounted = new Promise<void>((resolve) => {
    go = resolve
  })
  const form = page.waitForResponse('**/widget/assets/form-*')
  await page.route('**/widget/assets/form-*', (route) => unmounted.then(() => route.continue()))
  await page.goto(shop.address(), { waitUntil: 'commit' })
  await expect(widget.button).toBeVisible()
  await page.evaluate(`window.Klankbord('unmount')`)
  go()
  await form
  await page.waitForLoadState('networkidle')
  expect(looks).toEqual([])
  expect(await page.evaluate(() => window.listeners)).toEqual(['click'])
  await expect(page.locator('html > div')).toHaveCount(0)
})
