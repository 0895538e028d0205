import { expect, serverSays, siteAsks, test, Widget } from './host-pages.ts'

test('the address of a page that changes without loading is the one at the moment of sending', async ({ page, product, shop }) => {
  await page.goto(shop.address({ path: '/app*' }))
  const widget = new Widget(page)
  await widget.open()
  await page.evaluate(() => history.pushState({}, '', '/app/orders/42'))
  await widget.say('Idee', 'Zet de bezorgtijd bovenaan.')
  await widget.send()
  await widget.hears('Dank je wel.')
  const { body } = await product.api('GET', '/api/v1/feedback?q=bovenaan')
  expect((await product.api('GET', `/api/v1/feedback/${body.items[0].id}`)).body.pageUrl).toMatch(/\/app\/orders\/42$/)
})

test('two sites on one page keep to themselves', async ({ page, product, shop, host }) => {
  const { body: other } = await product.api('POST', '/api/v1/sites', { name: 'Winkel', origins: [host.origin], kinds: ['idea'] })
  const second = `<script async src="${product.url}/widget.js" data-site="${other.key}" data-position="left" data-label="Winkel"></script>`
  await page.goto(shop.address({ body: second }))
  const first = new Widget(page)
  await first.open()
  await first.say('Klacht', 'Dit hoort bij de bezorging.')
  await page.getByRole('button', { name: 'Winkel' }).click()
  const message = page.getByRole('textbox', { name: 'Wat kan er beter, en hoe?' })
  await message.fill('En dit bij de winkel.')
  await expect(page.getByRole('dialog')).toHaveCount(2)
  await expect(page.getByRole('textbox', { name: 'Wat ging er mis?' })).toHaveValue('Dit hoort bij de bezorging.')
  await page.getByRole('dialog').filter({ has: message }).getByRole('button', { name: 'Versturen' }).click()
  await expect(page.getByRole('heading', { name: 'Dank je wel.' })).toBeVisible()
  const { body: inbox } = await product.api('GET', '/api/v1/feedback?q=winkel')
  expect(inbox.items.map(({ site }: { site: { name: string } }) => site.name)).toEqual(['Winkel'])
})

test('what was done with feedback stands in the page, with the number that moved', async ({ page, shop }) => {
  const outcome = {
    kind: 'done',
    title: 'Elk pakket een bericht',
    did: 'De scanner stuurt het.',
    better: null,
    next: null,
    team: 'Bezorging',
    publishedAt: '2026-03-02T10:00:00.000Z',
  }
  const measure = { name: 'Tevreden klanten', unit: '%', direction: 'up', before: 61.5, after: 88 }
  await serverSays(page, '**/sites/*/outcomes*', 200, { items: [{ ...outcome, measure }], next: null })
  const inline = `<klankbord-widget site="${shop.siteKey}" mode="outcomes"></klankbord-widget>`
  await page.goto(shop.address({ body: inline, attributes: 'data-button="none"' }))
  await expect(page.getByRole('heading', { name: 'Wat we met feedback deden' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Elk pakket een bericht' })).toBeVisible()
  await expect(page.getByText('Tevreden klanten: van 61,5% naar 88%')).toBeVisible()
})

test('the page decides how it looks: colours, corners, density and its own font', async ({ page, shop }) => {
  const head =
    '<style>html { font-family: Georgia, serif; --klankbord-accent: #7a1f5c; --klankbord-paper: #eef4ff } ::part(panel) { border: 3px solid navy }</style>'
  await page.goto(shop.address({ head, attributes: 'data-radius="4" data-density="compact" data-font="page" data-theme="light"' }))
  const widget = new Widget(page)
  await expect(widget.button).toHaveCSS('background-color', 'rgb(122, 31, 92)')
  await expect(widget.button).toHaveCSS('font-family', 'Georgia, serif')
  await widget.open()
  await expect(widget.dialog).toHaveCSS('border-radius', '4px')
  await expect(widget.dialog).toHaveCSS('background-color', 'rgb(238, 244, 255)')
  await expect(widget.dialog).toHaveCSS('border-top-width', '3px')
})

test('a site asks its own questions, in its own words', async ({ page, shop }) => {
  const sent = await serverSays(page, /\/sites\/[^/]+\/feedback$/, 201, {
    id: 'f1',
    statusUrl: 'https://x/f/1',
    status: 'received',
    goal: null,
    mail: 'none',
  })
  const choice = { kind: 'choice', several: false, required: true }
  await siteAsks(page, {
    rating: 'nps',
    texts: { nl: { ideaAsk: 'Hoe kan onze winkel beter?', send: 'Naar de winkel' } },
    questions: [
      { ...choice, id: 'where', label: 'Waar haal je je pakket op?', options: ['Thuis', 'Afhaalpunt'] },
      { ...choice, id: 'why', label: 'Waarom?', options: ['Dichtbij', 'Goedkoop', 'Snel'], several: true, required: false },
      { id: 'busy', kind: 'scale', label: 'Hoe druk was het?', from: 1, to: 5, low: 'rustig', high: 'druk', required: false },
      { id: 'more', kind: 'text', label: 'Welke winkel?', required: false },
    ],
  })
  await page.goto(shop.address())
  const widget = new Widget(page)
  const { dialog } = widget
  await widget.open()
  await widget.choose('Idee')
  await page.getByRole('textbox', { name: 'Hoe kan onze winkel beter?' }).fill('Langer open.')
  const group = (name: string) => dialog.getByRole('group', { name })
  await group('Raad je ons aan?').getByRole('button', { name: '10' }).click()
  await dialog.getByRole('button', { name: 'Naar de winkel' }).click()
  await expect(dialog.getByRole('alert')).toHaveText('Er staat nog een vraag open.')
  await expect(group('Waar haal je je pakket op?').getByRole('button', { name: 'Thuis' })).toBeFocused()
  await page.keyboard.press('Enter')
  await group('Waarom?').getByRole('button', { name: 'Dichtbij' }).click()
  await group('Waarom?').getByRole('button', { name: 'Snel' }).click()
  await group('Hoe druk was het? (mag leeg blijven) (1 = rustig, 5 = druk)').getByRole('button', { name: '4' }).click()
  await dialog.getByLabel('Welke winkel?').fill('Die op de hoek')
  await dialog.getByRole('button', { name: 'Naar de winkel' }).click()
  await widget.hears('Dank je wel.')
  expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({
    rating: { scale: 'nps', value: 10 },
    answers: { where: 'Thuis', why: ['Dichtbij', 'Snel'], busy: 4, more: 'Die op de hoek' },
  })
})
