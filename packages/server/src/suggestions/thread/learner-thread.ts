import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { groupsOf } from '../../routing/themes.ts'
import { build, collect, forget, rehearse, takePart, tryOut } from './build.ts'
import { dryRun } from './dry-run.ts'
import { give, learnAll, likenessTo, load, readAll } from './mind.ts'
import type { Answer, Input, Order, Output, Task } from './tasks.ts'

/* A thread of its own, started by thread.ts. It has no key, no database and no variable of the environment: it is given texts and answers with what it makes of them. */

const does: { [T in Task]: (input: Input<T>) => Output<T> | Promise<Output<T>> } = {
  give,
  load,
  learn: learnAll,
  read: readAll,
  likeness: likenessTo,
  themes: ({ items }) => groupsOf(items),
  collect,
  build,
  tryOut,
  takePart,
  rehearse,
  dryRun,
  forget,
}

// Behind those who answer. On Linux this is about the thread; elsewhere it would be about the whole process. From its source it runs for who tries it, and waits for it.
if (process.platform === 'linux' && import.meta.url.endsWith('.js')) setPriority(10)

const port = parentPort
let last: Promise<unknown> = Promise.resolve()

port?.on('message', (order: Order) => {
  last = last.then(() => answer(order)).then((said) => port.postMessage(said))
})

async function answer({ id, task, input }: Order): Promise<Answer> {
  try {
    return { id, output: await (does[task] as (input: unknown) => unknown)(input) }
  } catch (error) {
    // Where it broke, without the words of an error: they may hold a customer's.
    const where = error instanceof Error ? (error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []) : []
    return { id, fault: [`${task} failed`, error instanceof Error ? error.name : '', ...where.slice(0, 4)].join(' ') }
  }
}
