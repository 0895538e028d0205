import { type LiveEvents, type LiveName, liveEndpoints } from '@klankbord/shared/live'
import { answered, connection, lostConnection } from './connection.ts'

export type Told = { [Name in LiveName]: (event: LiveEvents[Name]) => void }

interface Ways {
  told: Told
  /** Asks for what may have been missed. */
  catchUp: () => void
}

/** How often we ask where the server does not tell. */
const ASK_EVERY = 15_000
/** How often we look whether an answer comes again. */
const TRY_EVERY = 4_000
/** A stream that the browser gave up is opened again after so long, and later each time. */
const OPEN_AFTER = [1_000, 3_000, 10_000, 30_000]

/** One stream at a time, opened again whenever it broke. */
class Stream {
  private source: EventSource | null = null
  private reopening: ReturnType<typeof setTimeout> | undefined
  private failures = 0
  private missed = false

  constructor(private readonly ways: Ways) {}

  open() {
    this.close()
    const source = new EventSource(liveEndpoints.listenLive.path)
    this.source = source
    source.onopen = () => this.opened()
    source.onerror = () => this.broke(source)
    const { told } = this.ways
    const follow = <Name extends LiveName>(name: Name) =>
      source.addEventListener(name, (event) => told[name](JSON.parse((event as MessageEvent<string>).data)))
    for (const name of Object.keys(told) as LiveName[]) follow(name)
  }

  close() {
    clearTimeout(this.reopening)
    if (this.source) this.missed = true
    this.source?.close()
    this.source = null
  }

  private opened() {
    this.failures = 0
    connection.change(() => 'live')
    if (this.missed) this.ways.catchUp()
    this.missed = false
  }

  private broke(source: EventSource) {
    this.missed = true
    connection.change((before) => (before === 'lost' ? before : 'asking'))
    // Else the browser tries by itself.
    if (source.readyState !== EventSource.CLOSED) return
    this.reopening = setTimeout(() => this.open(), OPEN_AFTER[Math.min(this.failures++, OPEN_AFTER.length - 1)])
  }
}

/**
 * Follows what the server tells, for as long as the page can be seen: a browser has few connections for one server, and a page
 * that nobody looks at must hold none. Falls back to asking. Gives back the way to stop.
 */
export function followLive(ways: Ways): () => void {
  const stream = new Stream(ways)
  const seen = () => (document.hidden ? stream.close() : stream.open())
  const back = () => {
    answered()
    ways.catchUp()
    seen()
  }
  const stopAsking = ask(ways.catchUp)
  document.addEventListener('visibilitychange', seen)
  addEventListener('offline', lostConnection)
  addEventListener('online', back)
  seen()
  return () => {
    stream.close()
    stopAsking()
    document.removeEventListener('visibilitychange', seen)
    removeEventListener('offline', lostConnection)
    removeEventListener('online', back)
  }
}

/** Asks now and then, but only while the server does not tell and somebody can see the page. */
function ask(catchUp: () => void): () => void {
  let since = 0
  const timer = setInterval(() => {
    since += TRY_EVERY
    const state = connection.read()
    const due = state === 'lost' || (state === 'asking' && since >= ASK_EVERY)
    if (!due || document.hidden) return
    since = 0
    catchUp()
  }, TRY_EVERY)
  return () => clearInterval(timer)
}
