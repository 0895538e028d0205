import type { Opening } from '../options.ts'
import { Fragment, h, render } from '../view.ts'
import base from './base.css?inline'
import { enter, go, load, say } from './flow.ts'
import later from './loop.css?inline'
import { dress, focus, Icon } from './parts.tsx'
import type { Room } from './room.ts'
import { Choose, Say } from './say.tsx'

/** The panel in the shadow root of its place: a modal sheet on a phone, a small dialog on a desk, or part of the page. */
export function createPanel(room: Room) {
  const { root, options, locale, language } = room
  const inside = !!options.inside
  const dialog = document.createElement(inside ? 'section' : 'dialog') as HTMLDialogElement
  room.dialog = dialog
  dialog.part = 'panel'
  dialog.lang = locale
  if (language === 'ar') dialog.dir = 'rtl'
  dialog.setAttribute('aria-labelledby', 'title')
  // What stands in the page is always open.
  dialog.open ||= inside
  look(room)
  root.append(dialog)
  room.draw = () => render(dialog.open && Panel(room), dialog)
  dialog.onkeydown = (event) => {
    if (event.key !== 'Escape' || event.isComposing || inside) return
    event.stopPropagation()
    // Else a dialog of the page below closes too.
    event.preventDefault()
    dialog.close()
  }
  // Only the backdrop is the dialog itself; what is seen of it is covered by its children.
  dialog.onclick = (event) => {
    if (event.target === dialog && !inside) dialog.close()
  }
}

export function open(room: Room, opening: Opening) {
  const { dialog, root, button, options } = room
  if (!dialog.open) {
    const opener = (root.activeElement ?? document.activeElement) as HTMLElement | null
    dialog.onclose = () => {
      render(null, dialog)
      button.hidden = false
      opener?.focus()
      room.emit('closed', undefined)
    }
    // Above a dialog of the page, or what fills the screen, only another modal one can be seen and used.
    if (matchMedia('(min-width:600px)').matches && !document.querySelector(':modal,:fullscreen')) dialog.show()
    else dialog.showModal()
    button.hidden = true
    room.emit('opened', undefined)
  }
  focus.moves = !options.inside
  enter(room, options.mode === 'outcomes' ? { view: options.mode } : opening)
  focus.moves = true
}

function look(room: Room) {
  const { options, configuration, root, dialog } = room
  const { theme, accent, radius = 12, density, font } = { ...configuration?.look, ...options }
  dialog.className = ['panel', theme, density].join(' ')
  dress(
    room,
    `${base}${later}:host{${accent ? `--accent:var(--klankbord-accent,${accent})!important;` : ''}${font === 'page' ? 'font-family:inherit!important' : ''}}.panel{--radius:var(--klankbord-radius,${radius}px)}`,
  )
  // On a phone the keyboard covers the page instead of making it smaller.
  const view = visualViewport
  const fit = () => {
    if (!root.isConnected) view?.removeEventListener('resize', fit)
    else if (view) dialog.style.setProperty('--keyboard', `${view.scale > 1 ? 0 : Math.max(0, innerHeight - view.height - view.offsetTop)}px`)
  }
  view?.addEventListener('resize', fit)
}

function Panel(room: Room) {
  const { view, texts, kinds, options, configuration, loop, news, failed, notice, box, dialog } = room
  const isSaying = view === 'choose' || view === 'say'
  const Later = loop?.views[view as keyof typeof loop.views]
  const step = (label: string, onClick: () => void, icon: 'back' | 'close') => (
    <button type="button" class="icon" aria-label={label} onClick={onClick}>
      {Icon(icon)}
    </button>
  )
  return (
    <>
      <header part="header">
        {(view === 'say' ? kinds[1] : /item|mine|outcomes/.test(view) && !options.mode) &&
          step(texts.back, () => (/item|outcomes/.test(view) ? go(room, 'mine') : say(room)), 'back')}
        <span>{view === 'choose' && configuration?.organisation}</span>
        {isSaying && (box.recall('token') || box.recall('waiting')) && (
          <button type="button" onClick={() => go(room, 'mine')}>
            {texts.mine} {news > 0 && <b>{news}</b>}
          </button>
        )}
        {!options.inside && step(texts.close, () => dialog.close(), 'close')}
      </header>
      <div class="body" part="body" key={view}>
        {failed && (
          <p role="alert">
            {texts.failed}{' '}
            <button type="button" onClick={() => load(room)}>
              {texts.again}
            </button>
          </p>
        )}
        <p role="status">{notice}</p>
        {view === 'choose' ? Choose(room) : view === 'say' ? Say(room) : Later ? Later(room) : !failed && <p role="status">{texts.loading}</p>}
      </div>
    </>
  )
}
