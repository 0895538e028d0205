import type { LiveEvents, LiveName } from '@klankbord/shared/live'

/** One who listens: a page that is open somewhere. */
export interface Listener {
  organisationId: string
  /** Null for an integration. */
  memberId: string | null
  /** What they were let in with, to see that it is still worth something. */
  secretHash: string
  send(chunk: Uint8Array): void
  end(): void
}

/** A page that reads nothing for so long that this much waits for it is let go; it asks again. */
const MOST_WAITING = 256 * 1024

const encoder = new TextEncoder()

/** An event as it goes over the wire; written once for all who get it. */
export const written = <Name extends LiveName>(name: Name, data: LiveEvents[Name], id?: string) =>
  encoder.encode(`${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)

/** Says nothing, so that proxies see that the connection lives, and we that the other side does. */
export const KEEP_ALIVE = encoder.encode(':\n\n')

/** How soon a browser asks again after a break. */
const FIRST = encoder.encode('retry: 2000\n\n')

/** A stream of events for one page. `gone` is called once, when either side has ended it. */
export function openChannel(who: Pick<Listener, 'organisationId' | 'memberId' | 'secretHash'>, gone: (listener: Listener) => void) {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const listener: Listener = {
    ...who,
    send(chunk) {
      if (!controller) return
      if ((controller.desiredSize ?? 0) <= 0) return listener.end()
      controller.enqueue(chunk)
    },
    end() {
      const open = controller
      controller = undefined
      if (!open) return
      gone(listener)
      open.close()
    },
  }
  const stream = new ReadableStream<Uint8Array>(
    {
      start(opened) {
        controller = opened
        opened.enqueue(FIRST)
      },
      cancel() {
        controller = undefined
        gone(listener)
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MOST_WAITING }),
  )
  return { stream, listener }
}
