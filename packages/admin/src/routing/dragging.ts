import { useState } from 'preact/hooks'

/** Where what stood at `from` comes to stand when it is dropped before the place `before`. */
export const placeAfterDrop = (from: number, before: number) => (before > from ? before - 1 : before)

export interface Dragging {
  /** What the grip of a row takes. */
  onGrip: (index: number) => { draggable: true; onDragStart: (event: DragEvent) => void; onDragEnd: () => void }
  /** What the row takes. */
  onRow: (index: number) => {
    'data-dragged': true | undefined
    'data-drop': 'before' | 'after' | undefined
    onDragOver: (event: DragEvent) => void
    onDrop: (event: DragEvent) => void
  }
}

/** Rows that are dragged to another place by their grip; `onDrop` hears from where, and before which. Buttons do the same for who doesn't drag. */
export function useDragging(onDrop: (from: number, before: number) => void): Dragging {
  const [from, setFrom] = useState<number | null>(null)
  const [before, setBefore] = useState<number | null>(null)
  const stop = () => {
    setFrom(null)
    setBefore(null)
  }
  const placeAt = (event: DragEvent, index: number) => {
    const { top, height } = (event.currentTarget as HTMLElement).getBoundingClientRect()
    return event.clientY > top + height / 2 ? index + 1 : index
  }
  return {
    onGrip: (index) => ({
      draggable: true,
      onDragStart: (event) => {
        event.dataTransfer?.setData('text/plain', String(index + 1))
        const row = (event.currentTarget as HTMLElement).closest('li')
        if (row) event.dataTransfer?.setDragImage(row, 16, 16)
        setFrom(index)
      },
      onDragEnd: stop,
    }),
    onRow: (index) => ({
      'data-dragged': from === index || undefined,
      'data-drop': from === null ? undefined : before === index ? 'before' : before === index + 1 ? 'after' : undefined,
      onDragOver: (event: DragEvent) => {
        if (from === null) return
        event.preventDefault()
        setBefore(placeAt(event, index))
      },
      onDrop: (event: DragEvent) => {
        if (from === null) return
        event.preventDefault()
        onDrop(from, placeAt(event, index))
        stop()
      },
    }),
  }
}
