import type { Page } from '@playwright/test'
import { expect, serverSays, test, Widget } from './host-pages.ts'

const receipt = { id: 'f1', customerToken: 't'.repeat(43), statusUrl: 'https://x/f/1', status: 'received', goal: null, mail: 'none' }
const uploads = (page: Page) =>
  serverSays(page, /\/sites\/[^/]+\/attachments$/, 201, { id: 'a1', type: 'image/jpeg', width: 8, height: 8, size: 500 })
const submissions = (page: Page) => serverSays(page, /\/sites\/[^/]+\/feedback$/, 201, receipt)

/** A picture as a camera or a screenshot would make it. */
const picture = async (page: Page) => {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 320
    canvas.height = 200
    const context = canvas.getContext('2d')
    if (context) context.fillStyle = '#2d5f94'
    context?.fillRect(0, 0, 320, 200)
    return canvas.toDataURL('image/png').split(',')[1] ?? ''
  })
  return { name: 'shot.png', mimeType: 'image/png', buffer: Buffer.from(base64, 'base64') }
}

async function write(page: Page, address: string) {
  const widget = new Widget(page)
  await page.goto(address)
  await widget.open()
  await widget.say('Klacht', 'Zo zag de doos eruit.')
  return widget
}
const add = async (widget: Widget) => widget.dialog.getByLabel('Foto toevoegen').setInputFiles(await picture(widget.page))

test('a picture goes along, also on the strictest page, and one can be taken out again', async ({ page, product, shop }) => {
  const [uploaded, sent] = [await uploads(page), await submissions(page)]
  const policy = `default-src 'none'; script-src ${product.url}; connect-src ${product.url}; require-trusted-types-for 'script'`
  const widget = await write(page, shop.address({ headers: { 'content-security-policy': policy } }))
  await add(widget)
  await add(widget)
  await widget.dialog.getByRole('button', { name: 'Foto 2 weghalen' }).click()
  await expect(widget.dialog.getByRole('button', { name: /weghalen/ })).toHaveCount(1)
  await widget.send()
  await widget.hears('Dank je dat je het ons zegt.')
  expect(uploaded.map(({ type }) => type?.split('/')[0])).toEqual(['image'])
  expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({ message: 'Zo zag de doos eruit.', attachments: ['a1'] })
})

test('a picture is pasted or dropped where one writes', async ({ page, shop }) => {
  const widget = await write(page, shop.address())
  const { buffer } = await picture(page)
  for (const type of ['paste', 'drop'])
    await widget.message.evaluate(
      (field, [type, base64]) => {
        const bytes = Uint8Array.from(atob(base64 as string), (letter) => letter.charCodeAt(0))
        const transfer = new DataTransfer()
        transfer.items.add(new File([bytes], 'shot.png', { type: 'image/png' }))
        const init = { bubbles: true, composed: true, cancelable: true }
        field.dispatchEvent(
          type === 'paste'
            ? new ClipboardEvent('paste', { ...init, clipboardData: transfer })
            : new DragEvent('drop', { ...init, dataTransfer: transfer }),
        )
      },
      [type, buffer.toString('base64')],
    )
  await expect(widget.dialog.getByRole('button', { name: /weghalen/ })).toHaveCount(2)
})

test('pictures of a draft survive a reload, and wait with the words while offline', async ({ page, context, shop }) => {
  const [uploaded, sent] = [await uploads(page), await submissions(page)]
  const widget = await write(page, shop.address({ path: '/pictures' }))
  await add(widget)
  await expect(widget.dialog.getByRole('button', { name: 'Foto 1 weghalen' })).toBeVisible()
  await page.reload()
  await widget.open()
  await expect(widget.message).toHaveValue('Zo zag de doos eruit.')
  await expect(widget.dialog.getByRole('button', { name: 'Foto 1 weghalen' })).toBeVisible()
  await context.setOffline(true)
  await page.unroute(/\/sites\/[^/]+\/attachments$/)
  await widget.send()
  await widget.hears('Bewaard op dit apparaat')
  const again = await uploads(page)
  await context.setOffline(false)
  await expect.poll(() => sent.length, { timeout: 15_000 }).toBe(1)
  expect(uploaded.length + again.length).toBe(1)
  expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({ attachments: ['a1'] })
})

test('a file that is no picture is refused with a reason, and so is what the server refuses', async ({ page, shop }) => {
  await serverSays(page, /\/sites\/[^/]+\/attachments$/, 415, { code: 'unsupported-media-type' })
  const widget = await write(page, shop.address())
  await widget.dialog.getByLabel('Foto toevoegen').setInputFiles({ name: 'list.txt', mimeType: 'text/plain', buffer: Buffer.from('Hallo') })
  await expect(widget.dialog).toContainText('Dit bestand is geen foto die we kunnen lezen.')
  await add(widget)
  await widget.send()
  await expect(widget.dialog.getByRole('alert')).toContainText('haal de foto weg of kies een andere')
  await expect(widget.message).toHaveValue('Zo zag de doos eruit.')
})
