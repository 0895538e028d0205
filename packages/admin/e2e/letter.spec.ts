import { expect, test } from '@klankbord/server/testing/fixtures'
import { inviteColleagues, restartAt } from './colleagues.ts'
import { signIn } from './signed-in.ts'

/** A quarter past eight on the Monday that many weeks from now, in Amsterdam: between six and seven o'clock in UTC, so a little over an hour or two late. */
function mondayMorning(weeks: number): Date {
  const at = new Date()
  at.setUTCDate(at.getUTCDate() + (8 - (at.getUTCDay() || 7)) + 7 * (weeks - 1))
  at.setUTCHours(8, 15, 0, 0)
  return at
}

// This file has a product of its own, since it is started again at other times.
test.use({ productEnv: { LOG_LEVEL: 'warn' } })

test('the weekly letter comes on Monday with what customers said, and one click stops it', async ({ page, product, host }) => {
  const { body: team } = await product.api('POST', '/api/v1/teams', { name: 'Werkplaats', level: 'team' })
  const me = await product.api('GET', '/api/v1/me')
  await product.api('PATCH', `/api/v1/members/${me.body.member.id}`, { teams: [{ teamId: team.id, role: 'lead' }] })
  await inviteColleagues(product, ['bram@brief.example'], [{ teamId: team.id, role: 'member' }])
  const { body: goal } = await product.api('POST', '/api/v1/goals', { title: 'Elke fiets binnen een dag klaar', teamId: team.id })
  await product.api('POST', '/api/v1/routing/rules', { goalId: goal.id, when: [{ field: 'kind', op: 'is', value: 'compliment' }] })
  const [site] = (await product.api('GET', '/api/v1/sites')).body.items
  const said = { kind: 'compliment', message: 'Wat een vriendelijke mensen, en zo snel klaar.', name: 'Ada' }
  await product.request('POST', `/widget/v1/sites/${site.key}/feedback`, said, { Origin: host.origin, 'Idempotency-Key': 'brief-1' })

  await signIn(page, product)
  await page.goto(`${product.url}/admin/settings/letters`)
  await page.getByRole('button', { name: 'Voorbeeld van de weekbrief van Werkplaats' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.frameLocator('iframe').getByText('Wat een vriendelijke mensen')).toBeVisible()
  await dialog.getByRole('button', { name: 'Platte tekst' }).click()
  await expect(dialog.getByText('> Wat een vriendelijke mensen, en zo snel klaar.')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'De weekbrief van Werkplaats aanpassen' }).click()
  await dialog.getByLabel('Stuur elke week een brief').check()
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  await expect(page.getByText('Maandag om 08:00, in het Nederlands')).toBeVisible()

  await restartAt(product, mondayMorning(1))
  const letter = await product.waitForMail('bram@brief.example', /Werkplaats: een compliment deze week/)
  await product.waitForMail(product.owner.email, /Werkplaats: een compliment deze week/)
  expect(letter.text).toContain('> Wat een vriendelijke mensen, en zo snel klaar.')
  expect(letter.text).toContain('Jullie doel: Elke fiets binnen een dag klaar.')
  expect(letter.text).not.toContain('Ada')
  const stop = /<([^>]+)>/.exec(letter.headers['list-unsubscribe'] ?? '')?.[1] ?? ''
  await page.goto(stop)
  await expect(page.getByRole('heading', { name: 'Geen weekbrief meer?' })).toBeVisible()
  // As a mail program does it, without opening the page.
  expect((await page.request.post(stop, { form: { 'List-Unsubscribe': 'One-Click' } })).status()).toBe(200)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Je krijgt geen weekbrief meer' })).toBeVisible()

  await restartAt(product, mondayMorning(2))
  await expect.poll(() => product.mails.filter(({ to, subject }) => to.includes(product.owner.email) && /^Werkplaats/.test(subject)).length).toBe(2)
  expect(product.mails.filter(({ to, subject }) => to.includes('bram@brief.example') && /^Werkplaats/.test(subject))).toHaveLength(1)
})
