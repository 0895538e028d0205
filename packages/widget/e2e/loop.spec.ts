import { aMinuteBetweenLoads, expect, test, Widget } from './host-pages.ts'

test('a customer complains, reads the plan, writes with the team, reads the outcome and says whether it helped', async ({ page, product, shop }) => {
  const widget = new Widget(page)
  const { dialog } = widget
  await aMinuteBetweenLoads(page)
  await page.goto(shop.address())

  await widget.open()
  await widget.say('Klacht', 'Mijn pakket lag drie dagen bij de buren.')
  await dialog.getByRole('button', { name: '2', exact: true }).click()
  await dialog.getByLabel('Laat me weten wat jullie ermee doen').check()
  await dialog.getByLabel('E-mailadres').fill('Sam@example.nl')
  await widget.send()
  await widget.hears('Dank je dat je het ons zegt.')
  await expect(dialog).toContainText('Bezorging pakt dit op. Het hoort bij hun doel: Elk pakket komt op de afgesproken dag.')
  await expect(dialog).toContainText(/Je hoort van ons uiterlijk \w+dag \d+ \w+\./)
  await expect(dialog).toContainText(/mail aan Sam@example.nl/)
  await expect(dialog.getByRole('link', { name: 'Open je pagina' })).toHaveAttribute('href', new RegExp(`^${product.url}/f/`))

  const { body: inbox } = await product.api('GET', '/api/v1/feedback')
  const item = inbox.items.find((one: { message: string }) => one.message.startsWith('Mijn pakket lag'))
  expect(item).toMatchObject({ kind: 'complaint', rating: { scale: 'csat', value: 2 }, goal: { id: shop.goal.id } })
  const { body: initiative } = await product.api('POST', '/api/v1/initiatives', { goalId: shop.goal.id, title: 'Bericht bij afgifte' })
  await product.api('PUT', `/api/v1/feedback/${item.id}/initiative`, {
    initiativeId: initiative.id,
    plan: 'De scanner stuurt straks meteen een bericht.',
  })
  await product.api('POST', `/api/v1/feedback/${item.id}/messages`, { text: 'Welke dag was dit?' })

  await page.reload()
  await expect(widget.button).toContainText('nieuw')
  await widget.button.click()
  await dialog.getByRole('button', { name: /Mijn pakket lag/ }).click()
  await expect(dialog).toContainText('De scanner stuurt straks meteen een bericht.')
  await expect(dialog).toContainText('Welke dag was dit?')
  await dialog.getByLabel('Schrijf een bericht').fill('Dinsdag.')
  await widget.send()
  await expect(dialog.getByText('Dinsdag.')).toBeVisible()
  await expect(dialog.getByText('Nog niet verstuurd')).toHaveCount(0)

  const { body: outcome } = await product.api('POST', '/api/v1/outcomes', {
    goalId: shop.goal.id,
    kind: 'done',
    title: 'Je krijgt nu altijd bericht',
    did: 'De scanner stuurt een bericht met het huisnummer.',
    better: '96 van de 100 klanten weten waar hun pakket is.',
    next: 'In twee wijken volgt het in januari.',
    feedbackIds: [item.id],
    locale: 'nl',
  })
  expect((await product.api('PUT', `/api/v1/outcomes/${outcome.id}/publication`, {})).status).toBe(200)
  // The widget looks once as the page loads, and the outcome reaches its items a moment after it is published.
  await expect.poll(async () => (await product.api('GET', `/api/v1/feedback/${item.id}`)).body.status).toBe('answered')

  await page.reload()
  await expect(widget.button).toContainText('1 nieuw')
  await widget.button.click()
  await dialog.getByRole('button', { name: /Mijn pakket lag/ }).click()
  for (const part of ['Wat we deden', 'Wat nu beter is', 'Wat nog beter kan']) await expect(dialog.getByRole('heading', { name: part })).toBeVisible()
  await dialog.getByRole('button', { name: 'Deels' }).click()
  await expect(dialog).toContainText('Het team leest het.')
  await dialog.getByRole('group', { name: 'Wat klopt er nog niet?' }).getByRole('button', { name: 'Een deel is nog hetzelfde' }).click()
  await dialog.getByLabel('Wil je er iets bij zeggen?').fill('Bij mij in de straat nog niet.')
  await dialog.getByLabel('Wil je er iets bij zeggen?').locator('xpath=following::button').first().click()
  await expect(dialog.getByText('Bij mij in de straat nog niet.')).toBeVisible()
  await expect
    .poll(async () => (await product.api('GET', `/api/v1/feedback/${item.id}`)).body.reaction)
    .toMatchObject({ helped: 'partly', reasons: ['still_part'], text: 'Bij mij in de straat nog niet.' })

  await dialog.getByRole('button', { name: 'Sluiten' }).click()
  await expect(widget.button).toHaveText('Feedback')
})

test('what no goal owns yet gets no date that nobody promised', async ({ page, shop }) => {
  const widget = new Widget(page)
  await page.goto(shop.address())
  await widget.open()
  await widget.say('Idee', 'Een fietskoerier voor de binnenstad.')
  await widget.send()
  await widget.hears('Dank je wel.')
  await expect(widget.dialog).toContainText('We kijken welk team dit oppakt.')
  await expect(widget.dialog).not.toContainText('uiterlijk')
})
