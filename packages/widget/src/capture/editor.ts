import type { Texts } from '../texts/languages.ts'
import { make } from './dom.ts'
import { createEasel, type Easel } from './easel.ts'
import css from './editor.css?inline'
import type { Picture, toPicture } from './picture.ts'

interface Editing {
  source: HTMLCanvasElement
  root: ShadowRoot | Element
  texts: Texts['capture']
  /** Handed over, because the part that reads files has it already. */
  encode: typeof toPicture
  /** The picture with what was hidden painted into its pixels; null when the customer does not want it. */
  onDone(picture: Picture | null): void
}

/** Shows a picture in a dialog as large as the window, in which the customer hides what others should not see. */
export function editPicture({ source, root, texts, encode, onDone }: Editing): void {
  const home = root.getRootNode() as ShadowRoot | Document
  const opener = home.activeElement as HTMLElement | null
  const sheet = new CSSStyleSheet()
  const dialog = make('dialog')
  let picture: Picture | null = null
  const easel = createEasel(source, () => {
    parts.undo.disabled = !easel.strokes[0]
    parts.status.textContent = texts.editHidden.replace('{n}', `${easel.strokes.length}`)
  })
  const parts = layOut(dialog, easel, texts)
  parts.undo.onclick = () => {
    easel.undo()
    // A disabled button drops the focus.
    if (parts.undo.disabled) easel.canvas.focus()
  }
  parts.cancel.onclick = () => dialog.close()
  parts.use.onclick = async () => {
    easel.draw(true)
    picture = await encode(easel.canvas).catch(() => null)
    if (picture) dialog.close()
    else parts.status.textContent = texts.editFailed
  }
  dialog.onkeydown = (event) => {
    // The keys are this dialog's: the page below may have shortcuts of its own.
    event.stopPropagation()
    if (event.key === 'z' && (event.ctrlKey || event.metaKey)) parts.undo.click()
  }
  dialog.onclose = () => {
    dialog.remove()
    home.adoptedStyleSheets = home.adoptedStyleSheets.filter((other) => other !== sheet)
    opener?.focus()
    onDone(picture)
  }
  sheet.replaceSync(css)
  home.adoptedStyleSheets = [...home.adoptedStyleSheets, sheet]
  root.append(dialog)
  dialog.showModal()
}

function layOut(dialog: HTMLDialogElement, easel: Easel, texts: Texts['capture']) {
  const { canvas } = easel
  const add = <Name extends keyof HTMLElementTagNameMap>(parent: Element, name: Name, text = '') => {
    const element = make(name)
    element.textContent = text
    parent.append(element)
    return element
  }
  dialog.className = 'panel easel'
  dialog.ariaLabel = add(dialog, 'h2', texts.editTitle).textContent
  add(dialog, 'p', texts.editHelp)
  add(dialog, 'div').append(canvas)
  const keys = add(dialog, 'small', texts.editKeys)
  const tools = add(dialog, 'p')
  canvas.tabIndex = 0
  canvas.role = 'application'
  canvas.ariaLabel = texts.editPicture
  keys.id = 'klankbord-keys'
  canvas.setAttribute('aria-describedby', keys.id)
  const brush = add(tools, 'button', texts.editBrush)
  brush.ariaPressed = 'false'
  brush.onclick = () => {
    easel.brush = !easel.brush
    brush.ariaPressed = `${easel.brush}`
  }
  const undo = add(tools, 'button', texts.editUndo)
  undo.disabled = true
  const status = add(tools, 'span')
  status.role = 'status'
  const cancel = add(tools, 'button', texts.editCancel)
  const use = add(tools, 'button', texts.editUse)
  use.className = 'main'
  return { undo, status, cancel, use }
}
