import { expect, test } from '@klankbord/server/testing/fixtures'
import type { Locator } from '@playwright/test'
import { expectNoBarriers } from './barriers.ts'
import { type Company, foundCompany } from './company.ts'
import { losing } from './lost.ts'
import { sayMany } from './said.ts'
import { signIn } from './signed-in.ts'

// A product of its own, since what is in the list is counted.
test.use({ productEnv: { MAIL_FROM: 'Weg <weg@localhost>' }, contextOptions: { reducedMotion: 'reduce' } })

let company: Company

test.beforeAll(async ({ product, host }) => {
  company = await foundCompany(product, host.origin, 'weg')
  await sayMany(product, host.origin, company.siteKey, 8, (index) => ({ kind: 'idea', message: `Idee nummer ${index} over de stalling.` }))
})

test('each act on an item whose answer is lost on the way is told, kept, sent again and done once', async ({ page, product }) => {
  test.setTimeout(120_000)
  await signIn(page, product)
  const item = async (id: string) => (await product.api('GET', `/api/v1/feedback/${id}`)).body
  const counted = (id: string, type: string) => async () => (await item(id)).timeline.filter((event: { type: string }) => event.type === type).length
  const status = page.getByRole('status')
  const dialog = page.getByRole('dialog')
  const open = async (view: string, id: string) => {
    await page.goto(`${product.url}/admin/inbox/${view}/${id}`)
    await page.getByRole('article').waitFor()
  }
  const [first = '', second = '', third = ''] = company.unrouted
  const [routed = '', other = ''] = company.routed

  await test.step('to spam', async () => {
    await open('to-route', first)
    const done = () => expect(status.filter({ hasText: 'Naar spam' }).first()).toBeVisible()
    await losing({ page, press: () => page.keyboard.press('s'), done, times: counted(first, 'feedback.spam') })
  })

  await test.step('to a goal', async () => {
    await open('to-route', second)
    await page.keyboard.press('g')
    await page.getByRole('combobox', { name: 'Doel' }).fill('beloofde dag weg')
    await expect(page.getByRole('option')).toHaveCount(1)
    await page.keyboard.press('Enter')
    const press = () => page.getByRole('button', { name: 'Zet het daar' }).click()
    const done = () => expect(status.filter({ hasText: 'Nu bij' }).first()).toBeVisible()
    await losing({ page, press, done, times: counted(second, 'feedback.routed') })
  })

  await test.step('what the rule chose', async () => {
    await open('waiting', routed)
    const done = () => expect(page.getByText('Nu bij').last()).toBeVisible()
    await losing({ page, press: () => page.keyboard.press('Enter'), done, times: counted(routed, 'feedback.accepted') })
  })

  await test.step('a note', async () => {
    await open('waiting', routed)
    await page.keyboard.press('n')
    const field = page.getByLabel('Notitie voor collega’s')
    await field.fill('Zie bon 4471.')
    const done = () => expect(field).toHaveCount(0)
    const kept = () => expect(field).toHaveValue('Zie bon 4471.')
    await losing({ page, press: () => page.keyboard.press('Control+Enter'), kept, done, times: async () => (await item(routed)).notes.length })
  })

  await test.step('a reply, which waits ten seconds in which it can be taken back', async () => {
    await page.keyboard.press('r')
    const field = page.getByLabel('Bericht aan de klant')
    await field.fill('We bellen je vanmiddag.')
    const times = async () => (await item(routed)).held.length + (await item(routed)).messages.length
    const kept = () => expect(field).toHaveValue('We bellen je vanmiddag.')
    await losing({ page, press: () => page.keyboard.press('Control+Enter'), kept, done: () => expect(field).toHaveCount(0), times })
  })

  await test.step('a How, with its plan for the customer', async () => {
    await page.keyboard.press('h')
    const begin = page.getByRole('button', { name: 'Beginnen, en de klant vertellen' })
    await begin.waitFor()
    const done = () => expect(dialog).toHaveCount(0)
    await losing({ page, press: () => begin.click(), done, times: counted(routed, 'feedback.planned') })
  })

  await test.step('another date for the promise', async () => {
    await open('waiting', other)
    await page.getByRole('button', { name: 'Noem een nieuwe datum' }).click()
    await dialog.getByLabel('Nieuwe datum').fill(workdayAhead())
    const reason = dialog.getByLabel('Reden, zoals de klant hem leest')
    await reason.fill('Het onderdeel komt later.')
    const press = () => dialog.getByRole('button', { name: 'Vertel het de klant' }).click()
    const kept = async () => {
      await expect(reason).toHaveValue('Het onderdeel komt later.')
      await expect(dialog.getByText(/^Geen verbinding\./)).toBeVisible()
      await expectNoBarriers(page)
    }
    await losing({ page, press, kept, done: () => expect(dialog).toHaveCount(0), times: async () => (await item(other)).promise.moved.length })
  })

  await test.step('an answer that closes it', async () => {
    await open('waiting', other)
    await page.keyboard.press('a')
    const field = page.getByLabel('Ons antwoord')
    await field.fill('Fijn om te horen.')
    const kept = () => expect(field).toHaveValue('Fijn om te horen.')
    const done = () => expect(page.getByText('Beantwoord en gesloten.')).toBeVisible()
    await losing({ page, press: () => page.keyboard.press('Control+Enter'), kept, done, times: counted(other, 'outcome.published') })
  })

  await test.step('merged, and split off again', async () => {
    await open('to-route', third)
    await page.keyboard.press('m')
    await dialog.getByRole('combobox').fill('Idee nummer 3')
    await page.getByRole('option').filter({ hasText: 'Idee nummer 3' }).click()
    await expect(dialog.getByRole('radio', { checked: true })).toHaveCount(1)
    const merged = async () => (await product.api('GET', '/api/v1/feedback?status=merged&limit=50')).body.items.length
    await losing({
      page,
      press: () => dialog.getByRole('button', { name: 'Voeg samen' }).click(),
      done: () => expect(dialog).toHaveCount(0),
      times: merged,
    })
    const group = page.getByRole('region', { name: 'Hiermee samengevoegd' })
    const split = async () => 1 - (await merged())
    await losing({
      page,
      press: () => group.getByRole('button', { name: 'Weer losmaken' }).click(),
      done: () => expect(group).toHaveCount(0),
      times: split,
    })
  })

  await test.step('many at once', async () => {
    await page.goto(`${product.url}/admin/inbox/all?q=stalling`)
    await page.getByRole('listitem').filter({ hasText: 'Idee nummer' }).first().waitFor()
    await page.keyboard.press('j')
    await page.getByRole('article').waitFor()
    await page.keyboard.press('Shift+X')
    await page.keyboard.press('b')
    await page.getByRole('button', { name: 'Naar spam' }).last().click()
    const start = dialog.getByRole('button', { name: /^Doe dit met/ })
    const inSpam = async () => Math.min(1, (await product.api('GET', '/api/v1/feedback?status=spam&q=stalling&limit=50')).body.items.length)
    const press = async () => {
      await start.click()
      await expect.poll(inSpam).toBe(1)
    }
    await losing({ page, press, done: () => expect(page.getByRole('region', { name: 'Naar spam' })).toContainText('gedaan'), times: inSpam })
  })

  await test.step('a view that is kept', async () => {
    await page.goto(`${product.url}/admin/inbox/all?kind=complaint`)
    await page.getByRole('button', { name: 'Bewaar weergave' }).click()
    await dialog.getByLabel('Naam').fill('Klachten')
    const press = () => dialog.getByRole('button', { name: 'Bewaren' }).click()
    const views = async () => (await product.api('GET', '/api/v1/views')).body.items.length
    await losing({ page, press, done: () => expect(dialog).toHaveCount(0), times: views })
  })
})

