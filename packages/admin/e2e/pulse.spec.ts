import { expect, test } from '@klankbord/server/testing/fixtures'
import { barriersIn } from './barriers.ts'
import { inviteColleagues } from './colleagues.ts'
import { signIn } from './signed-in.ts'

const names = ['anna', 'bram', 'chris', 'daan', 'els', 'fleur']
const addresses = names.map((name) => `${name}@pols.example`)

test('a pulse asks colleagues by e-mail, counts their answers, and shows nothing of fewer than five', async ({ page, product, browser }) => {
  const { body: team } = await product.api('POST', '/api/v1/teams', { name: 'Werkplaats', level: 'team' })
  const [anna] = await inviteColleagues(product, addresses, [{ teamId: team.id, role: 'member' }])
  await signIn(page, product)
  await page.goto(`${product.url}/admin/settings/pulses`)
  await page.getByRole('button', { name: 'Pols instellen' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Aan wie?').selectOption({ label: 'Werkplaats en de teams eronder' })
  await dialog.getByLabel('Eerste ronde op').fill('2099-01-05')
  await dialog.getByRole('button', { name: 'Pols instellen' }).click()
  await expect(page.getByRole('heading', { name: 'Hoe waarschijnlijk is het dat je ons als werkgever aanraadt?' })).toBeVisible()

  /** Opens a round, gives these answers, each from another colleague, and closes it. */
  const round = async (values: number[], first: (link: string) => Promise<void>) => {
    const before = product.mails.length
    await page.getByRole('button', { name: 'Nu een ronde openen' }).click()
    await dialog.getByRole('button', { name: 'Nu een ronde openen' }).click()
    await expect(page.getByText('Er loopt een ronde: 6 collega’s zijn gevraagd')).toBeVisible()
    await expect.poll(() => product.mails.length).toBe(before + 6)
    const mails = product.mails.slice(before)
    for (const [i, value] of values.entries()) {
      const mail = mails.find(({ to }) => to.includes(addresses[i] ?? ''))
      const link = new RegExp(`href="([^"]+#a${value})"`).exec(mail?.html ?? '')?.[1] ?? ''
      if (i === 0) await first(link)
      else
        expect(await (await page.request.post(link.replace(/#.*/, ''), { form: { answer: String(value) } })).text()).toContain(
          'Je antwoord is geteld',
        )
    }
    await page.getByRole('button', { name: 'Ronde sluiten' }).click()
    await dialog.getByRole('button', { name: 'Ronde sluiten' }).click()
    await expect(dialog).toHaveCount(0)
  }

  // One click in the mail and one on the page, in a browser without scripts that nobody is signed in to.
  const reader = await browser.newContext({ javaScriptEnabled: false, locale: 'nl-NL' })
  const answering = await reader.newPage()
  await round([9, 10, 8, 3], async (link) => {
    await answering.goto(link)
    await expect(answering.getByText('Je koos: 9')).toBeVisible()
    await answering.getByRole('link', { name: '10', exact: true }).click()
    await expect(answering.getByText('Je koos: 10')).toBeVisible()
    await answering.getByRole('button', { name: 'Verstuur dit antwoord' }).click()
    await expect(answering.getByRole('heading', { name: 'Dank je wel' })).toBeVisible()
    await answering.goto('about:blank')
    await answering.goto(link)
    await expect(answering.getByText('Deze uitnodiging is al gebruikt')).toBeVisible()
  })
  await expect(page.getByText('Niet te zien: minder dan vijf antwoorden.')).toBeVisible()
  await expect(page.getByText(/eNPS/)).toHaveCount(0)

  await round([9, 10, 8, 3, 9], async (link) => {
    const reading = await page.context().newPage()
    await reading.goto(link)
    await expect(reading.getByText('Je koos: 9')).toBeVisible()
    expect(await barriersIn(reading)).toEqual([])
    await reading.close()
    await answering.goto(link)
    await answering.getByRole('button', { name: 'Verstuur dit antwoord' }).click()
    await expect(answering.getByRole('heading', { name: 'Dank je wel' })).toBeVisible()
  })
  const result = page.getByRole('table').first().getByRole('row', { name: 'Werkplaats' })
  await expect(result).toContainText('eNPS +40')
  await expect(result).toContainText('5 van 6 (83%)')
  expect(await barriersIn(page)).toEqual([])

  // A member of the team reads it too, and may ask to be left in peace.
  await reader.close()
  const member = await browser.newContext({ locale: 'nl-NL', baseURL: product.url })
  await member.request.post(`${product.url}/api/v1/session`, { data: anna })
  const theirs = await member.newPage()
  await theirs.goto('/admin/settings/pulses')
  await expect(theirs.getByRole('table').first().getByRole('row', { name: 'Werkplaats' })).toContainText('eNPS +40')
  await expect(theirs.getByRole('button', { name: 'Pols instellen' })).toHaveCount(0)
  await theirs.getByRole('link', { name: 'Weekbrief' }).click()
  await theirs.getByLabel('Korte, anonieme vragen over mijn werk').uncheck()
  await expect(theirs.getByText('Bewaard')).toBeVisible()
  await member.close()
})
