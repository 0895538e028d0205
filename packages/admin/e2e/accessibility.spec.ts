import { expect, test } from '@klankbord/server/testing/fixtures'
import type { Page } from '@playwright/test'
import { expectNoBarriers, settle } from './barriers.ts'
import { type Company, foundCompany } from './company.ts'
import { signIn } from './signed-in.ts'

// Each test looks at much and changes nothing, so they need not wait for each other.
test.describe.configure({ mode: 'parallel' })

let company: Company

test.beforeAll(async ({ product, host }) => {
  company = await foundCompany(product, host.origin, 'axe')
})

const pages: [string, (company: Company) => string][] = [
  ['the inbox', () => '/admin/inbox/to-route'],
  ['an item without a goal', ({ unrouted }) => `/admin/inbox/to-route/${unrouted[0]}`],
  ['an item with a goal', ({ routed }) => `/admin/inbox/waiting/${routed[0]}`],
  ['an empty view', () => '/admin/inbox/reopened'],
  ['a list with filters, sorted, where words were searched for', () => '/admin/inbox/all?q=reparatie&kind=complaint&email=no&sort=similar'],
  ['the outcomes', () => '/admin/outcomes'],
  ['a new outcome', ({ routed, goalId }) => `/admin/outcomes/new?items=${routed[0]}&goal=${goalId}`],
  ['a draft', ({ draftId }) => `/admin/outcomes/${draftId}`],
  ['a published outcome', ({ publishedId }) => `/admin/outcomes/${publishedId}`],
  ['the goals', () => '/admin/goals'],
  ['the goals by the goal they help', () => '/admin/goals?by=goal&state=all'],
  ['the coverage of the goals', () => '/admin/goals/coverage'],
  ['the story of the organisation', () => '/admin/goals/story'],
  ['a goal', ({ goalId }) => `/admin/goals/${goalId}`],
  ['the loop', () => '/admin/loop'],
  ['the measures', () => '/admin/measures'],
  ['the list to enter values in', () => '/admin/measures/enter'],
  ['one measure', ({ measureId }) => `/admin/measures/${measureId}`],
  ['sites', () => '/admin/settings/sites'],
  ['one site', ({ siteId }) => `/admin/settings/sites/${siteId}`],
  ['what somebody tells, to be entered', () => '/admin/inbox/enter'],
  ['the themes in what waits for a goal', () => '/admin/inbox/themes'],
  ['what a person must look at', () => '/admin/inbox/flagged'],
  ['routing', () => '/admin/settings/routing'],
  ['what routing learned', () => '/admin/settings/routing/suggestions'],
  ['the words for which a person must look', () => '/admin/settings/routing/flags'],
  ['how suggestions fare', () => '/admin/settings/routing/use'],
  ['teams', () => '/admin/settings/teams'],
  ['people', () => '/admin/settings/people'],
  ['how mail is sent', () => '/admin/settings/mail'],
  ['the calendar', () => '/admin/settings/calendar'],
  ['notifications', () => '/admin/notifications'],
  ['reply templates', () => '/admin/settings/templates'],
  ['API keys', () => '/admin/settings/keys'],
  ['the weekly letter', () => '/admin/settings/letters'],
  ['pulses', () => '/admin/settings/pulses'],
  ['the public page', () => '/admin/settings/public'],
  ['captured e-mails', () => '/admin/mail'],
  ['the first goal', () => '/admin/start/goal'],
  ['the site to begin with', () => '/admin/start/site'],
  ['the first invitations', () => '/admin/start/invite'],
  ['a page that is not there', () => '/admin/nowhere'],
]

async function expectNothingSticksOut(page: Page) {
  const wide = page.viewportSize()
  await page.setViewportSize({ width: 390, height: 844 })
  const over = await page.evaluate(() => {
    const main = document.querySelector('main') ?? document.body
    return Math.max(document.documentElement.scrollWidth - innerWidth, main.scrollWidth - main.clientWidth)
  })
  expect(over).toBeLessThanOrEqual(0)
  if (wide) await page.setViewportSize(wide)
}

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('whoever signs in or was invited meets no barrier', async ({ page, product }) => {
  await page.goto(`${product.url}/admin/sign-in`)
  await page.getByRole('heading', { name: 'Inloggen' }).waitFor()
  await expectNoBarriers(page)
  const { body } = await product.api('POST', '/api/v1/invitations', { email: 'drempel@example.nl', role: 'member', teams: [] })
  await page.goto(body.link)
  await page.getByLabel('Je naam').waitFor()
  await expectNoBarriers(page)
})

// In two halves, so that they are looked at side by side.
const half = Math.ceil(pages.length / 2)
for (const [which, some] of Object.entries({ first: pages.slice(0, half), second: pages.slice(half) })) {
  test(`no page of a member has a barrier, and at 390 pixels wide nothing sticks out: the ${which} half`, async ({ page, product }) => {
    test.setTimeout(240_000)
    await signIn(page, product)
    for (const [name, address] of some) {
      await test.step(name, async () => {
        await page.goto(product.url + address(company))
        await settle(page)
        await expectNoBarriers(page)
        await expectNothingSticksOut(page)
      })
    }
  })
}
