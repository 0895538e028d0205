import { expect, test } from '@klankbord/server/testing/fixtures'
import { expectNoBarriers } from './barriers.ts'
import { restartAt } from './colleagues.ts'
import { type Company, foundCompany } from './company.ts'
import { signIn } from './signed-in.ts'

// A product of its own, since its clock is put forward.
test.use({ productEnv: { MAIL_FROM: 'Beloften <beloften@localhost>' } })

let company: Company

test.beforeAll(async ({ product, host }) => {
  company = await foundCompany(product, host.origin, 'belofte')
})

test('a promise that is missed is brought to who answers for it, and its customer hears a new date and why', async ({ page, product }) => {
  test.setTimeout(120_000)
  const [id = ''] = company.routed
  // Three working days were promised; nine days later the owner, the lead and the owner above have all had their turn.
  await restartAt(product, later(12))
  await signIn(page, product)
  await expect
    .poll(async () => (await product.api('GET', `/api/v1/feedback/${id}`)).body.promise.steps.map(({ step }: { step: string }) => step), {
      timeout: 30_000,
    })
    .toEqual(['owner', 'lead', 'above'])

  await page.goto(`${product.url}/admin/notifications`)
  // The company has two that wait; this is about the first.
  const told = page.getByRole('link', { name: 'Een belofte is niet nagekomen, en jij leidt het team' }).and(page.locator(`[href$="${id}"]`))
  await expect(told).toBeVisible()
  await expect(page.getByRole('link', { name: /^Meldingen, \d+ ongelezen$/ }).first()).toBeVisible()
  await expectNoBarriers(page)
  await told.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/admin/inbox/overdue/${id}`))

  await page.getByRole('button', { name: 'Noem een nieuwe datum' }).click()
  const dialog = page.getByRole('dialog', { name: 'Noem de klant een nieuwe datum' })
  await dialog.getByLabel('Nieuwe datum').fill(workdayAhead())
  await dialog.getByLabel('Reden, zoals de klant hem leest').fill('Het onderdeel is pas volgende week weer leverbaar.')
  await expectNoBarriers(page)
  await dialog.getByLabel('Ja, vertel de klant dat we te laat zijn').check()
  await dialog.getByRole('button', { name: 'Vertel het de klant' }).click()
  await expect(dialog).toHaveCount(0)
  const { body } = await product.api('GET', `/api/v1/feedback/${id}`)
  expect(body).toMatchObject({ overdue: false, promise: { moved: [{ reason: 'Het onderdeel is pas volgende week weer leverbaar.' }] } })
})

test('a calendar shows what it will do before it is saved, and is put back with one press', async ({ page, product }) => {
  test.setTimeout(120_000)
  await signIn(page, product)
  await page.goto(`${product.url}/admin/settings/calendar`)
  // Where the organisation is was said when it was set up.
  expect((await product.api('GET', '/api/v1/calendar')).body.holidays).toEqual({ country: 'NL', region: null })
  await page.getByLabel('Feestdagen').selectOption('BE')
  await expect(page.getByText(/werkdagen\.$/).first()).toBeVisible()
  await expect(page.getByText('Allerheiligen')).toBeVisible()
  await expectNoBarriers(page)
  expect((await product.api('GET', '/api/v1/calendar')).body.holidays).toEqual({ country: 'NL', region: null })
  await page.getByRole('button', { name: 'Kalender bewaren' }).click()
  await expect(page.getByText('De kalender is bewaard.')).toBeVisible()
  expect((await product.api('GET', '/api/v1/calendar')).body.holidays).toEqual({ country: 'BE', region: null })
  await page.getByRole('button', { name: 'Maak dit ongedaan' }).click()
  await expect(page.getByText('De kalender is weer zoals ervoor.')).toBeVisible()
  expect((await product.api('GET', '/api/v1/calendar')).body.holidays).toEqual({ country: 'NL', region: null })
})

const later = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000)

/** A Wednesday after all that. */
function workdayAhead(): string {
  const day = later(20)
  while (day.getUTCDay() !== 3) day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10)
}
