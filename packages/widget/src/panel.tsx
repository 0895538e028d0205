import { render } from 'preact'
import base from './base.css?inline'
import { Flow, type Room } from './flow.ts'
import { Choose, Say } from './form.tsx'
import type { Opening } from './options.ts'
import { focus, Icon } from './parts.tsx'
import { Mine } from './status.tsx'
import { Sent } from './thanks.tsx'
import { Thread } from './thread.tsx'
import css from './widget.css?inline'

const views = { choose: Choose, say: Say, sent: Sent, mine: Mine, item: Thread }

export interface Panel {
  open(opening: Opening): void
  close(): void
}

/** The panel in the shadow root of its place: a modal sheet on a phone, a small dialog on a desk, or part of the page. */
export function createPanel(room: Room): Panel {
  const { root, options, configuration } = room
  const inside = !!options.inside
  const sheet = new CSSStyleSheet()
  const { theme = configuration?.look.theme } = options
  sheet.replaceSync(`${base}${css}.panel{color-scheme:${theme === 'light' || theme === 'dark' ? theme : 'light dark'}}`)
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  const dialog = document.createElement(inside ? 'section' : 'dialog') as HTMLDialogElement
  dialog.className = 'panel'
  // What stands in the page is always open.
  dialog.open ||= inside
  dialog.setAttribute('aria-labelledby', 'title')
  root.append(dialog)
  const flow = new Flow(room, () => render(dialog.open && <View flow={flow} close={inside ? undefined : close} />, dialog))
  const close = () => dialog.close?.()
  let opener: HTMLElement | null
  dialog.onkeydown = (event) => {
    if (event.key !== 'Escape' || event.isComposing || inside) return
    event.stopPropagation()
    close()
  }
  // Only the backdrop is the dialog itself; what is seen of it is covered by its children.
  dialog.onclick = (event) => {
    if (event.target === dialog) close()
  }
  dialog.onclose = () => {
    render(null, dialog)
    room.button.hidden = false
    opener?.focus()
    room.emit('closed', undefined)
  }
  return {
    close,
    open(opening) {
      if (!dialog.open) {
        opener = (root.activeElement ?? document.activeElement) as HTMLElement | null
        if (matchMedia('(min-width:600px)').matches) dialog.show()
        else dialog.showModal()
        room.button.hidden = true
        room.emit('opened', undefined)
      }
      focus.moves = !inside
      flow.enter(opening)
      focus.moves = true
    },
  }
}

function View({ flow, close }: { flow: Flow; close: (() => void) | undefined }) {
  const { view, room, kinds } = flow
  const { texts, customer, configuration } = room
  const Current = views[view]
  const step = (label: string, onClick: () => void, icon: 'back' | 'close') => (
    <button type="button" class="icon" aria-label={label} onClick={onClick}>
      <Icon name={icon} />
    </button>
  )
  return (
    <>
      <header>
        {(view === 'item' || view === 'mine' || (view === 'say' && kinds[1])) &&
          step(texts.back, () => (view === 'item' ? flow.go('mine') : flow.say()), 'back')}
        <span>{view === 'choose' && configuration?.organisation}</span>
        {(customer.token || customer.waiting[0]) && (view === 'choose' || view === 'say') && (
          <button type="button" onClick={() => flow.go('mine')}>
            {texts.mine} {customer.news > 0 && <b>{customer.news}</b>}
          </button>
        )}
        {close && step(texts.close, close, 'close')}
      </header>
      <div class="body" key={view}>
        {flow.failed && (
          <p role="alert">
            {texts.failed}{' '}
            <button type="button" onClick={() => flow.refresh()}>
              {texts.again}
            </button>
          </p>
        )}
        <Current flow={flow} />
      </div>
    </>
  )
}
