import { useRef } from 'preact/hooks'

/** For an act of two halves: whoever tries again after the first was done goes on with what it made, and makes no second one. Under another name it is made anew. */
export function useMadeOnce<Made>(): (name: string, make: () => Promise<Made>) => Promise<Made> {
  const last = useRef<{ name: string; made: Promise<Made> } | null>(null)
  return (name, make) => {
    if (last.current?.name === name) return last.current.made
    const one = { name, made: make() }
    last.current = one
    one.made.catch(() => {
      if (last.current === one) last.current = null
    })
    return one.made
  }
}
