import { defineConfig } from 'vitest/config'

const faults = ['faults/**/*.test.ts']
const timed = ['bad-input', 'bodies', 'patterns', 'strangers', 'uploads'].map((name) => `faults/${name}.test.ts`)

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    globalSetup: 'test/global-setup.ts',
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
    projects: [
      {
        extends: true,
        // As many at once as the smallest machine has cores, and the same modules for all files of one: loading them anew took as long as the tests.
        test: {
          name: 'server',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
          maxWorkers: 2,
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        // Processes that are killed, starved and lied to.
        test: { name: 'faults', include: faults, exclude: timed, maxWorkers: 2, testTimeout: 120_000, sequence: { groupOrder: 2 } },
      },
      {
        extends: true,
        // What is held to milliseconds has the machine to itself.
        test: { name: 'timed', include: timed, fileParallelism: false, testTimeout: 120_000, sequence: { groupOrder: 3 } },
      },
    ],
  },
})
