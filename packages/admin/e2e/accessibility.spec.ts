import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@klankbord/server/testing/fixtures'
import type { Page } from '@playwright/test'
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
  ['the outcomes', () => '/admin/outcomes'],
  ['a new outcome', ({ routed, goalId }) => `/admin/outcomes/new?items=${routed[0]}&goal=${goalId}`],
  ['a draft', ({ draftId }) => `/admin/outcomes/${draftId}`],
  ['a published outcome', ({ publishedId }) => `/admin/outcomes/${publishedId}`],
  ['the goals', () => '/admin/goals'],
  ['the goals by the goal they help', () => '/admin/goals?by=goal&state=all'],
  ['the coverage of the goals', () => '/admin/goals/coverage'],
  ['the story of the organisation', () => '/admin/goals/story'],
  ['a goal', ({ goalId }) => `/admin/goals/${goalId}`],
  ['the measures', () => '/admin/measures'],
  ['the list to enter values in', () => '/admin/measures/enter'],
  ['one measure', ({ measureId }) => `/admin/measures/${measureId}`],
  ['sites', () => '/admin/settings/sites'],
  ['one site', ({ siteId }) => `/admin/settings/sites/${siteId}`],
  ['the themes in what waits for a goal', () => '/admin/inbox/themes'],
  ['what a person must look at', () => '/admin/inbox/flagged'],
  ['routing', () => '/admin/settings/routing'],
  ['what routing learned', () => '/admin/settings/routing/suggestions'],
  ['the words for which a person must look', () => '/admin/settings/routing/flags'],
  ['how suggestions fare', () => '/admin/settings/routing/use'],
  ['teams', () => '/admin/settings/teams'],
  ['people', () => '/admin/settings/people'],
  ['API keys', () => '/admin/settings/keys'],
  ['the weekly letter', () => '/admin/settings/letters'],
  ['pulses', () => '/admin/settings/pulses'],
  ['captured e-mails', () => '/admin/mail'],
  ['the first goal', () => '/admin/start/goal'],
  ['the site to begin with', () => '/admin/start/site'],
  ['the first invitations', () => '/admin/start/invite'],
  ['a page that is not there', () => '/admin/nowhere'],
]

/** Waits until everything that was asked for is there. */
async function settle(page: Page) {
  await page.getByRole('main').waitFor()
  // A page's own file comes after the frame around it.
  await page.locator('h1').first().waitFor({ state: 'attached' })
  await expect(page.getByRole('status', { name: 'Laden' })).toHaveCount(0)
}

