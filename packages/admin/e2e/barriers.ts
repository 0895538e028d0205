import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Waits until everything that was asked for is there. */
export async function settle(page: Page) {
  await page.getByRole('main').waitFor()
  // A page's own file comes after the frame around it.
  await page.locator('h1').first().waitFor({ state: 'attached' })
  await expect(page.getByRole('status', { name: 'Laden' })).toHaveCount(0)
}

/** Looked at in the light and in the dark, where only colours can differ from what was looked at in the light. */
export async function expectNoBarriers(page: Page) {
  const found = await barriersIn(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  found.push(...(await barriersIn(page, ['color-contrast', 'link-in-text-block'])))
  await page.emulateMedia({ colorScheme: 'light' })
  expect(found).toEqual([])
}

/** What axe finds wrong on the page as it is now: by all of its rules, or only by these. */
export async function barriersIn(page: Page, rules?: string[]): Promise<string[]> {
  await page.evaluate(colorsSettled)
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'], ...(rules && { runOnly: { type: 'rule', values: rules } }) })
    // No script runs in the frame of an e-mail, so axe would wait for ever for what it finds there.
    .exclude('iframe[sandbox=""]')
    // What it finds in several frames it puts together in a page that it opens for that; one frame needs none.
    .setLegacyMode(page.frames().length === 1)
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

/** A colour on its way to another, as after the change from light to dark, is not what one reads. */
async function colorsSettled() {
  const ending = document.getAnimations().filter((animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime))
  await Promise.allSettled(ending.map(({ finished }) => finished))
}
