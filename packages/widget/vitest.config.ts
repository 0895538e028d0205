import { fileURLToPath } from 'node:url'
import { compile } from 'svelte/compiler'
import { defineConfig, type Plugin } from 'vitest/config'

/** Only the tests hold components of Svelte; what is published needs no compiler. */
const svelte: Plugin = {
  name: 'svelte',
  transform: (code, id) => (id.endsWith('.svelte') ? { code: compile(code, { filename: id }).js.code } : undefined),
}

export default defineConfig({
  plugins: [svelte],
  oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } },
  // On Node its name means the part that renders on a server.
  resolve: { alias: [{ find: /^svelte$/, replacement: fileURLToPath(new URL('../../node_modules/svelte/src/index-client.js', import.meta.url)) }] },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}', '*.test.ts'],
    testTimeout: 60_000,
  },
})
