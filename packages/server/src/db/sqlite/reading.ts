import { Worker } from 'node:worker_threads'
import { BUSY_MS, type Question, type Row, toNamedRows } from './connection.ts'

interface Answer {
  names: string[]
  lists: unknown[][]
  refused: { message: string; code: string } | null
}

interface Asked {
  resolve: (rows: Row[]) => void
  reject: (error: Error) => void
}

/** The thread at `reader-thread.js`: it answers one question after the other, beside everything else. */
export class ReaderThread {
  private readonly worker: Worker
  private readonly asked: Asked[] = []

  constructor(path: string, onEnd: () => void) {
    this.worker = new Worker(new URL('./reader-thread.js', import.meta.url), { workerData: { path, busyMs: BUSY_MS } })
    this.worker.on('message', ({ names, lists, refused }: Answer) => {
      const first = this.asked.shift()
      if (refused) first?.reject(Object.assign(new Error(refused.message), { code: refused.code }))
      else first?.resolve(toNamedRows(lists, names))
      if (this.asked.length === 0) this.worker.unref()
    })
    this.worker.on('error', (error) => this.refuseAll(error instanceof Error ? error : new Error(String(error))))
    this.worker.on('exit', () => {
      this.refuseAll(new Error('The thread that reads has ended'))
      onEnd()
    })
    // A process that has nothing else to do may end.
    this.worker.unref()
  }

  ask({ sql, parameters }: Question): Promise<Row[]> {
    return new Promise((resolve, reject) => {
      this.asked.push({ resolve, reject })
      this.worker.ref()
      this.worker.postMessage({ sql, parameters })
    })
  }

  private refuseAll(error: Error) {
    for (const { reject } of this.asked.splice(0)) reject(error)
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.worker.once('exit', () => resolve())
      // Else a process that has nothing else to do ends before whoever waits for this goes on.
      this.worker.ref()
      this.worker.postMessage('close')
    })
  }
}
