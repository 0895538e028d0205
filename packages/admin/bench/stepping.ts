import type { Page } from '@playwright/test'
import { median, p95, type Row } from '../../server/bench/table.ts'
import { PAINTED } from './painted.ts'
import { freshPage, ITEMS, SLOWDOWN, type Stage, wordsOf } from './stage.ts'

const STEPS = 50
/** Between two keys: nobody reads an item faster. */
const PAUSE_MS = 300

/** From the key to the next item's words on screen, beside the same pieces put into the page as they are. */
export async function stepsOf(stage: Stage): Promise<Row[]> {
  const { page, context } = await freshPage(stage, SLOWDOWN)
  await page.addInitScript(PAINTED)
  await page.goto(`${stage.server.url}/admin/inbox/all`)
  await page.locator('.row-item').first().waitFor()
  await page.keyboard.press('j')
  await page.locator('.said-words').waitFor()
  await page.waitForTimeout(1_000)
  const ours: number[] = []
  // The newest stands first, and is open.
  for (let step = 1; step <= STEPS; step++) ours.push(await timed(page, wordsOf(ITEMS - step).slice(0, 30)))
  const floor = await bareSteps(page)
  await context.close()
  const slow = `processor slowed ${SLOWDOWN} times, ${STEPS} items, a key every ${PAUSE_MS} ms`
  const beside = { floor: median(floor), floorIs: 'the same two panes put in as finished HTML at the key' }
  return [
    { name: `Next item by key until its words are shown, ${slow}: median`, unit: 'ms', ours: median(ours), reach: { atMost: 50 } },
    { name: '… p95', unit: 'ms', ours: p95(ours), reach: { atMost: 50 } },
    { name: '… beside finished HTML, median', unit: 'ms', ours: median(ours), ...beside },
  ]
}

const TIMED = `(is) => { window.shown = new Promise((done) => addEventListener('keydown', ({ timeStamp }) => painted(is, (at) => done(at - timeStamp)), { capture: true, once: true })) }`

async function timed(page: Page, words: string): Promise<number> {
  // Listening before the key comes, however slow the page is.
  await page.evaluate(`void (${TIMED})(() => document.querySelector('.said-words')?.textContent.includes(${JSON.stringify(words)}))`)
  await page.waitForTimeout(PAUSE_MS)
  await page.keyboard.press('j')
  return page.evaluate<number>('window.shown')
}

/** The page as it stood, without its script: at each key all of it is put in anew, with other words. */
async function bareSteps(page: Page): Promise<number[]> {
  const { styles, body } = await page.evaluate(() => ({
    styles: [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).join('\n'),
    body: document.body.innerHTML,
  }))
  await page.goto('about:blank')
  await page.setContent(`<!doctype html><style>${styles}</style>${body}`)
  await page.evaluate(() => {
    const panes = document.querySelector('.inbox') as HTMLElement
    const finished = panes.innerHTML
    let turn = 0
    addEventListener('keydown', () => {
      panes.innerHTML = finished
      const words = panes.querySelector('.said-words')
      if (words) words.textContent = `Bare step ${++turn}.`
    })
  })
  const taken: number[] = []
  for (let step = 1; step <= STEPS; step++) taken.push(await timed(page, `Bare step ${step}.`))
  return taken
}
