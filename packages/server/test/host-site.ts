import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface HostPage {
  html: string
  headers?: Record<string, string>
}

/** A company's site of its own origin, on which the widget is embedded. */
export interface HostSite {
  origin: string
  /** Serves this page at `path` (and, with a path that ends in `*`, at all below it) and returns its address. */
  page(path: string, page: HostPage | string): string
  stop(): Promise<void>
}

/** `localhost`, where the product is on 127.0.0.1: another site to a browser, as in a customer's life. */
export async function startHostSite(): Promise<HostSite> {
  const pages = new Map<string, HostPage>()
  const find = (path: string) => pages.get(path) ?? [...pages].find(([at]) => at.endsWith('*') && path.startsWith(at.slice(0, -1)))?.[1]
  const server = createServer((request: IncomingMessage, response) => {
    const page = find(new URL(request.url ?? '/', 'http://localhost').pathname)
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...page?.headers })
    response.end(page?.html ?? '<!doctype html><title>Not found</title>')
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, 'localhost', resolve)
  })
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  return {
    origin,
    page(path, page) {
      pages.set(path, typeof page === 'string' ? { html: page } : page)
      return origin + path.replace(/\*$/, '')
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
