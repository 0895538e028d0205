import type { Page, Response } from '@playwright/test'
import { median, type Row } from '../../server/bench/table.ts'
import { PAINTED } from './painted.ts'
import { freshPage, ITEMS, type Kept, SLOWDOWN, type Stage, wordsOf } from './stage.ts'

const ROUNDS = 9

/** From the address to the rows on screen, beside a page that fetches the same bytes at once and writes the rows as they come. */
export async function readyOf(stage: Stage): Promise<Row[]> {
  const address = `${stage.server.url}/admin/inbox/all`
  const answers = await answersOf(stage, address)
  const bare = stage.serveBare(barePage([...answers.keys()]), answers)
  const figures = { ours: [] as number[], floor: [] as number[] }
  // In turn, so that whatever else the machine does slows them alike.
  for (let round = 0; round < ROUNDS; round++) {
    figures.ours.push(await timed(stage, address))
    figures.floor.push(await timed(stage, bare))
  }
  const name = `Inbox ready from cold, processor slowed ${SLOWDOWN} times, median of ${ROUNDS}`
  const ours = median(figures.ours)
  return [
    { name, unit: 'ms', ours, reach: { atMost: 1_500 } },
    {
      name: '… beside the same bytes on a bare page',
      unit: 'ms',
      ours,
      floor: median(figures.floor),
      floorIs: 'all files and answers fetched at once, scripts compiled and not run, rows written as they come',
    },
  ]
}

const HAS_NEWEST = `(() => document.body?.innerText.includes(${JSON.stringify(wordsOf(ITEMS).slice(0, 30))}))`

async function timed(stage: Stage, address: string): Promise<number> {
  const { page, context } = await freshPage(stage, SLOWDOWN)
  try {
    await page.addInitScript(`${PAINTED}; window.readyAt = new Promise((done) => painted(${HAS_NEWEST}, done))`)
    await page.goto(address, { waitUntil: 'commit' })
    return await page.evaluate<number>('window.readyAt')
  } finally {
    await context.close()
  }
}

/** What the inbox asked for until it stood, by its address. */
async function answersOf(stage: Stage, address: string): Promise<Map<string, Kept>> {
  const { page, context } = await freshPage(stage, 1)
  const heard: Response[] = []
  page.on('response', (response) => heard.push(response))
  await page.goto(address)
  await page.locator('.row-item').first().waitFor()
  await settled(page)
  const kept = await Promise.all(heard.map(keep))
  await context.close()
  return new Map(kept.filter(([path]) => !path.startsWith('/api/v1/live') && !path.startsWith('/admin/inbox')))
}

const settled = (page: Page) => page.waitForTimeout(500)

async function keep(response: Response): Promise<[string, Kept]> {
  const { pathname, search } = new URL(response.url())
  const type = response.headers()['content-type'] ?? 'text/plain'
  // What is told as it happens never ends.
  const body = type.startsWith('text/event-stream') ? Buffer.from('') : await response.body()
  return [pathname + search, { type, body }]
}

function barePage(paths: string[]): string {
  const styles = paths.filter((path) => path.endsWith('.css')).map((path) => `<link rel="stylesheet" href="${path}">`)
  const scripts = paths.filter((path) => path.endsWith('.js')).map((path) => `<link rel="modulepreload" href="${path}">`)
  const rest = paths.filter((path) => !/\.(css|js)$/.test(path))
  return `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">${styles.join('')}${scripts.join('')}<ul></ul><script type="module">
    const answers = await Promise.all(${JSON.stringify(rest)}.map(async (path) => ({ path, text: await (await fetch(path)).text() })))
    const list = JSON.parse(answers.find(({ path }) => path.startsWith('/api/v1/feedback?')).text)
    document.querySelector('ul').innerHTML = list.items.map(({ message }) => '<li>' + message + '</li>').join('')
  </script>`
}
