import type { Row } from '../../server/bench/table.ts'
import { arrivalsOf } from './arriving.ts'
import { readyOf } from './opening.ts'
import { setStage } from './stage.ts'
import { stepsOf } from './stepping.ts'

/** What the inbox is like in a real browser: opened cold, walked through by key, and told of what a customer just said. */
export async function benchInbox(folder: string, port: number): Promise<Row[]> {
  const stage = await setStage(folder, port)
  try {
    return [...(await readyOf(stage)), ...(await stepsOf(stage)), ...(await arrivalsOf(stage))]
  } finally {
    await stage.stop()
  }
}
