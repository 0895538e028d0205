import { colourAt, coloursIn, count, draw, elsewhere, expect, strict, test } from './capture-pages.ts'

const solid = '91,83,74'
const canary = [255, 0, 200] as const
const loud = 'background:rgb(255,0,200);color:rgb(255,0,200)'

test('the page is drawn as it is seen: boxes, words, lists, fields, layers', async ({ page, show, requests }) => {
  const style = `body{margin:0;font:16px/20px sans-serif;background:rgb(250,250,240)}#bar{position:fixed;inset:0 0 auto;height:40px;background:rgb(10,20,200);z-index:2}
    #under{position:absolute;top:0;left:0;width:50px;height:80px;background:red}#round{position:absolute;top:100px;left:0;width:100px;height:100px;border-radius:50%;background:rgb(0,120,0);border:10px solid rgb(0,0,0);box-sizing:border-box}
    #cut{position:absolute;top:100px;left:200px;width:50px;height:50px;overflow:hidden}#cut div{width:200px;height:50px;background:rgb(200,100,0)}
    #half{position:absolute;top:100px;left:400px;width:50px;height:50px;background:rgb(0,0,0);opacity:.5}p{position:absolute;top:240px;left:20px;margin:0;color:rgb(120,0,0)}`
  await show({
    style,
    body: '<div id="bar"></div><div id="under"></div><div id="round"></div><div id="cut"><div></div></div><div id="half"></div><p>Waar is mijn pakket gebleven?</p>',
  })
  await draw(page)
  expect(await colourAt(page, 20, 20)).toBe('10,20,200')
  expect(await colourAt(page, 20, 60)).toBe('255,0,0')
  expect(await colourAt(page, 700, 400)).toBe('250,250,240')
  expect([await colourAt(page, 50, 150), await colourAt(page, 4, 150), await colourAt(page, 4, 104)]).toEqual(['0,120,0', '0,0,0', '250,250,240'])
  expect([await colourAt(page, 225, 125), await colourAt(page, 300, 125)]).toEqual(['200,100,0', '250,250,240'])
  expect(await colourAt(page, 425, 125)).toBe('125,125,120')
  const words = await coloursIn(page, { x: 20, y: 240, width: 220, height: 20 })
  expect(words['120,0,0']).toBeGreaterThan(100)
  expect(requests).toEqual([])
})

test('private elements, passwords and card numbers are solid in the pixels, and the widget is not there', async ({ page, show }) => {
  const style = `body{margin:20px}[data-klankbord-private]{display:block;width:300px;height:60px;${loud}}input{display:block;${loud}}#out{position:absolute;top:300px;left:400px;${loud}}
    #move{position:absolute;left:0;top:400px;width:50px;height:50px;${loud}}`
  const body = `<section data-klankbord-private><b>Jan Jansen</b><i id="out">steekt uit</i></section><input type="password" value="geheim"><input type="PassWord" value="geheim">
    <input autocomplete="billing cc-number" value="4111111111111111"><input type="text" autocomplete="current-password" value="getoond"><div id="host"></div><div id="move" data-klankbord-private></div>`
  await show({ style, body })
  await page.evaluate(() => {
    const root = (document.querySelector('#host') as Element).attachShadow({ mode: 'open' })
    const inner = document.createElement('div')
    inner.dataset.klankbordPrivate = ''
    inner.style.cssText = 'background:rgb(255,0,200);height:40px'
    root.append(inner)
    ;(document.querySelector('#move') as HTMLElement).style.left = '600px'
  })
  await draw(page)
  expect(await count(page, canary)).toBe(0)
  // But for the rounding where two covers overlap.
  expect((await coloursIn(page, { x: 22, y: 22, width: 290, height: 50 }))[solid]).toBeGreaterThan(290 * 50 - 50)
  for (const input of await page.locator('input').all()) {
    const box = (await input.boundingBox())!
    expect(await colourAt(page, box.x + box.width / 2, box.y + box.height / 2)).toBe(solid)
  }
  expect(await colourAt(page, 625, 425)).toBe(solid)
  const widget = (await page.locator('#widget').boundingBox())!
  expect(await colourAt(page, widget.x + widget.width / 2, widget.y + widget.height / 2)).toBe('255,255,255')
})

