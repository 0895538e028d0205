import { Worker } from 'node:worker_threads'
import { BUSY_MS, type Question } from './connection.ts'

/** The thread at `writer-thread.js`, which is given one group of changes at a time. */
export class WriterThread {
  private readonly worker: Worker
  private settle: ((error: Error | null) => void) | undefined

  constructor(path: string, onEnd: () => void) {
    this.worker = new Worker(new URL('./writer-thread.js', import.meta.url), { workerData: { path, busyMs: BUSY_MS } })
    this.worker.on('message', (refused: { message: string; code: string } | null) =>
      this.settle?.(refused && Object.assign(new Error(refused.message), { code: refused.code })),
    )
    this.worker.on('error', (error) => this.settle?.(error))
    this.worker.on('exit', () => {
      this.settle?.(new Error('The thread that writes has ended'))
      onEnd()
    })
    // A process that has nothing else to do may end.
    this.worker.unref()
  }

  write(changes: Question[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.worker.ref()
      this.settle = (error) => {
        this.settle = undefined
        this.worker.unref()
        if (error) reject(error)
        else resolve()
      }
      this.worker.postMessage(pack(changes))
    })
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.worker.once('exit', () => resolve())
      this.worker.postMessage('close')
    })
  }
}

/** One string with each text once: that crosses to the thread several times faster than the objects do. */
function pack(changes: Question[]): string {
  const texts = [...new Set(changes.map(({ sql }) => sql))]
  const places = new Map(texts.map((text, place) => [text, place]))
  return JSON.stringify({ texts, changes: changes.map(({ sql, parameters }) => [places.get(sql), parameters]) })
}
