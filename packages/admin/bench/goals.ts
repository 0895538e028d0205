import { setTimeout as wait } from 'node:timers/promises'
import { type Browser, chromium } from '@playwright/test'
import { findChromium } from '../../../.ci/chromium.mjs'
import type { ServerProcess } from '../../server/bench/server-process.ts'
import { median, p95, type Row } from '../../server/bench/table.ts'
import { PAINTED } from './painted.ts'
import { freshPage } from './stage.ts'

const ROUNDS = 20
const MOST_MS = 1_000

/** Where it stands, and what is there once it can be used. */
const pages = {
  'the tree of goals': { path: '/admin/goals', isThere: `document.querySelector('[role=treeitem]')` },
  coverage: { path: '/admin/goals/coverage', isThere: `document.querySelector('.team-rows a')` },
  'the story': {
    path: '/admin/goals/story',
    isThere: `document.querySelector('main iframe:not([hidden])')?.contentDocument?.querySelector('main h1')`,
  },
}

/** An answer of a few bytes: what the browser and this machine take at least. */
const BARE = { path: '/healthz', isThere: 'true' }

interface House {
  server: ServerProcess
  cookie: string
}

/** The pages about goals of an organisation that is already there, each opened by browsers that were never here before: from the address until it can be used. */
export async function benchGoalPages(house: House): Promise<Row[]> {
  const browser = await chromium.launch(await findChromium())
  try {
    const rows: Row[] = []
    for (const [name, page] of Object.entries(pages)) {
      const taken: number[] = []
      const bare: number[] = []
      let nodes = 0
      for (let round = 0; round < ROUNDS; round++) {
        const opened = await open({ ...house, browser }, page)
        taken.push(opened.ms)
        // What the page asks for once it can be used, such as every team to choose from, is not part of the next.
        await wait(1_000)
        bare.push((await open({ ...house, browser }, BARE)).ms)
        nodes = opened.nodes
      }
      const what = `50,000 people, 5,000 goals: ${name} opens in a browser that was never here`
      rows.push({ name: `${what}, p95 of ${ROUNDS}`, unit: 'ms', ours: p95(taken), reach: { atMost: MOST_MS } })
      rows.push({
        name: '… median',
        unit: 'ms',
        ours: median(taken),
        floor: median(bare),
        floorIs: 'an answer of a few bytes, shown by the same browser',
      })
      rows.push({ name: `${what}, with so many elements`, unit: '', ours: nodes, reach: { atMost: 1_500 } })
    }
    return rows
  } finally {
    await browser.close()
  }
}

async function open(house: House & { browser: Browser }, { path, isThere }: { path: string; isThere: string }) {
  const { page, context } = await freshPage(house, 1)
  try {
    await page.addInitScript(`${PAINTED}; if (window === top) window.readyAt = new Promise((done) => painted(() => ${isThere}, done))`)
    await page.goto(house.server.url + path, { waitUntil: 'commit' })
    const ms = await page.evaluate<number>('window.readyAt')
    return { ms, nodes: await page.evaluate<number>(`document.querySelectorAll('*').length`) }
  } finally {
    await context.close()
  }
}
