import { fileURLToPath } from 'node:url'
import { defineConfig, type PlaywrightTestConfig } from '@playwright/test'
import { findChromium } from '../../../.ci/chromium.mjs'

type Config = PlaywrightTestConfig<object, { engine: 'sqlite' | 'postgres' }>

/** Playwright's configuration for the journeys of one package: a real Chromium, and each journey on both databases. */
export async function journeys(own: Config = {}): Promise<Config> {
  return defineConfig<object, { engine: 'sqlite' | 'postgres' }>(
    {
      testDir: 'e2e',
      globalSetup: fileURLToPath(new URL('./global-setup.ts', import.meta.url)),
      globalTimeout: 1_800_000,
      // Long enough for a machine that others use too.
      timeout: 120_000,
      expect: { timeout: 20_000 },
      // Each has a product of its own.
      workers: 2,
      retries: 0,
      forbidOnly: true,
      reporter: [['list']],
      use: {
        launchOptions: await findChromium(),
        // A trace costs a fifth of a run; `--trace retain-on-failure` makes one for who looks for a fault.
        trace: 'off',
        screenshot: 'only-on-failure',
        locale: 'nl-NL',
        timezoneId: 'Europe/Amsterdam',
      },
      projects: [
        { name: 'sqlite', use: { engine: 'sqlite' } },
        { name: 'postgres', use: { engine: 'postgres' } },
      ],
    },
    own,
  )
}
