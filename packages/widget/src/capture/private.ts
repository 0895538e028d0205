import { page, queryAll, rectsOf, shadowRoot } from './dom.ts'

/** What never comes into a picture. A password that is being shown is still asked for by its `autocomplete`. */
export const PRIVATE = '[data-klankbord-private],input[type=password],[autocomplete*="cc-" i],[autocomplete*=password i]'

/** The colour of what was hidden: seen on light and on dark pages. */
export const SOLID = '#5b534a'

/** The document and every open shadow root in it. Nobody can look inside a closed one: only what is marked around it is hidden with it. */
export function trees(root: Element | ShadowRoot = page(), found: (Element | ShadowRoot)[] = []) {
  found.push(root)
  for (const element of queryAll(root, '*')) {
    const inner = shadowRoot(element)
    if (inner) trees(inner, found)
  }
  return found
}

/** Where an element is seen, with what sticks out of it. */
export function rectsWithin(element: Element): DOMRect[] {
  const own = rectsOf(element)
  if (own[0] && getComputedStyle(element).overflow !== 'visible') return own
  const text = new Range()
  text.selectNodeContents(element)
  return [...own, ...text.getClientRects(), ...[...queryAll(element, '*')].flatMap(rectsOf)]
}

/** Where the private elements are now, in CSS pixels of the viewport. A frame may hold anything, so it is one. */
export const privateRects = () => trees().flatMap((tree) => [...queryAll(tree, `${PRIVATE},iframe,object,embed`)].flatMap(rectsWithin))

/** Paints solid over places of the viewport, with a small margin. */
export function cover(context: CanvasRenderingContext2D, rects: DOMRect[]) {
  context.fillStyle = SOLID
  for (const { x, y, width, height } of rects) if (width && height) context.fillRect(x - 1, y - 1, width + 2, height + 2)
}

/** Makes the private elements and the widget invisible on the page itself, those that appear later too, until the returned function is called. */
export function hideOnPage(host: HTMLElement): () => void {
  const sheet = new CSSStyleSheet()
  // Within a layer an important rule beats the page's own important ones.
  sheet.replaceSync(`@layer{:is(${PRIVATE}){opacity:0!important;transition:none!important}}`)
  const holders = trees().map((tree) => (tree instanceof ShadowRoot ? tree : document))
  for (const holder of holders) holder.adoptedStyleSheets = [...holder.adoptedStyleSheets, sheet]
  const focused = host.shadowRoot?.activeElement as HTMLElement | null | undefined
  // Not opacity: what stands in the top layer inherits visibility from the host, but not its opacity.
  host.style.setProperty('visibility', 'hidden', 'important')
  return () => {
    for (const holder of holders) holder.adoptedStyleSheets = holder.adoptedStyleSheets.filter((other) => other !== sheet)
    host.style.removeProperty('visibility')
    focused?.focus()
  }
}
