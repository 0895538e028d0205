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
  expect(await page.evaluate(() => Reflect.get(window, 'shared')?.readyState)).toBe('ended')
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
