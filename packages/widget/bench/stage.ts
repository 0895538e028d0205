import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync } from 'node:zlib'
import { type Browser, chromium } from '@playwright/test'
import { findChromium } from '../../../.ci/chromium.mjs'
import { startServer } from '../../server/bench/server-process.ts'

/** What a page carries: ours, what it is held against, or nothing. */
export type Carried = 'ours' | 'bare' | 'hover' | 'nothing'

/** Everything between which a browser measures: the built server, a server of the floors, and a company's site of another origin than both. */
export interface Stage {
  browser: Browser
  product: string
  address(carried: Carried): string
  stop(): Promise<void>
}

export async function setStage(folder: string, port: number, floors: Map<string, Buffer>): Promise<Stage> {
  const server = await startServer({ port, dataDir: folder })
  const floor = await serveFloors(floors)
  const sources = new Map<string, string>()
  const host = await listen('localhost', (path) => ({ type: 'text/html; charset=utf-8', body: page(sources.get(path.slice(1)) ?? '') }))
  const siteKey = await openSite(server.url, host.origin)
  sources.set('ours', `src="${server.url}/widget.js" data-site="${siteKey}"`)
  sources.set('bare', `src="${floor.origin}/loader.js"`)
  sources.set('hover', `src="${floor.origin}/loader.js#hover"`)
  sources.set('nothing', `src="${floor.origin}/nothing.js"`)
  const browser = await chromium.launch(await findChromium())
  return {
    browser,
    product: server.url,
    address: (carried) => `${host.origin}/${carried}`,
    async stop() {
      await browser.close()
      for (const one of [host, floor]) one.server.closeAllConnections()
      for (const one of [host, floor]) one.server.close()
      await server.stop()
    },
  }
}

const page = (script: string) => `<!doctype html><html lang="nl"><head><meta charset="utf-8"><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Pakketdienst De Berk</title></head>
<body><main><h1>Waar is mijn pakket?</h1>${'<p>Morgen tussen twee en vier.</p>'.repeat(20)}</main><script async ${script}></script></body></html>`

const serveFloors = (floors: Map<string, Buffer>) => {
  const files = new Map([...floors, ['nothing.js', Buffer.from('')] as const].map(([name, code]) => [`/${name}`, brotliCompressSync(code)]))
  return listen('127.0.0.1', (path) => ({ type: 'text/javascript', body: files.get(path) ?? '', encoding: 'br' }))
}

interface Served {
  type: string
  body: string | Buffer
  encoding?: string
}

async function listen(name: string, find: (path: string) => Served): Promise<{ origin: string; server: Server }> {
  const server = createServer((request, response) => {
    const { type, body, encoding } = find(new URL(request.url ?? '/', 'http://localhost').pathname)
    response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*', ...(encoding && { 'content-encoding': encoding }) })
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, name, resolve))
  return { origin: `http://${name}:${(server.address() as AddressInfo).port}`, server }
}

/** A site that takes one kind, so that a click leads to the text as it does in a bare form. */
async function openSite(url: string, origin: string): Promise<string> {
  const call = async (method: string, path: string, body?: object, cookie = '') => {
    const headers = { 'content-type': 'application/json', origin: url, cookie }
    const response = await fetch(`${url}/api/v1${path}`, { method, headers, body: body && JSON.stringify(body) })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return response
  }
  const session = await call('POST', '/session', { email: 'bench@example.nl', password: 'bench-wachtwoord' })
  const cookie = session.headers.getSetCookie()[0]?.split(';')[0]
  const { items } = (await (await call('GET', '/sites', undefined, cookie)).json()) as { items: { id: string; key: string }[] }
  const [site] = items
  if (!site) throw new Error('The server has no site')
  await call('PATCH', `/sites/${site.id}`, { origins: [origin], kinds: ['idea'] }, cookie)
  return site.key
}
