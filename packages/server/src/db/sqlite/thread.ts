import { Worker } from 'node:worker_threads'
import { BUSY_MS, CHECKPOINT_PAGES, type Question } from './connection.ts'

/** How the oldest `groups` that were asked went, all of them in one transaction. */
interface Answer {
  groups: number
  refused: { message: string; code: string } | null
}

/** The thread at `writer-thread.js`: it writes the groups of changes that wait for it together. */
export class WriterThread {
  private readonly worker: Worker
  private readonly asked: ((error: Error | null) => void)[] = []

  constructor(path: string, onEnd: () => void) {
    this.worker = new Worker(new URL('./writer-thread.js', import.meta.url), {
      workerData: { path, busyMs: BUSY_MS, checkpointPages: CHECKPOINT_PAGES },
    })
    this.worker.on('message', ({ groups, refused }: Answer) =>
      this.settle(groups, refused && Object.assign(new Error(refused.message), { code: refused.code })),
    )
    this.worker.on('error', (error) => this.settle(this.asked.length, error))
    this.worker.on('exit', () => {
      this.settle(this.asked.length, new Error('The thread that writes has ended'))
      onEnd()
    })
    // A process that has nothing else to do may end.
    this.worker.unref()
  }

  /** Writes these whole or not at all. They may be refused for what goes along with them: then nothing of them is written either. */
  write(changes: Question[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.asked.push((error) => (error ? reject(error) : resolve()))
      this.worker.ref()
      this.worker.postMessage(pack(changes))
    })
  }

  private settle(groups: number, error: Error | null) {
    for (const answer of this.asked.splice(0, groups)) answer(error)
    if (this.asked.length === 0) this.worker.unref()
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

/** One string with each text once: that crosses to the thread several times faster than the objects do. */
function pack(changes: Question[]): string {
  const texts = [...new Set(changes.map(({ sql }) => sql))]
  const places = new Map(texts.map((text, place) => [text, place]))
  return JSON.stringify({ texts, changes: changes.map(({ sql, parameters }) => [places.get(sql), parameters]) })
}
