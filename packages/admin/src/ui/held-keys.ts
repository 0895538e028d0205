import { useEffect } from 'preact/hooks'

const MEANT = ['Enter', 'Backspace', 'ArrowDown', 'ArrowUp']

/** Not to be held again. */
const given = new WeakSet<Event>()

/** How many fields are on their way to what is open. */
let fieldsToCome = 0

const rest = () => new Promise((done) => setTimeout(done))

interface Holding {
  onEscape?: () => void
  /** True where a button that one has gone to meanwhile may be pressed. */
  isPressable?: boolean
}

/**
 * Holds what is typed while what one asked for with a key is still on its way: those letters are for its field, and else would be
 * taken for keys of the page. Gives back how to let go: with what was typed given to the field that has the focus by then, or not.
 */
export function holdKeys({ onEscape, isPressable = false }: Holding): (give: boolean) => Promise<void> {
  const held: string[] = []
  const before = document.activeElement
  const hold = (event: KeyboardEvent) => {
    if (!isHeld(event)) return
    if (event.key === 'Escape' ? !onEscape : event.key === 'Enter' && isPressable && event.target !== before && isOn(event, 'button, a')) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (event.key === 'Escape') onEscape?.()
    else held.push(event.key)
  }
  addEventListener('keydown', hold, true)
  return async (give) => {
    if (give) await rest()
    while (give && fieldsToCome > 0) await rest()
    // What is typed meanwhile comes after it.
    while (give && held.length > 0) {
      const letters = held.findIndex((key) => key.length > 1)
      const text = held.splice(0, letters === -1 ? held.length : letters).join('')
      if (text === '') press(held.shift() as string)
      // As if it were typed: with an event for who listens, and an undo for who made a mistake.
      else document.execCommand('insertText', false, text)
      await rest()
    }
    removeEventListener('keydown', hold, true)
  }
}

/** A page that has not come by then does not come. */
const PAGE_WITHIN = 10_000

/** Ends what `holdForPage` began. */
let endForPage = (_field: HTMLElement | null) => {}

/** Holds what is typed until the page that one goes to with a key has its first field, see `usePageField`. Escape and the mouse let go of it. */
export function holdForPage() {
  endForPage(null)
  const stop = () => endForPage(null)
  const letGo = holdKeys({ onEscape: stop })
  const late = setTimeout(stop, PAGE_WITHIN)
  addEventListener('pointerdown', stop, true)
  endForPage = (field) => {
    endForPage = () => {}
    clearTimeout(late)
    removeEventListener('pointerdown', stop, true)
    field?.focus()
    void letGo(field !== null)
  }
}

/** The field of a page that takes the focus, and what was typed meanwhile, where one went there with a key. */
export function usePageField(find: () => HTMLElement | null | undefined) {
  useEffect(() => endForPage(find() ?? null), [])
}

const isHeld = (event: KeyboardEvent) =>
  !(given.has(event) || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) &&
  (event.key.length === 1 || event.key === 'Escape' || MEANT.includes(event.key))

const isOn = ({ target }: Event, what: string) => target instanceof Element && target.closest(what) !== null

/** Holds what is typed until the field that takes the focus is there, where that takes a moment longer than what it stands in. */
export function useFieldToCome(isComing: boolean) {
  useEffect(() => {
    if (!isComing) return
    const letGo = holdKeys({ isPressable: true })
    fieldsToCome++
    const end = (give: boolean) => {
      removeEventListener('focusin', arrived)
      fieldsToCome--
      void letGo(give)
    }
    let isHere = false
    const arrived = (event: FocusEvent) => {
      isHere = isOn(event, 'input, textarea')
      if (isHere) end(true)
    }
    addEventListener('focusin', arrived)
    return () => {
      if (!isHere) end(false)
    }
  }, [isComing])
}

function press(key: string) {
  if (key === 'Backspace') document.execCommand('delete')
  else {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
    given.add(event)
    document.activeElement?.dispatchEvent(event)
  }
}
