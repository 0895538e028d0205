import { median, type Row } from '../../server/bench/table.ts'
import type { Carried, Stage } from './stage.ts'

const ROUNDS = 5

/** What is found on a page. `elements`, `listeners` and `requests` are those before the widget is opened; the others last until its first keystroke. */
interface Traces {
  elements: number
  listeners: number
  requests: number
  shift: number
  longTasks: number
  cookies: number
  stored: number
  thirdParties: number
  names: string[]
}

/** What the widget leaves on its host's page before the customer's first keystroke, over what such a page has without it. */
export async function tracesOf(stage: Stage): Promise<Row[]> {
  const ours: Traces[] = []
  const nothing: Traces[] = []
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await look(stage, 'ours'))
    nothing.push(await look(stage, 'nothing'))
  }
  const middle = (all: Traces[], of: (traces: Traces) => number) => median(all.map(of))
  const more = (name: string, of: (traces: Traces) => number, atMost: number): Row => ({
    name,
    unit: '',
    ours: middle(ours, of) - middle(nothing, of),
    reach: { atMost },
  })
  const known = new Set(nothing.flatMap(({ names }) => names))
  return [
    more('Widget’s requests at page load', ({ requests }) => requests, 1),
    more('Elements it adds to the host’s document', ({ elements }) => elements, 1),
    more('Listeners on the host’s window and document', ({ listeners }) => listeners, 2),
    more('Until the first keystroke in its form: layout shift', ({ shift }) => shift, 0),
    more('… long tasks', ({ longTasks }) => longTasks, 0),
    more('… cookies', ({ cookies }) => cookies, 0),
    more('… things in storage', ({ stored }) => stored, 0),
    more('… requests to third parties', ({ thirdParties }) => thirdParties, 0),
    more('… global names besides `Klankbord`', ({ names }) => names.filter((name) => !known.has(name) && name !== 'Klankbord').length, 0),
  ]
}

/** Counts from before the page begins, without a name of its own on the page. */
const count = `{
  const counts = { listeners: 0, shift: 0, longTasks: 0 }
  Object.defineProperty(window, Symbol.for('counts'), { value: counts })
  const add = EventTarget.prototype.addEventListener
  EventTarget.prototype.addEventListener = function (...given) {
    if ([window, document, undefined, null].includes(this)) counts.listeners++
    return add.apply(this ?? window, given)
  }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) counts.shift += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
  new PerformanceObserver((list) => { counts.longTasks += list.getEntries().length }).observe({ type: 'longtask', buffered: true })
}`

const before = `({ elements: document.querySelectorAll('*').length, listeners: window[Symbol.for('counts')].listeners })`

const after = `(async () => {
  const { shift, longTasks } = window[Symbol.for('counts')]
  const databases = (await indexedDB.databases()).length
  return { shift, longTasks, stored: localStorage.length + sessionStorage.length + databases, names: Object.getOwnPropertyNames(window) }
})()`

async function look(stage: Stage, carried: Carried): Promise<Traces> {
  const context = await stage.browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const asked: string[] = []
  const origins = [stage.product, new URL(stage.address('ours')).origin]
  page.on('request', (request) => asked.push(request.url()))
  await page.addInitScript(count)
  await page.goto(stage.address(carried), { waitUntil: 'networkidle' })
  const requests = carried === 'nothing' ? 0 : asked.length - 1
  const atLoad = await page.evaluate<Pick<Traces, 'elements' | 'listeners'>>(before)
  if (carried !== 'nothing') {
    await page.getByRole('button', { name: 'Feedback' }).click()
    await page.getByRole('textbox').first().waitFor()
    await page.waitForLoadState('networkidle')
  }
  const cookies = (await context.cookies()).length
  const opened = await page.evaluate<Pick<Traces, 'shift' | 'longTasks' | 'stored' | 'names'>>(after)
  const thirdParties = carried === 'nothing' ? 0 : asked.filter((url) => /^http/.test(url) && !origins.includes(new URL(url).origin)).length
  await context.close()
  return { ...atLoad, ...opened, requests, cookies, thirdParties }
}
