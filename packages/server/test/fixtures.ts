import { test as base } from '@playwright/test'
import { type HostSite, startHostSite } from './host-site.ts'
import { type Product, startProduct } from './product.ts'

export { expect } from '@playwright/test'

interface Shared {
  /** Set by the project: `sqlite` or `postgres`. */
  engine: Product['engine']
  /** Environment of the product in this file: `test.use({ productEnv: { … } })` gives it a product of its own. */
  productEnv: Record<string, string>
  /** A site of another origin, which the product's first site allows. */
  host: HostSite
  /** One product for all the tests of a worker: a test uses names and addresses of its own. */
  product: Product
}

/** Playwright's `test` with the built product beside the browser. */
export const test = base.extend<object, Shared>({
  engine: ['sqlite', { scope: 'worker', option: true }],
  productEnv: [{}, { scope: 'worker', option: true }],
  host: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures it must make from this pattern.
    async ({}, use) => {
      const host = await startHostSite()
      await use(host)
      await host.stop()
    },
    { scope: 'worker' },
  ],
  product: [
    async ({ engine, productEnv, host }, use) => {
      const product = await startProduct({ engine, env: { SITE_ORIGINS: host.origin, ...productEnv } })
      await use(product)
      await product.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
})
