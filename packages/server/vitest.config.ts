import { defineConfig } from 'vitest/config'

const faults = ['faults/**/*.test.ts']

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    globalSetup: 'test/global-setup.ts',
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
    projects: [
      { extends: true, test: { name: 'server', include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'], sequence: { groupOrder: 1 } } },
      {
        extends: true,
        // Processes that are killed and timed: one file after another, with the machine to themselves.
        test: { name: 'faults', include: faults, fileParallelism: false, testTimeout: 120_000, sequence: { groupOrder: 2 } },
      },
    ],
  },
})
