import { expect, test } from '@klankbord/server/testing/fixtures'
import { expectNoBarriers } from './barriers.ts'
import { signIn } from './signed-in.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const password = 'een zin die werkt'

test('a colleague is invited by a link, comes in, and leaves: what they hold goes to another, and comes back with an undo', async ({
  page,
  product,
  host,
  browser,
}) => {
  const make = async (method: string, path: string, body?: object) => (await product.api(method, `/api/v1${path}`, body)).body
  const team = await make('POST', '/teams', { name: 'Werkplaats Noord', level: 'team' })
  await signIn(page, product)
  await page.goto(`${product.url}/admin/settings/people`)
  for (const name of ['Noor', 'Sam']) {
    await page.getByRole('button', { name: 'Collega uitnodigen' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Met een link' }).click()
    await dialog.getByLabel('Voor wie?').fill(name)
    await dialog.getByRole('checkbox', { name: 'Werkplaats Noord' }).check()
    await dialog.getByRole('button', { name: 'Link maken' }).click()
    const link = await page
      .getByRole('group', { name: `Uitnodiging voor ${name}` })
      .locator('code')
      .textContent()
    await page.getByRole('dialog').getByRole('button', { name: 'Sluiten' }).last().click()
    await expect(page.getByText('Is er nog niet.').first()).toBeVisible()
    const guest = await (await browser.newContext({ locale: 'nl-NL' })).newPage()
    await guest.goto(String(link))
    await expect(guest.getByLabel('Je naam')).toHaveValue(name)
    await guest.getByLabel('E-mailadres').fill(`${name.toLowerCase()}@bakker.example`)
    await guest.getByLabel('Kies een wachtwoord').fill(password)
    await guest.getByRole('button', { name: 'Meedoen' }).click()
    await guest.getByRole('heading', { name: 'Toe te wijzen', level: 1 }).waitFor()
    await guest.goto(String(link))
    await expect(guest.getByText('Deze uitnodiging werkt niet meer')).toBeVisible()
    await guest.context().close()
  }
  const { items } = await make('GET', '/members?q=bakker.example')
  const [noor, sam] = ['Noor', 'Sam'].map((name) => items.find((member: { name: string }) => member.name === name))
  const goal = await make('POST', '/goals', { title: 'Klaar op de dag', teamId: team.id, memberId: noor.id, replyWithinDays: 3 })
  const measure = { goalId: goal.id, name: 'Op tijd', unit: '%', direction: 'up', source: 'entered', ownerId: noor.id }
  const { id: measureId } = await make('POST', '/measures', measure)

  const site = (await make('GET', '/sites')).items[0]
  const { body: said } = await product.request(
    'POST',
    `/widget/v1/sites/${site.key}/feedback`,
    { kind: 'idea', message: 'Een bel bij de balie' },
    { Origin: host.origin, 'Idempotency-Key': 'bel' },
  )
  await make('POST', `/feedback/${said.id}/messages`, { text: '@Noor, jij?', internal: true, mentions: [noor.id] })

  await page.reload()
  await page.getByRole('button', { name: 'Noor aanpassen' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Deactiveren' }).click()
  await expect(dialog.getByText('Klaar op de dag')).toBeVisible()
  await expect(dialog.getByText('Op tijd')).toBeVisible()
  await expect(dialog.getByText('Een bel bij de balie')).toBeVisible()
  await dialog.getByRole('button', { name: 'Deactiveren' }).click()
  await expect(dialog.getByText('Kies wie dit overneemt')).toBeVisible()
  await expectNoBarriers(page)
  await dialog.getByRole('combobox').fill('Sam')
  await page.getByRole('option', { name: 'Sam' }).click()
  await expect(dialog.getByText('→ Sam')).toHaveCount(3)
  await dialog.getByRole('button', { name: 'Deactiveren' }).click()
  await expect(page.getByText('Noor is niet meer actief; Sam neemt het over.')).toBeVisible()
  expect((await make('GET', `/goals/${goal.id}`)).memberId).toBe(sam.id)
  expect((await make('GET', `/measures/${measureId}`)).ownerId).toBe(sam.id)
  expect((await product.request('POST', '/api/v1/session', { email: 'noor@bakker.example', password })).status).toBe(401)

  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(page.getByText('Ongedaan gemaakt')).toBeVisible()
  expect((await make('GET', `/goals/${goal.id}`)).memberId).toBe(noor.id)
  expect((await make('GET', `/measures/${measureId}`)).ownerId).toBe(noor.id)
  expect((await product.request('POST', '/api/v1/session', { email: 'noor@bakker.example', password })).status).toBe(204)
})

test('an admin sees how mail is sent, and that a test message arrives', async ({ page, product }) => {
  await signIn(page, product)
  await page.goto(`${product.url}/admin/settings/mail`)
  await page.getByRole('button', { name: 'Testbericht sturen' }).click()
  await expect(page.getByText(/De mailserver heeft het aangenomen|Geschreven en hier bewaard/)).toBeVisible()
})
