import { expect } from '@klankbord/server/testing/fixtures'
import type { Page, Route } from '@playwright/test'

/** A connection that lets acts out and no answer in: the server does what is asked, and nobody hears of it. What is read first for an act may still come. */
export async function cut(page: Page, stillRead?: RegExp) {
  const names = new Map<string, Set<string | undefined>>()
  const lose = async (route: Route) => {
    const request = route.request()
    if (request.method() === 'GET' && stillRead?.test(request.url())) return route.continue()
    // Who looks, and what would come of a change, are no acts.
    if (request.method() !== 'GET' && !/\/(presence|preview)$/.test(request.url())) {
      const act = `${request.method()} ${request.url()}`
      names.set(act, (names.get(act) ?? new Set()).add(request.headers()['idempotency-key']))
      await route.fetch()
    }
    await route.abort('connectionreset')
  }
  await page.route('**/api/v1/**', lose)
  // Not before nothing comes through any more.
  const asks = () =>
    page.evaluate(() =>
      fetch('/api/v1/me').then(
        () => 'answered',
        () => 'lost',
      ),
    )
  await expect.poll(asks).toBe('lost')
  return {
    /** Under how many names the same act went out, at most. */
    names: () => Math.max(...[...names.values()].map(({ size }) => size)),
    mend: () => page.unrouteAll({ behavior: 'wait' }),
  }
}

interface Act {
  page: Page
  /** The last press, after which the act is under way. */
  press: () => Promise<unknown>
  /** What shows that it is done. */
  done: () => Promise<unknown>
  /** What somebody wrote and must not lose meanwhile. */
  kept?: () => Promise<unknown>
  /** How often the server did it. */
  times: () => Promise<number>
  stillRead?: RegExp
}

/** Does an act of which the first answer is lost: told, kept, sent again by itself once there is a connection, and done once. */
export async function losing({ page, press, done, kept, times, stillRead }: Act) {
  const before = await times()
  const line = await cut(page, stillRead)
  await press()
  await expect(page.getByText(/^Geen verbinding\./).last()).toBeVisible()
  await expect.poll(times).toBe(before + 1)
  await kept?.()
  await line.mend()
  await done()
  expect(await times()).toBe(before + 1)
  expect(line.names()).toBe(1)
}
