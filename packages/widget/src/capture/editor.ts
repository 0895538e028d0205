import { make, makeCanvas } from './dom.ts'
import { createEasel, type Easel } from './easel.ts'
import css from './editor.css?inline'
import { type Picture, toPicture } from './picture.ts'
import { hide } from './strokes.ts'
import type { CaptureTexts } from './texts.ts'

interface Editing {
  source: HTMLCanvasElement
  root: ShadowRoot | Element
  texts: CaptureTexts
  /** The picture with what was hidden painted into its pixels; null when the customer does not want it. */
  onDone(picture: Picture | null): void
}

/** Shows a picture in a dialog as large as the window, in which the customer hides what others should not see. */
export function editPicture({ source, root, texts, onDone }: Editing): void {
  const home = root.getRootNode() as ShadowRoot | Document
  const opener = home.activeElement as HTMLElement | null
  const dialog = make('dialog')
  const removeStyle = addStyle(home)
  let picture: Picture | null = null
  const easel = createEasel(source, () => tell())
  const parts = layOut(dialog, easel, texts)
  const tell = () => {
    const count = easel.strokes.length
    parts.undo.disabled = !count
    parts.status.textContent = texts.hidden.replace('{n}', `${count}`)
  }
  parts.undo.onclick = () => {
    easel.strokes.pop()
    easel.draw()
    tell()
    // A disabled button drops the focus.
    if (parts.undo.disabled) easel.canvas.focus()
  }
  parts.cancel.onclick = () => dialog.close()
  parts.use.onclick = async () => {
    if (parts.use.ariaDisabled) return
    parts.use.ariaDisabled = 'true'
    picture = await toPicture(finish(source, easel)).catch(() => null)
    parts.use.ariaDisabled = null
    if (picture) dialog.close()
    else parts.alert.textContent = texts.failed
  }
  dialog.onkeydown = (event) => {
    // The keys are this dialog's: the page below may have shortcuts of its own.
    event.stopPropagation()
    if (event.key === 'z' && (event.ctrlKey || event.metaKey)) parts.undo.click()
  }
  dialog.onclose = () => {
    dialog.remove()
    removeStyle()
    opener?.focus()
    onDone(picture)
  }
  root.append(dialog)
  dialog.showModal()
  parts.title.focus()
}

function finish(source: HTMLCanvasElement, { strokes }: Easel) {
  const [canvas, context] = makeCanvas(source.width, source.height)
  context.drawImage(source, 0, 0)
  hide(context, strokes)
  return canvas
}

function addStyle(home: ShadowRoot | Document) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  home.adoptedStyleSheets = [...home.adoptedStyleSheets, sheet]
  return () => {
    home.adoptedStyleSheets = home.adoptedStyleSheets.filter((other) => other !== sheet)
  }
}

function layOut(dialog: HTMLDialogElement, easel: Easel, texts: CaptureTexts) {
  const add = <Name extends keyof HTMLElementTagNameMap>(parent: Element, name: Name, text = '', id = '') => {
    const element = make(name)
    element.textContent = text
    if (id) element.id = `klankbord-${id}`
    parent.append(element)
    return element
  }
  const button = (parent: Element, text: string) => Object.assign(add(parent, 'button', text), { type: 'button' as const })
  dialog.className = 'panel easel'
  const title = add(dialog, 'h2', texts.title, 'title')
  title.tabIndex = -1
  dialog.setAttribute('aria-labelledby', title.id)
  add(dialog, 'p', texts.help)
  const stage = add(dialog, 'div')
  stage.append(easel.canvas)
  const keys = add(dialog, 'small', texts.keys, 'keys')
  const { canvas } = easel
  canvas.tabIndex = 0
  canvas.role = 'application'
  canvas.ariaLabel = texts.picture
  canvas.setAttribute('aria-describedby', keys.id)
  const tools = add(dialog, 'p')
  const [box, brush] = [button(tools, texts.box), button(tools, texts.brush)]
  const choose = (brushed: boolean) => {
    easel.brush = brushed
    box.ariaPressed = `${!brushed}`
    brush.ariaPressed = `${brushed}`
  }
  box.onclick = () => choose(false)
  brush.onclick = () => choose(true)
  choose(false)
  const undo = button(tools, texts.undo)
  undo.disabled = true
  const status = add(tools, 'span')
  status.role = 'status'
  const alert = add(tools, 'b')
  alert.role = 'alert'
  const cancel = button(tools, texts.cancel)
  const use = button(tools, texts.use)
  use.className = 'main'
  return { title, undo, status, alert, cancel, use }
}
