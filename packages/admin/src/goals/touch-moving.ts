import { useEffect, useRef } from 'preact/hooks'
import type { Moving } from './moving.ts'
import type { GoalIndex } from './tree.ts'

/** How long a finger rests on a goal before that is picked up; less is a tap. */
const REST_MS = 450
/** A finger that goes further before that is scrolling. */
const STILL_PX = 10

interface Finger {
  x: number
  y: number
  timer: ReturnType<typeof setTimeout>
  carries: boolean
}

interface Seen {
  index: GoalIndex
  moving: Moving | null
}

/** Picks a goal up under a finger that rests on it, and puts it where the finger leaves the glass; a finger that moves at once scrolls. Null where nothing may be moved. */
export function useTouchMoving(list: { current: HTMLElement | null }, index: GoalIndex, moving: Moving | null) {
  const seen = useRef<Seen>({ index, moving })
  seen.current = { index, moving }
  const may = moving !== null
  useEffect(() => {
    const tree = list.current
    if (!tree || !may) return
    const { letGo, ...heard } = listening(() => seen.current)
    const events = Object.entries(heard) as [keyof typeof heard, (event: Event) => void][]
    // Known before a finger comes: a listener that is added later can no longer keep the page from scrolling.
    for (const [type, listener] of events) tree.addEventListener(type, listener, { passive: false })
    return () => {
      letGo()
      for (const [type, listener] of events) tree.removeEventListener(type, listener)
    }
  }, [list, may])
}

/** What is done at each event of a finger. */
function listening(seen: () => Seen) {
  let finger: Finger | null = null
  const letGo = () => {
    if (finger) clearTimeout(finger.timer)
    finger = null
  }
  const cancel = () => {
    if (finger?.carries) seen().moving?.cancel()
    letGo()
  }
  const pickUp = (goalId: string) => {
    const goal = seen().index.goals.get(goalId)
    if (!finger || !goal) return
    finger.carries = true
    navigator.vibrate?.(15)
    seen().moving?.pickUp(goal)
  }
  return {
    letGo,
    touchstart: ({ touches, target }: TouchEvent) => {
      cancel()
      const [touch] = touches
      const id = idUnder(target)
      if (!touch || touches.length > 1 || id === undefined) return
      finger = { x: touch.clientX, y: touch.clientY, timer: setTimeout(pickUp, REST_MS, id), carries: false }
    },
    touchmove: (event: TouchEvent) => {
      const [touch] = event.touches
      if (!finger || !touch) return
      if (!finger.carries) return Math.hypot(touch.clientX - finger.x, touch.clientY - finger.y) > STILL_PX ? letGo() : undefined
      event.preventDefault()
      const { moving } = seen()
      const id = placeUnder(touch, moving)
      if (id !== null && id !== moving?.picked?.over) moving?.aim(id)
    },
    touchend: (event: TouchEvent) => {
      if (!finger?.carries) return letGo()
      // Or the browser makes it a click, which opens the goal.
      event.preventDefault()
      const [touch] = event.changedTouches
      const { moving } = seen()
      if (!touch || placeUnder(touch, moving) === null) return cancel()
      letGo()
      moving?.drop()
    },
    touchcancel: cancel,
    // The menu of a link, which a finger that rests brings up too.
    contextmenu: (event: Event) => finger && event.preventDefault(),
  }
}

const idUnder = (target: EventTarget | null) => (target instanceof Element ? target.closest<HTMLElement>('[role=treeitem]')?.dataset.id : undefined)

/** The goal under a finger, where what is carried may go there. */
function placeUnder({ clientX, clientY }: Touch, moving: Moving | null): string | null {
  const id = idUnder(document.elementFromPoint(clientX, clientY))
  return id !== undefined && moving?.picked?.places.has(id) ? id : null
}
