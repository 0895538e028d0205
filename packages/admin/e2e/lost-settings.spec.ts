import { expect, test } from '@klankbord/server/testing/fixtures'
import { losing } from './lost.ts'
import { signIn } from './signed-in.ts'

test.use({ productEnv: { MAIL_FROM: 'Instellingen <instellingen@localhost>' }, contextOptions: { reducedMotion: 'reduce' } })

test('each change of the settings whose answer is lost on the way is told, kept, sent again and made once', async ({ page, product }) => {
  test.setTimeout(120_000)
  await product.api('POST', '/api/v1/teams', { name: 'Bakker Fietsen', level: 'organisation' })
  await signIn(page, product)
  const dialog = page.getByRole('dialog')
  const closed = () => expect(dialog).toHaveCount(0)
  const counted = (path: string) => async () => (await product.api('GET', `/api/v1/${path}`)).body.items.length as number
  const open = async (section: string, button: string) => {
    await page.goto(`${product.url}/admin/settings/${section}`)
    await page.getByRole('button', { name: button, exact: true }).click()
    await dialog.waitFor()
  }

  await test.step('a team', async () => {
    await open('teams', 'Team toevoegen')
    const name = dialog.getByLabel('Naam van het team')
    await name.fill('Balie')
    const press = () => dialog.getByRole('button', { name: 'Team toevoegen' }).click()
    await losing({ page, press, kept: () => expect(name).toHaveValue('Balie'), done: closed, times: counted('teams?limit=200') })
  })

  await test.step('an invitation', async () => {
    await open('people', 'Collega uitnodigen')
    await dialog.getByLabel('E-mailadres').fill('noor@bakker.example')
    const press = () => dialog.getByRole('button', { name: 'Uitnodiging sturen' }).click()
    const done = () => expect(dialog.getByRole('heading', { name: /noor@bakker.example/ })).toBeVisible()
    await losing({ page, press, done, times: counted('invitations') })
  })

  await test.step('a template for replies, and that it goes', async () => {
    await open('templates', 'Sjabloon toevoegen')
    await dialog.getByLabel('Naam', { exact: true }).fill('We bellen')
    const text = dialog.getByLabel('Tekst')
    await text.fill('We bellen je morgen.')
    const press = () => dialog.getByRole('button', { name: 'Bewaren' }).click()
    const times = counted('reply-templates')
    await losing({ page, press, kept: () => expect(text).toHaveValue('We bellen je morgen.'), done: closed, times })
    const remove = () => page.getByRole('button', { name: 'Verwijderen: We bellen' }).click()
    await losing({
      page,
      press: remove,
      done: () => expect(page.getByText('“We bellen” is verwijderd.')).toBeVisible(),
      times: async () => 1 - (await times()),
    })
  })

  await test.step('a key', async () => {
    await open('keys', 'Sleutel maken')
    await dialog.getByLabel('Waar is hij voor?').fill('Kassa')
    const press = () => dialog.getByRole('button', { name: 'Sleutel maken' }).click()
    await losing({
      page,
      press,
      done: () => expect(page.getByRole('heading', { name: 'Je nieuwe sleutel' })).toBeVisible(),
      times: counted('api-keys'),
    })
  })

  await test.step('the calendar', async () => {
    await page.goto(`${product.url}/admin/settings/calendar`)
    await page.getByLabel('Feestdagen').selectOption('BE')
    const press = () => page.getByRole('button', { name: 'Kalender bewaren' }).click()
    const times = async () => Number((await product.api('GET', '/api/v1/calendar')).body.holidays.country === 'BE')
    const kept = () => expect(page.getByLabel('Feestdagen')).toHaveValue('BE')
    await losing({ page, press, kept, done: () => expect(page.getByText('De kalender is bewaard.')).toBeVisible(), times })
  })

  await test.step('how one hears of notifications', async () => {
    await page.goto(`${product.url}/admin/notifications`)
    const none = page.getByRole('radio').last()
    await none.waitFor()
    const times = async () => Number((await product.api('GET', '/api/v1/me/notifications')).body.mail === 'none')
    await losing({
      page,
      press: () => none.check(),
      done: () => expect(page.getByText('Bewaard', { exact: true }).first()).toBeVisible(),
      times,
    })
  })

  await test.step('a site', async () => {
    await open('sites', 'Site toevoegen')
    const name = dialog.getByLabel('Naam', { exact: true })
    await name.fill('Webwinkel')
    await dialog.getByLabel('Adressen die de widget mogen gebruiken').fill('https://www.bakker.example')
    const press = () => dialog.getByRole('button', { name: 'Site toevoegen' }).click()
    await losing({ page, press, done: closed, times: counted('sites') })
  })
})

