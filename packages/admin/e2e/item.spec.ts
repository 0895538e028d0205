import { expect, test } from '@klankbord/server/testing/fixtures'
import { expectNoBarriers } from './barriers.ts'
import { addColleague } from './colleague.ts'
import { type Company, foundCompany } from './company.ts'
import { signIn } from './signed-in.ts'

// A product of its own, since what is in the list is counted.
test.use({ productEnv: { LOG_LEVEL: 'warn' }, contextOptions: { reducedMotion: 'reduce' } })

let company: Company

test.beforeAll(async ({ product, host }) => {
  company = await foundCompany(product, host.origin, 'item')
})

test('a reply from a template is filled in, taken back, sent again and then gone out', async ({ page, product }) => {
  const text = 'Dag {{customer}}, groet van {{me}}. We bellen op {{date}}.'
  await product.api('POST', '/api/v1/reply-templates', { name: 'We bellen je', text })
  await signIn(page, product)
  const [, anonymous] = company.routed
  await page.goto(`${product.url}/admin/inbox/waiting/${anonymous}`)
  await page.getByRole('article').waitFor()
  await page.keyboard.press('r')
  const field = page.getByLabel('Bericht aan de klant')
  await expect(field).toBeFocused()
  await page.getByRole('button', { name: 'Gebruik een sjabloon' }).click()
  await page.getByRole('combobox', { name: 'Gebruik een sjabloon' }).fill('bellen')
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue(/^Dag \{\{customer\}\}, groet van (?!\{)/)

  await test.step('what is not known is marked, blocks sending, and is selected to be typed over', async () => {
    await expect(page.getByRole('button', { name: 'Vul in: de naam van de klant' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Versturen' })).toBeDisabled()
    await expect(field).toBeFocused()
    await page.keyboard.type('fietser')
    await expect(field).toHaveValue(/^Dag fietser, /)
    await expect(page.getByRole('button', { name: 'Versturen' })).toBeEnabled()
  })

  const held = page.getByRole('listitem').filter({ hasText: 'Gaat uit over' })
  await test.step('it can be taken back, and the words are there again', async () => {
    await page.keyboard.press('Control+Enter')
    await held.getByRole('button', { name: 'Terugnemen' }).click()
    await expect(field).toHaveValue(/^Dag fietser, /)
    await expect(held).toHaveCount(0)
  })

  await test.step('sent again it goes out by itself, also when the page is closed', async () => {
    await page.keyboard.press('Control+Enter')
    await expect(held).toHaveCount(1)
    await page.goto('about:blank')
    await expect.poll(async () => (await product.api('GET', `/api/v1/feedback/${anonymous}`)).body.messages.length, { timeout: 15_000 }).toBe(1)
  })
})

test('who takes a reply back and sends it again at once is asked nothing, however late the item is read', async ({ page, product }) => {
  await signIn(page, product)
  const [id] = company.routed
  await page.goto(`${product.url}/admin/inbox/waiting/${id}`)
  await page.getByRole('article').waitFor()
  await page.keyboard.press('r')
  const field = page.getByLabel('Bericht aan de klant')
  await field.fill('We bellen je morgen.')
  await page.keyboard.press('Control+Enter')
  const held = page.getByRole('listitem').filter({ hasText: 'Gaat uit over' })
  await expect(held).toHaveCount(1)
  await page.route(`**/api/v1/feedback/${id}`, async (route) => {
    await new Promise((done) => setTimeout(done, 1_500))
    await route.continue()
  })
  await held.getByRole('button', { name: 'Terugnemen' }).click()
  await expect(field).toHaveValue('We bellen je morgen.')
  await field.press('Control+Enter')
  await expect(field).toHaveCount(0)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const { body } = await product.api('GET', `/api/v1/feedback/${id}`)
  expect(body.held).toMatchObject([{ text: 'We bellen je morgen.' }])
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await held.getByRole('button', { name: 'Terugnemen' }).click()
  await expect(held).toHaveCount(0)
})

test('of two people on one item the second is told who was first, and chooses', async ({ page, product, browser }) => {
  const other = await addColleague(product, { name: 'Noor', email: 'noor@bakker.example' })
  const [id] = company.unrouted
  await signIn(page, product)
  // What the colleague does is not seen before one acts: nothing is told, and what is asked for comes late.
  await page.route('**/api/v1/live', () => undefined)
  await page.goto(`${product.url}/admin/inbox/to-route/${id}`)
  await page.getByRole('article').waitFor()
  await page.route(`**/api/v1/feedback/${id}`, async (route) => {
    if (route.request().method() === 'GET') await new Promise((done) => setTimeout(done, 600))
    await route.continue()
  })
  const context = await browser.newContext({ locale: 'nl-NL' })
  const second = await context.newPage()
  await signIn(second, other)
  await second.goto(`${product.url}/admin/inbox/to-route/${id}`)
  await second.getByRole('article').waitFor()
  await second.keyboard.press('s')
  await expect.poll(async () => (await product.api('GET', `/api/v1/feedback/${id}`)).body.status).toBe('spam')
  await context.close()

  await page.keyboard.press('s')
  const dialog = page.getByRole('dialog', { name: 'Dit veranderde terwijl je keek' })
  await expect(dialog).toContainText('Noor markeerde het als spam')
  await expectNoBarriers(page)
  await dialog.getByRole('button', { name: 'Laat het zoals het nu is' }).click()
  await expect(dialog).toHaveCount(0)
  await product.api('DELETE', `/api/v1/feedback/${id}/spam`)
})

test('two that say the same are merged side by side, and split off again', async ({ page, product }) => {
  const [first, second] = company.unrouted
  await signIn(page, product)
  await page.goto(`${product.url}/admin/inbox/to-route/${first}`)
  await page.getByRole('article').waitFor()
  await page.keyboard.press('m')
  const dialog = page.getByRole('dialog', { name: 'Samenvoegen met een ander' })
  await dialog.getByRole('combobox').fill('openingstijden')
  await expect(dialog.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('radio', { checked: true })).toHaveCount(1)
  await dialog.getByRole('button', { name: 'Voeg samen' }).click()
  await expect(dialog).toHaveCount(0)
  const { body } = await product.api('GET', `/api/v1/feedback/${second}`)
  expect(body).toMatchObject({ status: 'merged', mergedInto: first })
  const merged = page.getByRole('region', { name: 'Hiermee samengevoegd' })
  await expect(merged).toContainText('openingstijden')
  await merged.getByRole('button', { name: 'Weer losmaken' }).click()
  await expect(merged).toHaveCount(0)
  expect((await product.api('GET', `/api/v1/feedback/${second}`)).body.status).toBe('received')
})

test('what somebody tells by phone is entered with the keyboard alone', async ({ page, product }) => {
  await signIn(page, product)
  await page.goto(`${product.url}/admin/inbox/enter`)
  const words = page.getByLabel('In eigen woorden')
  // The site asks for no rating, so nobody is asked for one here.
  await expect(page.getByLabel('Tevreden (mag leeg blijven)')).toHaveCount(0)
  await product.api('PATCH', `/api/v1/sites/${company.siteId}`, { rating: 'csat' })
  await page.reload()
  await page.getByLabel('Tevreden (mag leeg blijven)').selectOption('2 van 5')
  await words.focus()
  await page.keyboard.type('De bel is stuk, zei ze.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Mevrouw De Wit')
  await page.reload()
  await expect(words).toHaveValue('De bel is stuk, zei ze.')
  await words.press('Control+Enter')
  await page.getByRole('button', { name: 'Openen' }).click()
  const item = page.getByRole('article')
  await expect(item).toContainText('De bel is stuk, zei ze.')
  await expect(item).toContainText('Mevrouw De Wit')
  await expect(item).toContainText('Aan de telefoon verteld')
  await expect(item).toContainText('2 van 5')
  await product.api('PATCH', `/api/v1/sites/${company.siteId}`, { rating: null })
})

test('a goal that was chosen by mistake is taken back, and an item that was given back is put where it was', async ({ page, product }) => {
  const [id] = company.unrouted
  const stands = async () => {
    const { body } = await product.api('GET', `/api/v1/feedback/${id}`)
    return [body.status, body.goal?.id ?? null]
  }
  await signIn(page, product)
  await page.goto(`${product.url}/admin/inbox/all/${id}`)
  await page.getByRole('article').waitFor()
  await page.keyboard.press('g')
  const dialog = page.getByRole('dialog', { name: 'Bij welk doel hoort dit?' })
  await dialog.getByRole('combobox').fill('Klaar op')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Zet het daar' }).click()
  await expect.poll(stands).toEqual(['routed', company.goalId])
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect.poll(stands).toEqual(['received', null])

  await product.api('PUT', `/api/v1/feedback/${id}/goal`, { goalId: company.goalId })
  await page.goto(`${product.url}/admin/inbox/all/${id}`)
  await page.getByRole('article').waitFor()
  await page.keyboard.press('g')
  await dialog.getByRole('button', { name: 'Geef terug om toe te wijzen' }).click()
  await expect(page.getByText('Terug bij wat nog toe te wijzen is.')).toBeVisible()
  await expect.poll(stands).toEqual(['received', null])
  await page.getByRole('button', { name: 'Ongedaan maken' }).last().click()
  await expect.poll(stands).toEqual(['routed', company.goalId])
})

test('HTML that was pasted is words, and what a customer erases while a colleague writes is told, with the draft kept', async ({
  page,
  product,
  host,
}) => {
  const message = '<img src=x onerror="document.title=1"><b>Dik</b> & <script>document.title=2</script>'
  const { body } = await product.request(
    'POST',
    `/widget/v1/sites/${company.siteKey}/feedback`,
    { kind: 'complaint', message, name: '<i>Ada</i>' },
    { Origin: host.origin, 'Idempotency-Key': 'html' },
  )
  await signIn(page, product)
  await page.goto(`${product.url}/admin/inbox/all/${body.id}`)
  const item = page.getByRole('article')
  await expect(item).toContainText(message)
  await expect(item).toContainText('<i>Ada</i>')
  expect(await item.locator('b, script, i').count()).toBe(0)
  expect(await page.title()).not.toMatch(/^[12]$/)
  await page.keyboard.press('r')
  const field = page.getByLabel('Bericht aan de klant')
  await field.fill('<b>Dag</b> Ada, we kijken ernaar.')
  await product.request('DELETE', '/widget/v1/mine', undefined, { Origin: host.origin, Authorization: `Bearer ${body.customerToken}` })
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('De klant heeft gewist wat hier stond.').first()).toBeVisible()
  const { body: after } = await product.api('GET', `/api/v1/feedback/${body.id}`)
  expect(after).toMatchObject({ messages: [], held: [] })
  expect(after.message).not.toContain('Dik')
})
