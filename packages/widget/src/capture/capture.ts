import { drawPage } from './draw-page.ts'
import { captureTab } from './tab.ts'

export { editPicture } from './editor.ts'

/** Whether this browser can make a picture of the page. */
export const canCapture = () => 'roundRect' in Path2D.prototype

/**
 * A picture of what the customer sees: of this tab where browser and customer allow it, else drawn from the page's own elements, without a
 * request. Call it in answer to a click. Private elements and the widget are not in it. Never rejects because of what is on the page.
 */
export async function capturePage(widgetHost: Element): Promise<HTMLCanvasElement> {
  const host = widgetHost as HTMLElement
  return (await captureTab(host)) ?? drawPage(host)
}
