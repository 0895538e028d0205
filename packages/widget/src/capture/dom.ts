// A page may shadow what it likes: <input name="firstChild"> in a form, <img name="querySelectorAll"> in the document. So everything is
// asked of the prototypes, where no element of the page can stand in between.

const getter =
  <Value>(prototype: object, name: string) =>
  (node: Node): Value =>
    Reflect.get(prototype, name, node) as Value

export const childNodes = getter<NodeListOf<ChildNode>>(Node.prototype, 'childNodes')
export const nodeType = getter<number>(Node.prototype, 'nodeType')
export const shadowRoot = getter<ShadowRoot | null>(Element.prototype, 'shadowRoot')
const rootElement = getter<Element>(Document.prototype, 'documentElement')

export const matches = (element: Element, selector: string) => Element.prototype.matches.call(element, selector)
export const rectsOf = (element: Element) => [...Element.prototype.getClientRects.call(element)]
export const page = () => rootElement(document)

export const queryAll = (root: Element | ShadowRoot, selector: string) =>
  (root instanceof ShadowRoot ? DocumentFragment : Element).prototype.querySelectorAll.call(root, selector)

export const make = <Name extends keyof HTMLElementTagNameMap>(name: Name) =>
  Document.prototype.createElement.call(document, name) as HTMLElementTagNameMap[Name]

/** A white canvas, at least one pixel large. */
export function makeCanvas(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = make('canvas')
  canvas.width = Math.max(1, Math.round(width))
  canvas.height = Math.max(1, Math.round(height))
  const context = canvas.getContext('2d') as CanvasRenderingContext2D
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  return [canvas, context]
}

export const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
