import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Order {
  id: number
  bytes: Uint8Array
  /** What it becomes: a JPEG, a WebP, a small PNG, which every mail program shows, or a JPEG that is small enough to travel with a mail. */
  as: Form
}

export type Form = 'photo' | 'drawing' | 'logo' | 'enclosed'

export interface Made {
  width: number
  height: number
  bytes: Uint8Array
}

/** Why no picture was made: too many pixels, too long, not readable, or nothing can be read here now. */
export type Fault = 'pixels' | 'time' | 'broken' | 'unable'

export class EncoderFault extends Error {
  readonly fault: Fault
  constructor(fault: Fault, why: string) {
    super(why)
    this.name = 'EncoderFault'
    this.fault = fault
  }
}

type Answer = { id: number } & ({ made: Made } | { made?: undefined; fault: Fault; why: string })

interface Waiting {
  resolve: (made: Made) => void
  reject: (fault: EncoderFault) => void
}

/** How long it waits for the next picture before it ends. */
const IDLE_MS = 10_000
/** Longest without any answer; then it hangs, and is ended. */
const PATIENCE_MS = 60_000

// Built, it is a file beside this one; else it is TypeScript, and runs as the development server does.
const isBuilt = import.meta.url.endsWith('.js')
const entry = fileURLToPath(new URL(isBuilt ? './encoder.js' : './encoder.ts', import.meta.url))
const execArgv = isBuilt ? [] : ['--import', 'tsx']
/** Keeps the allocator of glibc from holding on to some hundred MB; ignored elsewhere. */
const env = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072' }

let encoder: Encoder | undefined

/**
 * Makes a picture from its pixels in a process apart, started with the first picture and ended when there are no more for a while: whatever a stranger's bytes
 * do to it, the server goes on. Throws an `EncoderFault`.
 */
export function encodeApart(bytes: Uint8Array, as: Form): Promise<Made> {
  if (!encoder?.isAlive) encoder = new Encoder()
  return encoder.make(bytes, as)
}

class Encoder {
  isAlive = true
  private readonly child: ChildProcess = fork(entry, [], { env, execArgv, serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  private readonly waiting = new Map<number, Waiting>()
  private orders = 0
  private timer: NodeJS.Timeout | undefined

  constructor() {
    this.child.on('message', (answer: Answer) => this.hear(answer))
    this.child.on('error', () => this.lose())
    this.child.on('exit', () => this.lose())
  }

  make(bytes: Uint8Array, as: Form): Promise<Made> {
    const id = ++this.orders
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      this.child.send({ id, bytes, as }, (error) => error && this.lose())
      this.watch()
    })
  }

  private hear(answer: Answer) {
    const { resolve, reject } = this.waiting.get(answer.id) ?? {}
    this.waiting.delete(answer.id)
    if (answer.made) resolve?.(answer.made)
    else reject?.(new EncoderFault(answer.fault, answer.why))
    this.watch()
  }

  /** Does not keep the server from ending while it has nothing to do. */
  private watch() {
    clearTimeout(this.timer)
    const isBusy = this.waiting.size > 0
    this.timer = isBusy ? setTimeout(() => this.lose(), PATIENCE_MS) : setTimeout(() => this.end(), IDLE_MS).unref()
    this.child[isBusy ? 'ref' : 'unref']()
    this.child.channel?.[isBusy ? 'ref' : 'unref']()
  }

  private end() {
    this.isAlive = false
    if (this.child.connected) this.child.disconnect()
  }

  /** Who was alone with it has what ended it; of several nobody knows whose it was. */
  private lose() {
    const fault = this.waiting.size === 1 ? 'broken' : 'unable'
    this.isAlive = false
    clearTimeout(this.timer)
    this.child.kill('SIGKILL')
    for (const { reject } of this.waiting.values()) reject(new EncoderFault(fault, 'The encoder ended'))
    this.waiting.clear()
  }
}
