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
      {
        extends: true,
        // As many at once as the smallest machine has cores; left to itself it keeps one free, which half of the time is all that there is.
        test: { name: 'server', include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'], maxWorkers: 2, sequence: { groupOrder: 1 } },
      },
      {
        extends: true,
        // Processes that are killed and timed: one file after another, with the machine to themselves.
        test: { name: 'faults', include: faults, fileParallelism: false, testTimeout: 120_000, sequence: { groupOrder: 2 } },
      },
    ],
  },
})