test('what is entered, proposed or said of an item or a goal is done once, whatever one types and chooses while its answer is lost', async ({
  page,
  product,
  host,
}) => {
  test.setTimeout(180_000)
  const post = async (message: string) => {
    const headers = { Origin: host.origin, 'Idempotency-Key': crypto.randomUUID() }
    return (await product.request('POST', `/widget/v1/sites/${company.siteKey}/feedback`, { kind: 'complaint', message, locale: 'nl' }, headers)).body
      .id
  }
  const item = async (id: string) => (await product.api('GET', `/api/v1/feedback/${id}`)).body
  const flagged = await post('Ik ben journalist en schrijf over jullie zadels.')
  const lonely = await post('De fietspomp bij de ingang blaast niets meer op.')
  await signIn(page, product)

  await test.step('what somebody told', async () => {
    await page.goto(`${product.url}/admin/inbox/enter`)
    const words = page.getByLabel('In eigen woorden')
    await words.fill('De fietsbel is stuk, zei ze.')
    const kept = async () => {
      await page.keyboard.type(' En het licht.')
      await expect(words).toHaveValue('De fietsbel is stuk, zei ze.')
      await page.getByRole('button', { name: 'Vraag' }).click()
    }
    const times = async () => (await product.api('GET', '/api/v1/feedback?q=fietsbel&limit=50')).body.items.length
    await losing({ page, press: () => words.press('Control+Enter'), kept, done: () => expect(words).toHaveValue(''), times })
  })

  await test.step('a proposed goal', async () => {
    await page.goto(`${product.url}/admin/inbox/to-route/${lonely}`)
    await page.getByRole('button', { name: 'Voorstellen als doel' }).click()
    const dialog = page.getByRole('dialog')
    const title = dialog.getByLabel('Wat wil je bereiken?')
    await title.fill('Altijd lucht bij de ingang')
    await choose(dialog, 'Voor welk team of welke laag?', 'Werkplaats weg')
    const kept = async () => {
      await expect(title).toHaveValue('Altijd lucht bij de ingang')
      await expect(title).not.toBeEditable()
    }
    const goals = async () =>
      (await product.api('GET', '/api/v1/goals')).body.items.filter(({ title }: { title: string }) => title.startsWith('Altijd lucht'))
    const press = () => dialog.getByRole('button', { name: 'Voorstellen', exact: true }).click()
    await losing({ page, press, kept, done: () => expect(dialog).toHaveCount(0), times: async () => (await goals()).length })
  })

  await test.step('that a person has looked', async () => {
    await expect.poll(async () => (await item(flagged)).flagged, { timeout: 60_000 }).toBe(true)
    await page.goto(`${product.url}/admin/inbox/flagged/${flagged}`)
    const banner = page.getByRole('region', { name: 'Hier moet een mens naar kijken' })
    await banner.waitFor()
    const times = async () => (await item(flagged)).timeline.filter(({ type }: { type: string }) => type === 'feedback.looked').length
    await losing({ page, press: () => page.keyboard.press('v'), done: () => expect(banner).toHaveCount(0), times })
  })

  await test.step('what is said of a goal', async () => {
    await page.goto(`${product.url}/admin/goals/${company.goalId}`)
    const words = page.getByLabel('Zeg iets over dit doel')
    await words.fill('Dit gaat de goede kant op.')
    const press = async () => {
      await page.getByRole('button', { name: 'Plaatsen' }).click()
      await words.focus()
    }
    const kept = async () => {
      await page.keyboard.type(' Toch?')
      await expect(words).toHaveValue('Dit gaat de goede kant op.')
    }
    const times = async () => (await product.api('GET', `/api/v1/goals/${company.goalId}/comments`)).body.items.length
    await losing({ page, press, kept, done: () => expect(words).toHaveValue(''), times })
  })
})

async function choose(within: Locator, label: string, words: string) {
  await within.getByRole('combobox', { name: label }).fill(words)
  await within.getByRole('option', { name: words }).first().click()
}

/** A Wednesday, some weeks from now. */
function workdayAhead(): string {
  const day = new Date(Date.now() + 20 * 24 * 60 * 60 * 1000)
  while (day.getUTCDay() !== 3) day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10)
}
