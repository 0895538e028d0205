import { useEffect, useState } from 'preact/hooks'

/** One value of the page that several parts read, and that more than parts of the screen change. */
export interface Kept<T> {
  read: () => T
  change: (change: (before: T) => T) => void
  listen: (told: () => void) => () => void
}

export function keptOf<T>(value: T): Kept<T> {
  let current = value
  const listeners = new Set<() => void>()
  return {
    read: () => current,
    change: (change) => {
      const after = change(current)
      if (after === current) return
      current = after
      for (const told of listeners) told()
    },
    listen: (told) => {
      listeners.add(told)
      return () => listeners.delete(told)
    },
  }
}

/** The value, or what `pick` takes of it; renders again when that changes. */
export function useKept<T, Part = T>(kept: Kept<T>, pick: (value: T) => Part = (value) => value as unknown as Part): Part {
  const part = pick(kept.read())
  const [, setShown] = useState(part)
  useEffect(() => {
    const told = () => setShown(() => pick(kept.read()))
    told()
    return kept.listen(told)
  }, [kept])
  return part
}
