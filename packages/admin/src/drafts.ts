import { useEffect, useState } from 'preact/hooks'

const PREFIX = 'klankbord-draft:'

/** What a person was writing under this name, kept on this device until it is sent. Storage may be off: then it lives as long as the page. */
export function readDraft<T>(name: string, empty: T): T {
  try {
    const kept = localStorage.getItem(PREFIX + name)
    return kept === null ? empty : (JSON.parse(kept) as T)
  } catch {
    return empty
  }
}

export function keepDraft<T>(name: string, value: T, isEmpty: boolean) {
  try {
    if (isEmpty) localStorage.removeItem(PREFIX + name)
    else localStorage.setItem(PREFIX + name, JSON.stringify(value))
  } catch {
    // Private mode or a full disk: the text still stands on the screen.
  }
}

/** A text that survives a reload. */
export function useDraft(name: string): [string, (value: string) => void] {
  const [state, setState] = useState({ name, text: readDraft(name, '') })
  const current = state.name === name ? state : { name, text: readDraft(name, '') }
  useEffect(() => {
    if (state.name !== name) setState({ name, text: readDraft(name, '') })
  }, [name, state.name])
  return [
    current.text,
    (text) => {
      keepDraft(name, text, text === '')
      setState({ name, text })
    },
  ]
}
