import type { Page } from '@playwright/test'
import { median, type Row } from '../../server/bench/table.ts'
import type { Carried, Stage } from './stage.ts'

const ROUNDS = 15
const SLOWDOWN = 4
/** Between the pointer's arrival on the button and the click. People take longer. */
const AIM_MS = 150

/** What the widget costs a page at load, and a customer at the click, each beside the same of a bare one in the same round. */
export async function speedOf(stage: Stage): Promise<Row[]> {
  const load = await inTurn(['ours', 'bare'], (carried) => scriptAtLoad(stage, carried))
  const click = await inTurn(['ours', 'bare', 'hover'], (carried) => clickToTyping(stage, carried))
  const slow = `processor slowed ${SLOWDOWN} times, median of ${ROUNDS}`
  return [
    {
      name: `Widget’s own script at page load, ${slow}`,
      unit: 'ms',
      ours: load('ours'),
      floor: load('bare'),
      floorIs: 'a bare loader: options, a queue of calls, a button, and the rest at a click',
      reach: { atMost: 1.5 },
    },
    {
      name: `Click to the form ready for typing, ${slow}, pointer ${AIM_MS} ms on the button before`,
      unit: 'ms',
      ours: click('ours'),
      floor: click('bare'),
      floorIs: 'a bare Preact form in a lazy chunk',
      reach: { atMost: 1.5 },
    },
    {
      name: '… against one that is fetched on the way to the button too',
      unit: 'ms',
      ours: click('ours'),
      floor: click('hover'),
      floorIs: 'the same chunk, fetched when the pointer arrives',
    },
  ]
}

/** Measures all of them in each round, every round beginning with another, so that whatever else the machine does slows them alike. */
async function inTurn(all: Carried[], measure: (carried: Carried) => Promise<number>) {
  const figures = new Map(all.map((carried) => [carried, [] as number[]]))
  // The first of each fills the caches of browser and server.
  for (const carried of all) await measure(carried)
  for (let round = 0; round < ROUNDS; round++)
    for (let turn = 0; turn < all.length; turn++) {
      const carried = all[(round + turn) % all.length] as Carried
      figures.get(carried)?.push(await measure(carried))
    }
  return (carried: Carried) => median(figures.get(carried) as number[])
}

/** Opens a page that nobody has been on, on a slow processor. */
async function onPage<Result>(
  { browser }: Stage,
  act: (page: Page, metrics: () => Promise<Map<string, number>>) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  try {
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    await cdp.send('Performance.enable')
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
    return await act(page, async () => {
      const { metrics } = await cdp.send('Performance.getMetrics')
      return new Map(metrics.map(({ name, value }) => [name, value]))
    })
  } finally {
    await context.close()
  }
}

/** All script that ran, in milliseconds: the page has no other. */
const scriptAtLoad = (stage: Stage, carried: Carried) =>
  onPage(stage, async (page, metrics) => {
    await page.goto(stage.address(carried), { waitUntil: 'load' })
    await page.waitForTimeout(400)
    const told = await metrics()
    return ((told.get('ScriptDuration') ?? Number.NaN) + (told.get('V8CompileDuration') ?? 0)) * 1000
  })

/** Tells when a text field takes what is typed. No event comes out of a shadow root in which the focus only moves on. */
const watch = `{
  let clicked
  addEventListener('click', (event) => { clicked = event.timeStamp }, true)
  const focus = HTMLElement.prototype.focus
  HTMLElement.prototype.focus = function (...given) {
    focus.apply(this, given)
    if (clicked && this.localName === 'textarea' && this.getRootNode().activeElement === this) console.log('ready ' + (performance.now() - clicked))
  }
}`

const clickToTyping = (stage: Stage, carried: Carried) =>
  onPage(stage, async (page) => {
    await page.addInitScript(watch)
    await page.goto(stage.address(carried), { waitUntil: 'load' })
    const box = await page.getByRole('button', { name: 'Feedback' }).boundingBox()
    if (!box) throw new Error(`No button on the page with ${carried}`)
    const ready = page.waitForEvent('console', { predicate: (line) => line.text().startsWith('ready '), timeout: 30_000 })
    await page.waitForTimeout(300)
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 })
    await page.waitForTimeout(AIM_MS)
    await page.mouse.down()
    await page.mouse.up()
    return Number((await ready).text().slice('ready '.length))
  })
