import { request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { median, p95, type Row } from '../../server/bench/table.ts'
import { PAINTED } from './painted.ts'
import { freshPage, type Stage } from './stage.ts'

const TIMES = 20

/** From the answer to who wrote something to its row on a colleague's screen, beside the moment at which the server told of it. */
export async function arrivalsOf(stage: Stage): Promise<Row[]> {
  const { page, context } = await freshPage(stage, 1)
  await page.addInitScript(PAINTED)
  await page.goto(`${stage.server.url}/admin/inbox/all`)
  await page.locator('.row-item').first().waitFor()
  const ear = await listen(stage)
  const ours: number[] = []
  const floor: number[] = []
  for (let i = 1; i <= TIMES; i++) {
    await wait(700)
    const words = `Zojuist gezegd, nummer ${i}.`
    const heard = ear.next()
    const shown = page.evaluate<number>(
      `new Promise((done) => painted(() => document.querySelector('.inbox-rows')?.textContent.includes(${JSON.stringify(words)}), (at) => done(performance.timeOrigin + at)))`,
    )
    await stage.say(words)
    const answeredAt = performance.timeOrigin + performance.now()
    ours.push(Math.max(0, (await shown) - answeredAt))
    floor.push(Math.max(0, (await heard) - answeredAt))
  }
  ear.close()
  await context.close()
  return [
    {
      name: `From a submission’s answer to its row on a colleague’s screen, ${TIMES} times: p95`,
      unit: 'ms',
      ours: p95(ours),
      reach: { atMost: 1_000 },
    },
    { name: '… median', unit: 'ms', ours: median(ours), floor: median(floor), floorIs: 'the server’s word of it to a bare listener' },
  ]
}

/** Hears what the server tells, with nothing above it. */
async function listen({ server, cookie }: Stage): Promise<{ next: () => Promise<number>; close: () => void }> {
  let told: (at: number) => void = () => {}
  const asking = request(`${server.url}/api/v1/live`, { headers: { cookie }, agent: false })
  await new Promise<void>((resolve, reject) => {
    asking.on('error', reject).on('response', (answer) => {
      answer.setEncoding('utf8').on('data', (chunk: string) => chunk.includes('event: feedback') && told(performance.timeOrigin + performance.now()))
      resolve()
    })
    asking.end()
  })
  return {
    next: () => new Promise((resolve) => (told = resolve)),
    close: () => asking.destroy(),
  }
}
