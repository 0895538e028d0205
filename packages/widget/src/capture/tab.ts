import { make, makeCanvas, page, wait } from './dom.ts'
import { cover, hideOnPage, privateRects } from './private.ts'

// How long the browser's own "this tab is shared" bar takes to push the page down.
const SETTLE = 300
const FRAME_WAIT = 4000

// Only Chromium on a desk shares one tab, and can prove that it is this one.
interface Tab extends MediaStreamTrack {
  cropTo(target: unknown): Promise<void>
}
declare const CropTarget: { fromElement(element: Element): Promise<unknown> } | undefined

/** One frame of this tab with the private things covered; undefined where the browser can't, or the customer would not. */
export async function captureTab(host: HTMLElement): Promise<HTMLCanvasElement | undefined> {
  // Within a frame the picture would be of the page around it, of which nothing is known.
  if (typeof CropTarget === 'undefined' || window.top !== window) return
  let stream: MediaStream | undefined
  let show: (() => void) | undefined
  try {
    const wish = { video: { displaySurface: 'browser' }, preferCurrentTab: true, selfBrowserSurface: 'include' }
    stream = await navigator.mediaDevices.getDisplayMedia(wish as DisplayMediaStreamOptions)
    const track = stream.getVideoTracks()[0] as Tab
    // Refused for any tab but this one: the private places of another page are not known.
    await track.cropTo(await CropTarget.fromElement(page()))
    await track.cropTo(null)
    show = hideOnPage(host)
    await wait(SETTLE)
    return await takeFrame(stream)
  } catch {
    // Refused by the customer or by the browser: the page is drawn instead.
  } finally {
    for (const track of stream?.getTracks() ?? []) track.stop()
    show?.()
  }
}

async function takeFrame(stream: MediaStream) {
  const video = make('video')
  video.muted = true
  const before = privateRects()
  // A track gives a new sink a fresh frame, so what it shows came after the hiding.
  video.srcObject = stream
  const frame = new Promise<boolean>((resolve) => video.requestVideoFrameCallback(() => resolve(true)))
  video.play()
  const isThere = await Promise.race([frame, wait(FRAME_WAIT)])
  const { videoWidth: width, videoHeight: height } = video
  // Without a frame it knows its size already, and would be drawn as nothing.
  // Another shape than the viewport's can't be this page as it is now, and of one that is pinched larger the places are not known.
  if (!isThere || visualViewport?.scale !== 1 || Math.abs(width / height / (innerWidth / innerHeight) - 1) > 0.03) return
  const [canvas, context] = makeCanvas(width, height)
  context.drawImage(video, 0, 0)
  context.scale(width / innerWidth, height / innerHeight)
  // What moved while the frame was taken is covered where it was and where it is.
  cover(context, [...before, ...privateRects()])
  return canvas
}