test('under the strictest policy the page is drawn and edited, and nothing is refused or asked for', async ({ page, show, requests }) => {
  const refused: string[] = []
  page.on('console', (line) => line.type() === 'error' && refused.push(line.text()))
  page.on('pageerror', (error) => refused.push(error.message))
  await show({ policy: strict, style: 'body{background:rgb(9,99,9)}', body: '<h1>Streng</h1>' })
  refused.length = 0
  await draw(page)
  expect(await colourAt(page, 600, 400)).toBe('9,99,9')
  await page.evaluate(() => {
    const { drawn, capture } = window
    capture.editPicture({
      source: drawn,
      root: document.querySelector('#widget')!.shadowRoot!,
      texts: capture.en,
      encode: capture.toPicture,
      onDone: (picture) => {
        window.picture = picture
      },
    })
  })
  await expect(page.getByRole('dialog')).toHaveCSS('position', 'fixed')
  await page.getByRole('button', { name: 'Use this picture' }).click()
  await expect.poll(() => page.evaluate(() => window.picture?.blob.type)).toBe('image/webp')
  expect(refused).toEqual([])
  expect(requests).toEqual([])
})

test.describe('a dark page', () => {
  test.use({ colorScheme: 'dark' })

  test('is drawn dark, also where only its colour scheme says so', async ({ page, show }) => {
    await show({ style: ':root{color-scheme:light dark}', body: '<p>Donker</p>' })
    await draw(page)
    expect(await colourAt(page, 500, 300)).toBe('18,18,18')
    expect(Object.keys(await coloursIn(page, (await page.locator('p').boundingBox())!)).some((colour) => colour === '255,255,255')).toBe(true)
  })
})

test('words that are read from right to left stand on the right', async ({ page, show }) => {
  await show({
    dir: 'rtl',
    style: 'body{margin:0;font:20px/30px sans-serif;color:rgb(0,0,150)}p{margin:0}',
    body: '<p>مرحبا بالعالم</p><ul><li>واحد</li></ul>',
  })
  await draw(page)
  const half = (await page.evaluate(() => innerWidth)) / 2
  expect((await coloursIn(page, { x: 0, y: 0, width: half, height: 30 }))['0,0,150']).toBeUndefined()
  expect((await coloursIn(page, { x: half, y: 0, width: half, height: 30 }))['0,0,150']).toBeGreaterThan(50)
})

test('a picture of another origin is a plain box, and one of the own origin itself', async ({ page, show }) => {
  const image = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="rgb(0,200,100)"/></svg>'
  for (const origin of [elsewhere, 'http://localhost:9700'])
    await page.route(`${origin}/image.svg`, (route) => route.fulfill({ contentType: 'image/svg+xml', body: image }))
  await show({
    style: 'body{margin:0}img{display:block;width:100px;height:100px}',
    body: `<img src="/image.svg" alt=""><img src="${elsewhere}/image.svg" alt="">`,
  })
  await page.waitForFunction(() => [...document.images].every((image) => image.complete))
  await draw(page)
  expect(await colourAt(page, 50, 50)).toBe('0,200,100')
  expect(await colourAt(page, 50, 150)).not.toBe('0,200,100')
  expect(await colourAt(page, 50, 150)).not.toBe('255,255,255')
})

