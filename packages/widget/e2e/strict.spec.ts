import { expect, test, Widget } from './host-pages.ts'

const send = async (widget: Widget, message: string) => {
  await widget.open()
  await widget.say('Klacht', message)
  await widget.send()
  await widget.hears('Dank je dat je het ons zegt.')
}

test('a page that hides and resets everything in it does not hide or reset the widget', async ({ page, shop }) => {
  const hostile =
    '<style>html > :not(body, head), body * { all: revert !important; display: none !important; opacity: 0 !important; transform: scale(0) !important }</style>'
  await page.goto(shop.address({ head: hostile }))
  const widget = new Widget(page)
  await send(widget, 'Op een vijandige pagina.')
  await expect(widget.dialog).toHaveCSS('border-radius', '12px')
})

test('a browser that refuses storage is told so, and everything still works', async ({ page, shop }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError')
        },
      })
  })
  await page.goto(shop.address())
  const widget = new Widget(page)
  await widget.open()
  await widget.say('Klacht', 'Mijn browser bewaart niets.')
  await expect(widget.dialog).toContainText('Je browser bewaart dit niet.')
  await widget.send()
  await widget.hears('Dank je dat je het ons zegt.')
  await widget.dialog.getByRole('button', { name: 'Mijn feedback' }).click()
  await expect(widget.dialog.getByText('Mijn browser bewaart niets.')).toBeVisible()
})

test('a page that extends the prototypes of the language changes nothing', async ({ page, shop }) => {
  const head = `<script>
    Array.prototype.remove = function () {}; Array.prototype.first = function () { return this[0] }
    Object.defineProperty(Object.prototype, 'extra', { value: 1, enumerable: true, writable: true, configurable: true })
  </script>`
  await page.goto(shop.address({ head }))
  await send(new Widget(page), 'Op een pagina met eigen ideeën over arrays.')
})

test('a dialog of the page can open it, above itself', async ({ page, shop }) => {
  const body = '<dialog id="own"><button data-klankbord-open="idea">Vertel het ons</button></dialog>'
  await page.goto(shop.address({ body }))
  const widget = new Widget(page)
  await page.evaluate('document.querySelector("#own").showModal()')
  await page.getByRole('button', { name: 'Vertel het ons' }).click()
  const message = page.getByRole('textbox', { name: 'Wat kan er beter, en hoe?' })
  await message.click()
  await message.fill('Vanuit een dialoog.')
  await page.getByRole('button', { name: 'Versturen' }).click()
  await expect(page.getByRole('heading', { name: 'Dank je wel.' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Vertel het ons' })).toBeFocused()
  await expect(widget.dialog).toHaveCount(1)
})

test('on a page that fills the screen it opens above what fills it', async ({ page, shop }) => {
  await page.goto(shop.address({ body: '<button data-klankbord-open="idea" id="full">Vertel</button>' }))
  await page.locator('main').evaluate((main) => main.requestFullscreen())
  await page.locator('#full').click()
  const message = page.getByRole('textbox', { name: 'Wat kan er beter, en hoe?' })
  await message.click()
  await message.fill('Op het hele scherm.')
  await expect(message).toHaveValue('Op het hele scherm.')
})

test('on a small screen at 400 % zoom everything can be reached', async ({ page, shop }) => {
  await page.setViewportSize({ width: 320, height: 256 })
  await page.goto(shop.address())
  const widget = new Widget(page)
  await send(widget, 'Op een klein scherm.')
  expect(await widget.dialog.evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth)).toBe(true)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})

test('the text on every accent can be read at 4.5:1', async ({ page, shop }) => {
  await page.goto(shop.address())
  const widget = new Widget(page)
  await expect(widget.button).toBeVisible()
  const poor = await page.evaluate(() => {
    const button = document.querySelector('html > div')?.shadowRoot?.querySelector('button') as HTMLElement
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    const light = (colour: string) => {
      if (!canvas) return 0
      canvas.fillStyle = colour
      canvas.fillRect(0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) =>
        part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
      )
      return red * 0.2126 + green * 0.7152 + blue * 0.0722
    }
    const steps = ['00', '33', '55', '66', '77', '88', '99', 'cc', 'ff']
    return steps
      .flatMap((red) => steps.flatMap((green) => steps.map((blue) => `#${red}${green}${blue}`)))
      .filter((accent) => {
        document.documentElement.style.setProperty('--klankbord-accent', accent)
        const [low = 0, high = 0] = [light(accent), light(getComputedStyle(button).color)].sort((a, b) => a - b)
        return (high + 0.05) / (low + 0.05) < 4.45
      })
  })
  expect(poor).toEqual([])
})

test('with forced colours what is chosen can still be told from what is not', async ({ page, shop }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(shop.address())
  const widget = new Widget(page)
  await widget.open()
  await widget.say('Klacht', 'Zonder kleuren.')
  const chosen = widget.dialog.getByRole('button', { name: '4', exact: true })
  await chosen.click()
  await widget.message.focus()
  const outline = (button: typeof chosen) => button.evaluate((element) => getComputedStyle(element).outlineStyle)
  expect(await outline(chosen)).toBe('solid')
  expect(await outline(widget.dialog.getByRole('button', { name: '3', exact: true }))).toBe('none')
})
