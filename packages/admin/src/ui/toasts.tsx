import { useEffect, useState } from 'preact/hooks'
import type { Group, Way } from './toasts-shown.tsx'

const load = () => import('./toasts-shown.tsx')

/** Says in a line at the bottom what has just happened, with a way back where there is one. */
export function say(title: string, action?: Way) {
  void load().then(({ show }) => show(title, action))
}

/** Fetched once the page stands: nothing happens before that, and it weighs as much as the list. */
export function Toasts({ label }: { label: string }) {
  const [Loaded, setLoaded] = useState<typeof Group | null>(null)
  useEffect(() => {
    void load().then((module) => setLoaded(() => module.Group))
  }, [])
  return Loaded && <Loaded label={label} />
}
