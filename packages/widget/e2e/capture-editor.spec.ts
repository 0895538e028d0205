import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { colourAt, coloursIn, count, expect, test } from './capture-pages.ts'

const canary = [255, 0, 200] as const

/** Opens the editor on a picture of one colour, as the widget's button would. */
const edit = (page: Page, language: 'nl' | 'en' = 'nl') =>
  page.evaluate((language) => {
    const { capture } = window
    const root = document.querySelector('#widget')!.shadowRoot!
    root.querySelector('button')!.focus()
    const source = document.createElement('canvas')
    Object.assign(source, { width: 1200, height: 800 })
    const context = source.getContext('2d')!
    context.fillStyle = 'rgb(255,0,200)'
    context.fillRect(0, 0, 1200, 800)
    window.picture = undefined
    capture.editPicture({
      source,
      root,
      texts: capture[language],
      encode: capture.toPicture,
      onDone: (picture) => {
        window.picture = picture
      },
    })
  }, language)

/** Puts the finished picture where the tests look at pixels. */
async function finished(page: Page) {
  await expect.poll(() => page.evaluate(() => !!window.picture)).toBe(true)
  return page.evaluate(async () => {
    const bitmap = await createImageBitmap(window.picture!.blob)
    window.drawn = document.createElement('canvas')
    Object.assign(window.drawn, { width: bitmap.width, height: bitmap.height })
    window.drawn.getContext('2d')!.drawImage(bitmap, 0, 0)
  })
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent)

test('by keyboard alone a place is hidden in the pixels, undone, hidden again and used; the focus comes back', async ({ page, show }) => {
  await show({ body: '' })
  await edit(page)
  await expect(page.getByRole('application', { name: 'De foto' })).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toHaveText('Verborgen plekken: 1')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('status')).toHaveText('Verborgen plekken: 0')
  await expect(page.getByRole('application')).toBeFocused()
  await page.keyboard.press('Enter')
  for (const name of ['Kwast', 'Ongedaan maken', 'Annuleren', 'Deze foto gebruiken']) {
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name })).toBeFocused()
  }
  await page.keyboard.press('Enter')
  await finished(page)
  expect(await focused(page)).toBe('Feedback')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const pixels = 1200 * 800
  // 240 by 100 pixels are hidden, and no outline is left in the picture.
  expect(pixels - (await count(page, canary))).toBeGreaterThan(240 * 100 - 800)
  expect(pixels - (await count(page, canary))).toBeLessThan(240 * 100 + 2_500)
})

test('Escape cancels, and gives no picture', async ({ page, show }) => {
  await show({ body: '' })
  await edit(page)
  await page.keyboard.press('Escape')
  await expect.poll(() => page.evaluate(() => window.picture)).toBe(null)
  expect(await focused(page)).toBe('Feedback')
})

test('with the mouse a box and the way of a brush are hidden, and a click hides nothing', async ({ page, show }) => {
  await show({ body: '' })
  await edit(page)
  const box = (await page.getByRole('application').boundingBox())!
  await page.mouse.click(box.x + 10, box.y + 10)
  await page.mouse.move(box.x + box.width * 0.75, box.y + box.height * 0.75)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.5)
  await page.mouse.up()
  await page.getByRole('button', { name: 'Kwast' }).click()
  await page.mouse.move(box.x + box.width * 0.1, box.y + box.height * 0.2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.4, box.y + box.height * 0.2, { steps: 5 })
  await page.mouse.up()
  await expect(page.getByRole('status')).toHaveText('Verborgen plekken: 2')
  await page.getByRole('button', { name: 'Deze foto gebruiken' }).click()
  await finished(page)
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: (innerWidth * 800) / 1200 }))
  const near = async (x: number, y: number) => (await colourAt(page, width * x, height * y)).split(',').map(Number)
  for (const [x, y] of [
    [0.6, 0.6],
    [0.25, 0.2],
  ] as const) {
    const [red = 255] = await near(x, y)
    expect(red).toBeLessThan(130)
  }
  for (const [x, y] of [
    [0.9, 0.9],
    [0.01, 0.01],
  ] as const) {
    const [red = 0] = await near(x, y)
    expect(red).toBeGreaterThan(230)
  }
  expect(Object.keys(await coloursIn(page, { x: 0, y: 0, width: 10, height: 10 })).length).toBeGreaterThan(0)
})

for (const [name, colorScheme, dir, viewport, forcedColors] of [
  ['light on a desk', 'light', 'ltr', { width: 1440, height: 900 }, 'none'],
  ['dark at 320 px from right to left', 'dark', 'rtl', { width: 320, height: 568 }, 'none'],
  ['in forced colours', 'light', 'ltr', { width: 390, height: 844 }, 'active'],
] as const) {
  test(`axe finds nothing in the editor, and everything is within reach: ${name}`, async ({ page, show }) => {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' })
    await show({ dir, body: '<main><h1>Gastheer</h1></main>' })
    await edit(page, 'en')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const { violations } = await new AxeBuilder({ page }).include('#widget').analyze()
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
    expect(await page.getByRole('dialog').evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth)).toBe(true)
    for (const button of await page.getByRole('dialog').getByRole('button').all()) await button.scrollIntoViewIfNeeded()
  })
}
