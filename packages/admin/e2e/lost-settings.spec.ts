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
