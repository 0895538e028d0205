import { expect, test } from '@klankbord/server/testing/fixtures'
import type { Page } from '@playwright/test'
import { type Company, foundCompany } from './company.ts'
import { signIn } from './signed-in.ts'

// A product of its own, since its items are acted on.
test.use({ productEnv: { MAIL_FROM: 'Vlug <vlug@localhost>' }, contextOptions: { reducedMotion: 'reduce' } })

let company: Company

test.beforeAll(async ({ product, host }) => {
  company = await foundCompany(product, host.origin, 'vlug')
  const names = ['spoed', 'rustig']
  for (const name of names) await product.api('POST', '/api/v1/reply-templates', { name, text: `Dit gaat ${name}.`, teamId: null, locale: null })
})

/** A machine that is six times slower, and a line on which these take almost a second. */
async function slow(page: Page, late: RegExp) {
  await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: 6 })
  await page.route(late, async (route) => {
    await new Promise((done) => setTimeout(done, 800))
    await route.continue()
  })
}

test('what is typed right after f, before the menu is there, is for the menu', async ({ page, product }) => {
  await signIn(page, product)
  await slow(page, /assets\/filter-menu/)
  await page.keyboard.press('f')
  await page.keyboard.type('idee')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/kind=idea/)
})

test('what is typed right after g, before the goals are there, chooses the goal', async ({ page, product }) => {
  await page.route(/goals\/tree/, (route) => route.continue())
  await signIn(page, product)
  await page.goto(`${product.url}/admin/inbox/to-route/${company.unrouted[0]}`)
  await page.getByRole('article').waitFor()
  await slow(page, /assets\/combobox|goals\/tree/)
  await page.keyboard.press('g')
  await page.keyboard.type('beloofde dag')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Doel' })).toHaveValue('Klaar op de beloofde dag vlug')
  await page.getByRole('button', { name: 'Zet het daar' }).press('Enter')
  await expect.poll(async () => (await product.api('GET', `/api/v1/feedback/${company.unrouted[0]}`)).body.goal?.id).toBe(company.goalId)
})

test('what is typed right after Ctrl+K, before the palette is there, is looked up', async ({ page, product }) => {
  await slow(page, /assets\/palette/)
  await signIn(page, product)
  await page.keyboard.press('Control+K')
  await page.keyboard.type('kalender')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/settings\/calendar/)
})

test('what is typed for a template, before they are there, is no key of the inbox', async ({ page, product }) => {
  const [id = ''] = company.routed
  await signIn(page, product)
  await page.goto(`${product.url}/admin/inbox/waiting/${id}`)
  await page.getByRole('article').waitFor()
  await slow(page, /assets\/combobox|reply-templates/)
  await page.keyboard.press('r')
  await page.getByRole('button', { name: 'Sjabloon' }).click()
  await page.keyboard.type('spoed')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Bericht aan de klant')).toHaveValue('Dit gaat spoed.')
  expect((await product.api('GET', `/api/v1/feedback/${id}`)).body.status).toBe('routed')
})

test('what is typed right after o, before the page of the outcome is there, is its title', async ({ page, product }) => {
  const [id = ''] = company.routed
  await signIn(page, product)
  await page.goto(`${product.url}/admin/inbox/waiting/${id}`)
  await page.getByRole('article').waitFor()
  await slow(page, /assets\/editor|goals\/tree/)
  await page.keyboard.press('o')
  await page.keyboard.type('Je wordt gebeld')
  await expect(page.getByLabel('Titel', { exact: true })).toHaveValue('Je wordt gebeld')
  expect((await product.api('GET', `/api/v1/feedback/${id}`)).body.status).toBe('routed')
})

test('two items are merged with the keyboard, however fast one types', async ({ page, product }) => {
  const [, first = '', second = ''] = company.unrouted
  await signIn(page, product)
  await page.goto(`${product.url}/admin/inbox/to-route/${first}`)
  await page.getByRole('article').waitFor()
  await slow(page, /feedback\?q=/)
  await page.keyboard.press('m')
  await page.keyboard.type('berichtje')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radio', { checked: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await product.api('GET', `/api/v1/feedback/${second}`)).body.status).toBe('merged')
})
