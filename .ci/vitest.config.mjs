import { defineConfig } from 'vitest/config'

export default defineConfig({ cacheDir: '../node_modules/.vite/tools', test: { testTimeout: 60_000 } })
