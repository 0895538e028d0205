import { startServer } from './server-process.ts'
import type { Row } from './table.ts'

const TRIES = 5

/** From a stopped server on an existing database to ready, and what it holds in memory when nobody asks. */
export async function benchStart(folder: string, port: number): Promise<Row[]> {
  await (await startServer({ port, dataDir: folder })).stop()
  const times: number[] = []
  let residentMiB = 0
  for (let i = 0; i < TRIES; i++) {
    const server = await startServer({ port, dataDir: folder })
    times.push(server.readyAfterMs)
    if (i === TRIES - 1) {
      // The thread that learns is ended after ten seconds without work.
      await new Promise((resolve) => setTimeout(resolve, 15_000))
      residentMiB = server.residentMiB()
    }
    await server.stop()
  }
  times.sort((a, b) => a - b)
  return [
    {
      name: 'Start to ready on an existing database (median of 5)',
      unit: 'ms',
      ours: times[Math.floor(TRIES / 2)] ?? Number.NaN,
      reach: { atMost: 1000 },
    },
    { name: 'Resident memory, idle', unit: 'MiB', ours: residentMiB, reach: { atMost: 120 } },
  ]
}