/** In the dark only colours can differ from what was looked at in the light. */
async function expectNoBarriers(page: Page) {
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  const axe = new AxeBuilder({ page })
  const { violations } = await (isDark ? axe.withRules(['color-contrast', 'link-in-text-block']) : axe).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([])
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })

    test('whoever signs in meets no barrier', async ({ page, product }) => {
      await page.goto(`${product.url}/admin/sign-in`)
      await page.getByRole('heading', { name: 'Inloggen' }).waitFor()
      await expectNoBarriers(page)
    })

    test('no page of a member has a barrier', async ({ page, product }) => {
      test.setTimeout(240_000)
      await signIn(page, product)
      for (const [name, address] of pages) {
        await test.step(name, async () => {
          await page.goto(product.url + address(company))
          await settle(page)
          await expectNoBarriers(page)
        })
      }
    })

    test('no dialog of goals and teams has a barrier', async ({ page, product }) => {
      await signIn(page, product)
      await page.goto(`${product.url}/admin/goals?q=axe`)
      await page.getByRole('treeitem').last().focus()
      await page.keyboard.press('m')
      await expectNoBarriers(page)
      await page.keyboard.press('Escape')
      for (const name of ['Aanpassen', 'Afsluiten met terugblik', 'Aanpak toevoegen']) {
        await page.goto(`${product.url}/admin/goals/${company.goalId}`)
        await page.getByRole('button', { name, exact: true }).click()
        await page.getByRole('dialog').waitFor()
        await settle(page)
        await expectNoBarriers(page)
      }
      await page.goto(`${product.url}/admin/settings/teams`)
      await page.getByRole('button', { name: 'Mensen van Werkplaats axe' }).click()
      await page.getByRole('dialog').waitFor()
      await expectNoBarriers(page)
      await page.goto(`${product.url}/admin/inbox/to-route/${company.unrouted[0]}`)
      await page.getByRole('button', { name: 'Voorstellen als doel' }).click()
      await page.getByRole('dialog').waitFor()
      await settle(page)
      await expectNoBarriers(page)
    })

    test('no dialog has a barrier', async ({ page, product }) => {
      await signIn(page, product)
      await page.goto(`${product.url}/admin/inbox/to-route/${company.unrouted[0]}`)
      await page.getByRole('button', { name: 'Kies een doel' }).click()
      await page.getByRole('combobox', { name: 'Doel' }).click()
      await expectNoBarriers(page)
      await page.goto(`${product.url}/admin/inbox/waiting/${company.routed[0]}`)
      await page.getByRole('button', { name: 'Kies de aanpak' }).click()
      await page.getByRole('dialog').getByRole('radio').first().waitFor()
      await expectNoBarriers(page)
      await page.goto(`${product.url}/admin/inbox/waiting/${company.routed[0]}`)
      await page.getByRole('button', { name: 'Afbeelding van de klant, 1 van 2' }).click()
      await page.getByRole('dialog').getByRole('img').waitFor()
      await expectNoBarriers(page)
      await page.goto(`${product.url}/admin/settings/sites/${company.siteId}`)
      for (const kind of ['choice', 'scale']) {
        await page.getByRole('button', { name: 'Vraag toevoegen' }).click()
        await page.getByLabel('Antwoord is', { exact: true }).last().selectOption(kind)
      }
      await page.getByRole('button', { name: 'Tekst vervangen' }).click()
      await expectNoBarriers(page)
      await page.getByRole('button', { name: 'Sleutel toevoegen' }).click()
      await page.getByRole('button', { name: 'Maak een geheim' }).click()
      await expectNoBarriers(page)
      await page.goto(`${product.url}/admin/settings/routing`)
      await page.getByRole('button', { name: 'Regel toevoegen' }).click()
      await page.getByRole('button', { name: 'Groep met “of” toevoegen' }).click()
      await page.getByText('Wat de regel nog meer doet').click()
      await page.getByRole('dialog').getByRole('combobox', { name: 'Mail deze collega’s' }).waitFor()
      await expectNoBarriers(page)
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Eerdere versies' }).click()
      await page.getByRole('dialog').getByText('Er kwam een regel bij').first().waitFor()
      await expectNoBarriers(page)
      await page.goto(`${product.url}/admin/measures`)
      await page.getByRole('button', { name: 'Nieuwe meting' }).click()
      await page.getByRole('button', { name: 'Klanttevredenheid' }).click()
      await page.getByText('Alleen van').click()
      await expectNoBarriers(page)
      await page.goto(`${product.url}/admin/measures/${company.measureId}`)
      await page.getByRole('button', { name: 'Importeren' }).click()
      await page.getByLabel('Of plak hier').fill('2026-01\t71\n2026-02\tveel')
      await page.getByRole('button', { name: 'Eerst bekijken' }).click()
      await page.getByRole('dialog').getByRole('alert').waitFor()
      await expectNoBarriers(page)
      await page.goto(`${product.url}/admin/outcomes/${company.draftId}`)
      await page.getByRole('button', { name: 'Publiceren' }).click()
      await page.getByRole('dialog').waitFor()
      await expectNoBarriers(page)
    })
  })
}

test('at 390 pixels wide nothing sticks out', async ({ page, product }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, product)
  for (const [name, address] of pages) {
    await test.step(name, async () => {
      await page.goto(product.url + address(company))
      await settle(page)
      const over = await page.evaluate(() => {
        const main = document.querySelector('main') ?? document.body
        return Math.max(document.documentElement.scrollWidth - innerWidth, main.scrollWidth - main.clientWidth)
      })
      expect(over).toBeLessThanOrEqual(0)
    })
  }
})
