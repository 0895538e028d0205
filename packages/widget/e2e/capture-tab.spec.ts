import { colourAt, count, expect, test } from './capture-pages.ts'

const solid = '91,83,74'
const canary = [255, 0, 200] as const
const style = `body{margin:0;background:rgb(20,120,220)}[data-klankbord-private]{position:absolute;top:100px;left:100px;width:200px;height:80px;background:rgb(255,0,200)!important;opacity:1!important}
  aside{position:absolute;top:300px;left:100px;width:100px;height:100px;background:url('data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"><rect width="100" height="100" fill="rgb(0,160,0)"/></svg>')}`
const body = '<div data-klankbord-private>Jan Jansen</div><aside></aside>'

test.use({ shareTab: true })

test('one frame of it is taken, without the widget and with the private things covered, and sharing stops', async ({ page, show }) => {
  await show({ style, body })
  await page.evaluate(async () => {
    const { mediaDevices } = navigator
    const share = mediaDevices.getDisplayMedia.bind(mediaDevices)
    Reflect.set(mediaDevices, 'getDisplayMedia', async (wish: DisplayMediaStreamOptions) => {
      const stream = await share(wish)
      Reflect.set(window, 'shared', stream.getVideoTracks()[0])
      return stream
    })
    window.drawn = await window.capture.capturePage(document.querySelector('#widget') as Element)
  })
  const state = await page.evaluate(() => Reflect.get(window, 'shared')?.readyState)
  test.skip(state === undefined, 'this Chromium has no tabs to share: it is the headless shell')
  expect(state).toBe('ended')
  const [red = 0, green = 0, blue = 0] = (await colourAt(page, 600, 300)).split(',').map(Number)
  expect([Math.abs(red - 20) < 12, Math.abs(green - 120) < 12, Math.abs(blue - 220) < 12]).toEqual([true, true, true])
  // Drawn from the page's elements, a background picture would be a grey box.
  // The colours of a video are not exact.
  const [leafRed = 255, leafGreen = 0] = (await colourAt(page, 150, 350)).split(',').map(Number)
  expect(leafGreen - leafRed).toBeGreaterThan(100)
  expect(await colourAt(page, 200, 140)).toBe(solid)
  expect(await count(page, canary, 40)).toBe(0)
  const widget = (await page.locator('#widget').boundingBox())!
  const [under = 0] = (await colourAt(page, widget.x + widget.width / 2, widget.y + widget.height / 2)).split(',').map(Number)
  expect(Math.abs(under - 20)).toBeLessThan(12)
  await expect(page.locator('#widget')).toBeVisible()
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0)
})

test('a frame, here a made one, is covered where the private things are and where they were, with the widget away while it is taken', async ({
  page,
  show,
}) => {
  await show({ style, body })
  const away = await page.evaluate(async () => {
    const frame = document.createElement('canvas')
    Object.assign(frame, { width: innerWidth, height: innerHeight })
    const context = frame.getContext('2d')!
    const host = document.querySelector<HTMLElement>('#widget')!
    const thing = document.querySelector<HTMLElement>('[data-klankbord-private]')!
    const seen: string[] = []
    const paint = () => {
      context.fillStyle = 'rgb(0,160,0)'
      context.fillRect(0, 0, innerWidth, innerHeight)
      context.fillStyle = 'rgb(255,0,200)'
      context.fillRect(100, 100, 200, 80)
      seen.push(getComputedStyle(host).visibility)
    }
    // A canvas on which nothing was painted yet gives a black frame.
    paint()
    const painting = setInterval(paint, 30)
    const stream = frame.captureStream()
    const [track] = stream.getVideoTracks()
    Reflect.set(track!, 'cropTo', async () => {})
    Reflect.set(window, 'CropTarget', { fromElement: async () => ({}) })
    Reflect.set(navigator.mediaDevices, 'getDisplayMedia', async () => stream)
    // It moves as soon as its first frame is asked for.
    HTMLVideoElement.prototype.play = ((play) =>
      function (this: HTMLVideoElement) {
        thing.style.left = '500px'
        return play.call(this)
      })(HTMLVideoElement.prototype.play)
    window.drawn = await window.capture.capturePage(host)
    clearInterval(painting)
    return { state: track!.readyState, hidden: seen.filter((visibility) => visibility === 'hidden').length, after: getComputedStyle(host).visibility }
  })
  expect(away).toMatchObject({ state: 'ended', after: 'visible' })
  expect(away.hidden).toBeGreaterThan(3)
  expect([await colourAt(page, 200, 140), await colourAt(page, 600, 140)]).toEqual([solid, solid])
  expect(await count(page, canary, 40)).toBe(0)
  const [red = 0, green = 0] = (await colourAt(page, 900, 500)).split(',').map(Number)
  expect(green - red).toBeGreaterThan(100)
})

test('when the customer refuses to share, or shares another tab, the page is drawn instead and nothing stays hidden', async ({ page, show }) => {
  await show({ style, body })
  for (const answer of ['refused', 'another tab']) {
    await page.evaluate(async (answer) => {
      Reflect.set(window, 'CropTarget', { fromElement: async () => ({}) })
      Reflect.set(navigator.mediaDevices, 'getDisplayMedia', async () => {
        if (answer === 'refused') throw new DOMException('Permission denied', 'NotAllowedError')
        const other = document.createElement('canvas')
        other.getContext('2d')!.fillRect(0, 0, 300, 150)
        const stream = other.captureStream()
        const [track] = stream.getVideoTracks()
        Reflect.set(track!, 'cropTo', () => Promise.reject(new Error('not this tab')))
        Reflect.set(window, 'shared', track)
        return stream
      })
      window.drawn = await window.capture.capturePage(document.querySelector('#widget') as Element)
    }, answer)
    expect(await colourAt(page, 600, 300)).toBe('20,120,220')
    expect(await colourAt(page, 200, 140)).toBe(solid)
    await expect(page.locator('#widget')).toBeVisible()
  }
  expect(await page.evaluate(() => Reflect.get(window, 'shared').readyState)).toBe('ended')
})

test('what stands in a closed shadow root is hidden with the element around it, where that is marked', async ({ page, show }) => {
  const card = 'x-card{position:absolute;top:200px;left:300px;width:200px;height:80px}'
  await show({ style: `body{margin:0;background:rgb(20,120,220)}${card}`, body: '<x-card data-klankbord-private></x-card>' })
  await page.evaluate(async () => {
    const inner = document.createElement('p')
    inner.style.cssText = 'width:300px;height:160px;margin:0;background:rgb(255,0,200)'
    document.querySelector('x-card')!.attachShadow({ mode: 'closed' }).append(inner)
    window.drawn = await window.capture.capturePage(document.querySelector('#widget') as Element)
  })
  expect(await colourAt(page, 400, 240)).toBe(solid)
  expect(await count(page, canary, 40)).toBe(0)
})