test('a page with 20,000 elements, deep ones and shadowed names is drawn in bounded time', async ({ page, show }) => {
  const form =
    '<form><input name="childNodes"><input name="children"><input name="nodeType"><input name="getClientRects"><input name="shadowRoot"><input name="localName"><input name="matches"><p id="in">In het formulier</p></form>'
  await show({
    style: '#in{background:rgb(0,90,0)}span{display:inline-block;border:1px solid;border-radius:3px}',
    body: form,
  })
  await page.evaluate(() => {
    for (const name of ['querySelectorAll', 'documentElement', 'createElement', 'querySelector', 'body']) {
      const image = new Image()
      image.setAttribute('name', name)
      Element.prototype.append.call(Reflect.get(Document.prototype, 'body', document), image)
    }
  })
  await page.evaluate(() => {
    const body = Reflect.get(Document.prototype, 'body', document) as HTMLElement
    const many = Array.from({ length: 20_000 }, (_, index) => Object.assign(new Text(`${index} `), {})).map((text) => {
      const span = Document.prototype.createElement.call(document, 'span')
      span.append(text)
      return span
    })
    body.append(...many)
    let deep: HTMLElement = body
    for (let depth = 0; depth < 2_000; depth++) {
      const inner = Document.prototype.createElement.call(document, 'b')
      deep.append(inner)
      deep = inner
    }
  })
  expect(await page.evaluate(() => Document.prototype.querySelectorAll.call(document, '*').length)).toBeGreaterThan(20_000)
  await page.evaluate(() => {
    Reflect.set(window, 'CropTarget', undefined)
  })
  const took = await page.evaluate(async () => {
    const begun = performance.now()
    window.drawn = await window.capture.capturePage(Document.prototype.querySelector.call(document, '#widget') as Element)
    return performance.now() - begun
  })
  expect(took).toBeLessThan(1_900)
  const box = (await page.locator('#in').boundingBox())!
  expect(await colourAt(page, box.x + box.width - 2, box.y + 2)).toBe('0,90,0')
})

test('a picture loses its EXIF and its place, stands upright, and is at most 2560 px and 5 MB', async ({ page, show }) => {
  await show({ body: '' })
  const read = await page.evaluate(async () => {
    const [canvas, large] = [document.createElement('canvas'), document.createElement('canvas')]
    Object.assign(canvas, { width: 60, height: 40 })
    const toBlob = (from: HTMLCanvasElement, type: string) => new Promise<Blob>((resolve) => from.toBlob((blob) => resolve(blob!), type, 0.9))
    const jpeg = new Uint8Array(await (await toBlob(canvas, 'image/jpeg')).arrayBuffer())
    // APP1 with Exif: turned a quarter (orientation 6), and a GPS block that holds a canary.
    const tiff = [
      0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 2, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0,
    ]
    const words = [...new TextEncoder().encode('Exif'), 0, 0, ...tiff, ...new TextEncoder().encode('GPS 53.2194N 6.5665E')]
    const exif = [0xff, 0xe1, (words.length + 2) >> 8, (words.length + 2) & 255, ...words]
    const file = new File([jpeg.slice(0, 2), new Uint8Array(exif), jpeg.slice(2)], 'thuis.jpg', { type: 'image/jpeg' })
    Object.assign(large, { width: 6000, height: 4000 })
    const context = large.getContext('2d')!
    for (let line = 0; line < 400; line++) {
      context.fillStyle = `hsl(${line * 7} 90% 50%)`
      context.fillRect(0, line * 10, 6000, 10)
    }
    const { readPicture } = window.capture
    const small = await readPicture(file)
    const scaled = await readPicture(await toBlob(large, 'image/jpeg'))
    const bytes = new TextDecoder('latin1').decode(await small.blob.arrayBuffer())
    const given = new TextDecoder('latin1').decode(await file.arrayBuffer())
    return {
      given: /Exif.*GPS/s.test(given),
      kept: /Exif|GPS|53\.2194/.test(bytes),
      small: [small.width, small.height],
      scaled: [scaled.width, scaled.height],
      size: scaled.blob.size,
      type: scaled.blob.type,
    }
  })
  expect(read).toMatchObject({ given: true, kept: false, small: [40, 60], scaled: [2560, 1707], type: 'image/webp' })
  expect(read.size).toBeLessThan(5 * 1024 * 1024)
})

test('what is no picture, too large or broken is refused by its name', async ({ page, show }) => {
  await show({ body: '' })
  const reasons = await page.evaluate(async () => {
    const refuse = (file: Blob) =>
      window.capture.readPicture(file).then(
        () => 'taken',
        (error) => error.message,
      )
    const huge = new Blob(['x'], { type: 'image/png' })
    Object.defineProperty(huge, 'size', { value: 61 * 1024 * 1024 })
    return [
      await refuse(new Blob(['%PDF'], { type: 'application/pdf' })),
      await refuse(new Blob(['ftypheic'], { type: 'image/heic' })),
      await refuse(huge),
      await refuse(new Blob(['geen png'], { type: 'image/png' })),
    ]
  })
  expect(reasons).toEqual(['type', 'type', 'size', 'broken'])
})