test('each change of mails, the public page, keys, teams and rules whose answer is lost is made once, and can still be undone', async ({
  page,
  product,
}) => {
  test.setTimeout(180_000)
  const make = async (path: string, body: object) => (await product.api('POST', `/api/v1/${path}`, body)).body
  const counted = (path: string) => async () => (await product.api('GET', `/api/v1/${path}`)).body.items.length as number
  const team = await make('teams', { name: 'Zolder', level: 'team' })
  const goal = await make('goals', { title: 'Niets staat in de weg', teamId: team.id })
  const empty = await make('teams', { name: 'Kelder', level: 'team' })
  await signIn(page, product)
  const dialog = page.getByRole('dialog')
  const closed = () => expect(dialog).toHaveCount(0)

  await test.step('how mails look', async () => {
    await page.goto(`${product.url}/admin/settings/mail`)
    const form = page.getByRole('region', { name: 'Mails aan klanten' })
    const signature = form.getByLabel('Ondertekening')
    await signature.fill('Groet, de werkplaats')
    const kept = async () => {
      await expect(signature).toHaveValue('Groet, de werkplaats')
      await expect(signature).not.toBeEditable()
      await form.getByLabel('Toon').selectOption('polite')
    }
    const look = async () => (await product.api('GET', '/api/v1/mail/look')).body
    const times = async () => Number((await look()).signature === 'Groet, de werkplaats')
    const press = () => form.getByRole('button', { name: 'Bewaren' }).click()
    await losing({ page, press, kept, done: () => expect(page.getByText('Bewaard', { exact: true }).first()).toBeVisible(), times })
    expect((await look()).tone).toBe('informal')
  })

  await test.step('whether the public page is found', async () => {
    await page.goto(`${product.url}/admin/settings/public`)
    const times = async () => Number((await product.api('GET', '/api/v1/public-page')).body.found)
    const found = page.getByLabel('Zoekmachines mogen deze pagina vinden')
    await found.waitFor()
    const press = () => found.check()
    await losing({ page, press, done: () => expect(page.getByText('Zoekmachines mogen de pagina nu vinden.')).toBeVisible(), times })
  })

  await test.step('a key of a site, and that it goes', async () => {
    const site = await make('sites', { name: 'Webwinkel', origins: ['https://winkel.example'] })
    await page.goto(`${product.url}/admin/settings/sites/${site.id}`)
    await page.getByRole('button', { name: 'Sleutel toevoegen' }).click()
    await dialog.getByRole('button', { name: 'Maak een geheim' }).click()
    const secret = dialog.getByLabel('Geheim').first()
    const made = await secret.inputValue()
    const times = counted(`sites/${site.id}/identity-keys`)
    const press = () => dialog.getByRole('button', { name: 'Sleutel toevoegen' }).click()
    await losing({ page, press, kept: () => expect(secret).toHaveValue(made), done: closed, times })
    await page.getByRole('button', { name: 'Verwijderen: key-1' }).click()
    const remove = () => dialog.getByRole('button', { name: 'Verwijderen' }).click()
    await losing({ page, press: remove, done: closed, times: async () => 1 - (await times()) })
  })

  await test.step('that a team goes', async () => {
    await page.goto(`${product.url}/admin/settings/teams`)
    await page.getByRole('button', { name: 'Verwijderen: Kelder' }).click()
    const gone = async () => Number(!(await product.api('GET', '/api/v1/teams')).body.items.some(({ id }: { id: string }) => id === empty.id))
    const confirm = dialog.getByRole('button', { name: 'Verwijderen' })
    await losing({ page, press: () => confirm.click(), done: () => expect(page.getByText('Kelder is verwijderd.')).toBeVisible(), times: gone })
  })

  await test.step('a rule, of which the undo takes back what the lost answer was about', async () => {
    await make('routing/rules', { goalId: goal.id, when: [{ field: 'message', op: 'contains word', value: 'trap' }] })
    await page.goto(`${product.url}/admin/settings/routing`)
    const times = async () => 1 - (await counted('routing/rules')())
    const said = page.getByRole('status').filter({ hasText: 'Regel verwijderd' })
    const remove = page.getByRole('button', { name: 'Regel 1 verwijderen' })
    await remove.waitFor()
    const press = () => remove.click()
    await losing({ page, press, done: () => expect(said).toBeVisible(), times, stillRead: /routing\/versions/ })
    await said.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect.poll(counted('routing/rules')).toBe(1)
  })
})
