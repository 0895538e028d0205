import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@klankbord/server/testing/fixtures'
import { build } from 'vite'
import { groups } from '../lab/states.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
// A hundred pages in one are too much to keep a trace of.
test.use({ trace: 'off' })

let folder: string
let server: Server

test.beforeAll(async () => {
  mkdirSync(join(root, 'test-results'), { recursive: true })
  folder = mkdtempSync(join(root, 'test-results/lab-'))
  await build({ configFile: join(root, 'lab/vite.config.ts'), logLevel: 'silent', build: { outDir: folder } })
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const path = pathname.replace('/widget-lab/', '') || 'index.html'
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/plain' })
    response.end(readFileSync(join(folder, path)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

test.afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

const address = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/widget-lab/${path}`

test('the lab reaches every state that it names', async ({ page }) => {
  test.setTimeout(150_000)
  for (const { name } of groups.flatMap(({ states }) => states)) {
    await page.goto(address(`cell.html?${new URLSearchParams({ state: name })}`))
    await expect(page.locator('html'), name).toHaveAttribute('data-shown', 'yes')
  }
})

test('the lab puts them side by side, in light and dark, and in every look', async ({ page }) => {
  await page.goto(address(''))
  const states = groups.flatMap(({ states }) => states).length
  await expect.poll(() => page.locator('iframe').count()).toBeGreaterThan(states * 2 + 40)
  await expect(page.frameLocator('iframe >> nth=4').getByRole('dialog')).toBeVisible()
})

test('what is installed has no lab', async ({ product }) => {
  expect((await product.request('GET', '/widget-lab/')).status).toBe(404)
})
