import { expect, test } from '@klankbord/server/testing/fixtures'
import { expectNoBarriers } from './barriers.ts'
import { foundCompany } from './company.ts'
import { signIn } from './signed-in.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('two people write one How: the second sees what the first made of it, and chooses', async ({ page, product }) => {
  const make = async (method: string, path: string, body?: object) => (await product.api(method, `/api/v1${path}`, body)).body
  const { member } = await make('GET', '/me')
  const team = await make('POST', '/teams', { name: 'Twee handen', level: 'team' })
  await make('PATCH', `/members/${member.id}`, { teams: [...member.teams, { teamId: team.id, role: 'lead' }] })
  const goal = await make('POST', '/goals', { title: 'Samen schrijven', teamId: team.id, replyWithinDays: 3 })
  const how = await make('POST', '/initiatives', { goalId: goal.id, title: 'Bellen', plan: 'We bellen je.' })
  const now = () => make('GET', `/initiatives/${how.id}`)
  await signIn(page, product)
  await page.goto(`${product.url}/admin/goals/${goal.id}`)
  const open = async (title: string) => {
    await page.getByRole('button', { name: `Aanpassen: ${title}` }).click()
    return page.getByRole('dialog')
  }
  const signedIn = (body: object) =>
    page.request.patch(`${product.url}/api/v1/initiatives/${how.id}`, { data: body, headers: { Origin: product.url } })

  const dialog = await open('Bellen')
  expect((await signedIn({ title: 'Eerst bellen', plan: 'We bellen je de avond ervoor.' })).status()).toBe(200)
  await dialog.getByLabel('Wat gaan jullie doen?').fill('Mailen')
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  const told = dialog.getByRole('alert')
  await expect(told).toContainText('We bellen je de avond ervoor.')
  expect(await now()).toMatchObject({ title: 'Eerst bellen' })
  await expectNoBarriers(page)
  await told.getByRole('button', { name: 'Die van de ander nemen' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Eerst bellen' })).toBeVisible()

  await open('Eerst bellen')
  await signedIn({ plan: 'Elke avond.' })
  await dialog.getByLabel('Wat gaan jullie doen?').fill('Mailen')
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  await told.getByRole('button', { name: 'Toch die van mij bewaren' }).click()
  await expect(dialog).toHaveCount(0)
  expect(await now()).toMatchObject({ title: 'Mailen', plan: 'We bellen je de avond ervoor.' })
})

test('two people choose how to take on one item: the second sees who was first, and chooses', async ({ page, product, host }) => {
  const { goalId, routed } = await foundCompany(product, host.origin, 'aanpak')
  const [id = ''] = routed
  const other = (await product.api('POST', '/api/v1/initiatives', { goalId, title: 'Een mail sturen', plan: 'We mailen je.' })).body
  const item = async () => (await product.api('GET', `/api/v1/feedback/${id}`)).body
  await signIn(page, product)
  await page.goto(`${product.url}/admin/inbox/waiting/${id}`)
  await page.getByRole('article').waitFor()
  await page.keyboard.press('h')
  const dialog = page.getByRole('dialog', { name: 'Hoe pakken jullie dit aan?' })
  await dialog.getByLabel('Bellen als het later wordt').check()
  await dialog.getByRole('textbox').last().fill('We bellen je morgen.')
  await product.api('PUT', `/api/v1/feedback/${id}/initiative`, { initiativeId: other.id, plan: 'We mailen je vandaag.' })
  // Also where the app has heard of it by now, below the dialog.
  await expect(page.getByRole('article')).toContainText('We mailen je vandaag.')
  await dialog.getByRole('button', { name: 'Beginnen, en de klant vertellen' }).click()
  const told = page.getByRole('dialog', { name: 'Dit veranderde terwijl je keek' })
  await expect(told.getByRole('listitem')).toHaveCount(1)
  await expect(told).toContainText('Een mail sturen')
  await expect(told).toContainText('We mailen je vandaag.')
  expect((await item()).plan).toBe('We mailen je vandaag.')
  await expectNoBarriers(page)
  await told.getByRole('button', { name: 'Toch: deze aanpak kiezen' }).click()
  await expect(told).toHaveCount(0)
  await expect.poll(async () => (await item()).plan).toBe('We bellen je morgen.')
  await expect(page.getByRole('article')).toContainText('We bellen je morgen.')
})
