const MEANT = ['Enter', 'Backspace', 'ArrowDown', 'ArrowUp']

/** Not to be held again. */
const given = new WeakSet<Event>()

const rest = () => new Promise((done) => setTimeout(done))

/**
 * Holds what is typed while what one asked for with a key is still on its way: those letters are for its field, and else would be
 * taken for keys of the page. Gives back how to let go: with what was typed given to the field that has the focus by then, or not.
 */
export function holdKeys(onEscape: () => void): (give: boolean) => Promise<void> {
  const held: string[] = []
  const hold = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey } = event
    if (given.has(event) || ctrlKey || metaKey || altKey || event.isComposing || (key.length > 1 && key !== 'Escape' && !MEANT.includes(key))) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (key === 'Escape') onEscape()
    else held.push(key)
  }
  addEventListener('keydown', hold, true)
  return async (give) => {
    if (give) await rest()
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

function press(key: string) {
  if (key === 'Backspace') document.execCommand('delete')
  else {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
    given.add(event)
    document.activeElement?.dispatchEvent(event)
  }
}
