import { useEffect, useState } from 'preact/hooks'

/** A window that nobody sees paints nothing, and what waits for that still has to come. */
const AT_MOST = 200
/** So long a frame takes to come on screen once it is drawn: whatever is done meanwhile holds it up. */
const HANDED_OVER = 16

/** Does something once what was just changed is on screen. Gives back the way to call it off. */
export function afterPaint(act: () => void): () => void {
  let next: ReturnType<typeof setTimeout> | undefined
  const late = setTimeout(go, AT_MOST)
  const frame = requestAnimationFrame(() => {
    next = setTimeout(go, HANDED_OVER)
  })
  function stop() {
    clearTimeout(late)
    clearTimeout(next)
    cancelAnimationFrame(frame)
  }
  function go() {
    stop()
    act()
  }
  return stop
}

/** False while what has this name is shown for the first time, and true from then on: for what may come a moment after what one looks at. */
export function usePainted(name: string): boolean {
  const [painted, setPainted] = useState<string | null>(null)
  useEffect(() => afterPaint(() => setPainted(name)), [name])
  return painted === name
}
