// @vitest-environment node
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { beforeAll, expect, test, vi } from 'vitest'

let code = ''

beforeAll(async () => {
  vi.stubEnv('NODE_ENV', 'production')
  const entry = fileURLToPath(new URL('./capture.ts', import.meta.url))
  const result = (await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      target: ['chrome123', 'firefox128', 'safari17.5'],
      write: false,
      rolldownOptions: { input: { capture: entry }, preserveEntrySignatures: 'strict', output: { format: 'es' } },
    },
  })) as Rolldown.RolldownOutput
  code = result.output.map((file) => (file.type === 'chunk' ? file.code : '')).join('')
  process.stdout.write(`\nCapture, bytes in brotli: ${brotliCompressSync(code).length}\n`)
}, 60_000)

test('pictures, capturing and hiding are at most 8 kB', () => {
  expect(code).toContain('getDisplayMedia')
  expect(brotliCompressSync(code).length).toBeLessThanOrEqual(8_000)
})

test('a page is drawn without anything that a strict policy forbids, and without a request', () => {
  expect(code).not.toMatch(/foreignObject|XMLSerializer|createObjectURL|innerHTML|setAttribute\(.style|new Image|fetch\(|\beval\(|new Function/)
})
