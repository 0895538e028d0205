import { Worker } from 'node:worker_threads'
import type { Answer, Input, Order, Output, Task } from './tasks.ts'

// Built, it is a file beside this one; else it is TypeScript, which a thread reads only once it was told how.
const isBuilt = import.meta.url.endsWith('.js')
const source = new URL('./learner-thread.ts', import.meta.url).href
const readingSource = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(source)}) })`

const startThread = () =>
  isBuilt ? new Worker(new URL('./learner-thread.js', import.meta.url), { env: {} }) : new Worker(readingSource, { eval: true, env: {} })

interface Waiting {
  resolve: (output: never) => void
  reject: (error: Error) => void
}

/** The thread at `learner-thread.ts`: all that is learned and guessed happens there, one thing after the other, beside everything else. */
export class LearnerThread {
  isAlive = true
  private readonly worker = startThread()
  private readonly waiting = new Map<number, Waiting>()
  private orders = 0
  private resting: NodeJS.Timeout | undefined

  /** With `idleMs` it ends by itself once it had nothing to do for so long. */
  constructor(private readonly idleMs?: number) {
    this.worker.on('message', (answer: Answer) => this.hear(answer))
    this.worker.on('error', (error) => this.lose(error instanceof Error ? error : new Error(String(error))))
    this.worker.on('exit', () => this.lose(new Error('The thread that learns has ended')))
    // A process that has nothing else to do may end.
    this.worker.unref()
  }

  ask<T extends Task>(task: T, input: Input<T>): Promise<Output<T>> {
    if (!this.isAlive) return Promise.reject(new Error('The thread that learns has ended'))
    clearTimeout(this.resting)
    const order: Order = { id: ++this.orders, task, input }
    return new Promise((resolve, reject) => {
      this.waiting.set(order.id, { resolve, reject })
      this.worker.ref()
      this.worker.postMessage(order)
    })
  }

  private hear(answer: Answer) {
    const { resolve, reject } = this.waiting.get(answer.id) ?? {}
    this.waiting.delete(answer.id)
    if (answer.fault === undefined) resolve?.(answer.output as never)
    else reject?.(new Error(answer.fault))
    if (this.waiting.size > 0) return
    this.worker.unref()
    if (this.idleMs !== undefined) this.endAfter(this.idleMs)
  }

  /** Ends it, unless it is asked something before. */
  endAfter(ms: number) {
    this.resting = setTimeout(() => this.end(), ms).unref()
  }

  private lose(error: Error) {
    this.isAlive = false
    for (const { reject } of this.waiting.values()) reject(error)
    this.waiting.clear()
  }

  async end() {
    this.isAlive = false
    clearTimeout(this.resting)
    // Else a process that has nothing else to do ends before whoever waits for this goes on.
    this.worker.ref()
    await this.worker.terminate()
  }
}
