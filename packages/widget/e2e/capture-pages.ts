import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test as base, expect, type Page } from '@playwright/test'
import { build, type Rolldown } from 'vite'

export { expect }

type Words = import('../src/texts/languages.ts').Texts['capture']
type Capture = typeof import('../src/capture/capture.ts') & typeof import('../src/capture/picture.ts') & { nl: Words; en: Words }

declare global {
  interface Window {
    capture: Capture
    drawn: HTMLCanvasElement
    picture: import('../src/capture/picture.ts').Picture | null | undefined
  }
}

/** The host's page, the widget's own server, and a third one. */
const site = 'http://localhost:9700'
const klankbord = 'http://klankbord.localhost:9700'
export const elsewhere = 'http://127.0.0.1:9700'

const source = (path: string) => fileURLToPath(new URL(`../src/${path}`, import.meta.url))
const styles = ['form/base.css', 'form/loop.css'].map((name) => readFileSync(source(name), 'utf8')).join('')

/** What the widget does around the module: a host with an open shadow root that carries its styles. */
const start = `import * as capture from '${klankbord}/capture.js'
const host = document.createElement('div')
host.id = 'widget'
const root = host.attachShadow({ mode: 'open' })
const sheet = new CSSStyleSheet()
sheet.replaceSync(${JSON.stringify(`${styles}:host{position:fixed!important;right:20px;bottom:20px;--accent:#0f6b5c;--on-accent:#fff}.panel{color-scheme:light dark}`)})
root.adoptedStyleSheets = [sheet]
const button = document.createElement('button')
button.textContent = 'Feedback'
button.className = 'main'
root.append(button)
document.body.append(host)
window.capture = capture`

export const strict = `default-src 'none'; script-src ${klankbord}; connect-src ${klankbord}; require-trusted-types-for 'script'`
// What the pages of these tests bring along themselves; the module brings nothing.
export const open = `default-src * 'unsafe-inline' data: blob:`

interface HostPage {
  body: string
  style?: string
  policy?: string
  dir?: string
}

interface Fixtures {
  /** Every address that the page asked for after it was loaded. */
  requests: string[]
  show(options: HostPage): Promise<void>
}

export const test = base.extend<Fixtures, { module: string; shareTab: boolean }>({
  shareTab: [false, { scope: 'worker', option: true }],
  launchOptions: async ({ launchOptions, shareTab }, use) =>
    use(shareTab ? { ...launchOptions, args: [...(launchOptions.args ?? []), '--auto-accept-this-tab-capture'] } : launchOptions),

  module: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures it must make from this pattern.
    async ({}, use) => {
      const words = ['nl', 'en'].map((language) => `export { capture as ${language} } from ${JSON.stringify(source(`texts/${language}.ts`))}`)
      const files = ['capture', 'picture'].map((name) => `export * from ${JSON.stringify(source(`capture/${name}.ts`))}`)
      const entry = [...files, ...words].join('\n')
      const result = (await build({
        configFile: false,
        logLevel: 'error',
        plugins: [{ name: 'entry', resolveId: (id) => (id === 'entry' ? id : undefined), load: (id) => (id === 'entry' ? entry : undefined) }],
        build: { write: false, rolldownOptions: { input: 'entry', preserveEntrySignatures: 'strict', output: { format: 'es' } } },
      })) as Rolldown.RolldownOutput
      const { code } = result.output[0]
      await use(code)
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  requests: async ({}, use) => use([]),
  show: async ({ page, module, requests }, use) => {
    await use(async ({ body, style = '', policy = open, dir = 'ltr' }) => {
      const html = `<!doctype html><html lang="nl" dir="${dir}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Gastheer</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/page.css"><body>${body}<script type="module" src="${klankbord}/start.js"></script></body></html>`
      const script = { contentType: 'text/javascript', headers: { 'access-control-allow-origin': '*' } }
      await page.route(`${site}/`, (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: html,
          headers: { 'content-security-policy': policy.replace("default-src 'none'", `default-src 'none'; style-src ${site}`) },
        }),
      )
      await page.route(`${site}/page.css`, (route) => route.fulfill({ contentType: 'text/css', body: style }))
      await page.route(`${klankbord}/start.js`, (route) => route.fulfill({ ...script, body: start }))
      await page.route(`${klankbord}/capture.js`, (route) => route.fulfill({ ...script, body: module }))
      await page.goto(`${site}/`)
      await page.waitForFunction(() => 'capture' in window)
      page.on('request', (request) => requests.push(request.url()))
    })
  },
})

/** Draws the page as a browser does that shares no tab; returns how long it took. */
export const draw = (page: Page) =>
  page.evaluate(async () => {
    Reflect.set(window, 'CropTarget', undefined)
    const begun = performance.now()
    window.drawn = await window.capture.capturePage(document.querySelector('#widget') as Element)
    return performance.now() - begun
  })

/** The colour of one point of what was drawn, or of a canvas by its name. */
export const colourAt = (page: Page, x: number, y: number) =>
  page.evaluate(
    ([x, y]) => {
      const { drawn } = window
      const scale = drawn.width / innerWidth
      const context = drawn.getContext('2d') as CanvasRenderingContext2D
      return [...context.getImageData(Math.round(x * scale), Math.round(y * scale), 1, 1).data].slice(0, 3).join()
    },
    [x, y] as const,
  )

/** Every colour within a rectangle of what was drawn, with how many pixels have it. */
export const coloursIn = (page: Page, rect: { x: number; y: number; width: number; height: number }) =>
  page.evaluate(({ x, y, width, height }) => {
    const { drawn } = window
    const scale = drawn.width / innerWidth
    const { data } = (drawn.getContext('2d') as CanvasRenderingContext2D).getImageData(x * scale, y * scale, width * scale, height * scale)
    const counts: Record<string, number> = {}
    for (let at = 0; at < data.length; at += 4) {
      const colour = `${data[at]},${data[at + 1]},${data[at + 2]}`
      counts[colour] = (counts[colour] ?? 0) + 1
    }
    return counts
  }, rect)

/** How many pixels of the whole picture have a colour, give or take what an encoder changes. */
export const count = (page: Page, colour: readonly [number, number, number], tolerance = 12) =>
  page.evaluate(
    ({ colour, tolerance }) => {
      const { drawn } = window
      const { data } = (drawn.getContext('2d') as CanvasRenderingContext2D).getImageData(0, 0, drawn.width, drawn.height)
      let found = 0
      for (let at = 0; at < data.length; at += 4)
        if (colour.every((value, index) => Math.abs((data[at + index] as number) - value) <= tolerance)) found++
      return found
    },
    { colour, tolerance },
  )
