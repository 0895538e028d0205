import { expect, test } from '@klankbord/server/testing/fixtures'
import type { Page } from '@playwright/test'
import { barriersIn } from './barriers.ts'
import { type Company, foundCompany } from './company.ts'
import { signIn } from './signed-in.ts'

// An organisation of its own: what is counted here is all that there is.
test.use({ productEnv: { MAIL_FROM: 'Verhalen <verhalen@localhost>' }, contextOptions: { reducedMotion: 'reduce' } })

let company: Company & { teamId: string }

test.beforeAll(async ({ product, host }) => {
  const founded = await foundCompany(product, host.origin, 'zicht')
  company = { ...founded, teamId: (await product.api('GET', `/api/v1/goals/${founded.goalId}`)).body.teamId }
  await product.request(
    'POST',
    `/widget/v1/sites/${company.siteKey}/feedback`,
    { kind: 'compliment', message: 'De reparatie was een feest. Bel gerust 06-12345678, groet Lotte', name: 'Lotte Bakema' },
    { Origin: host.origin, 'Idempotency-Key': 'zicht-compliment' },
  )
})

async function expectNothingSticksOut(page: Page) {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
}

/** Pages of a PDF, as its own objects count them. */
const pagesIn = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0

test('a colleague without an account opens the team page on a phone, and proposes a How that the team finds', async ({ page, browser, product }) => {
  await signIn(page, product)
  await page.goto(`${product.url}/admin/goals/story/${company.teamId}`)
  await page.getByRole('button', { name: 'Teampagina' }).click()
  const dialog = page.getByRole('dialog', { name: 'Teampagina' })
  await dialog.getByRole('button', { name: 'Link maken' }).click()
  const code = dialog.getByRole('img', { name: 'QR-code van de teampagina' })
  await expect(code).toBeVisible()
  expect(await code.evaluate((node: HTMLImageElement) => node.decode().then(() => node.naturalWidth > 0))).toBe(true)
  expect(await barriersIn(page)).toEqual([])
  const link = (await dialog.getByRole('group', { name: 'Link', exact: true }).locator('code').textContent()) ?? ''

  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false, locale: 'nl-NL' })
  const theirs = await phone.newPage()
  await test.step('on the phone, without a script', async () => {
    await theirs.goto(link)
    await expect(theirs.getByRole('heading', { name: 'Werkplaats zicht', level: 1 })).toBeVisible()
    await expect(theirs.getByText('De reparatie was een feest.')).toBeVisible()
    await expect(theirs.locator('body')).not.toContainText(/Lotte|Bakema|12345678|Marieke|Postma/)
    await theirs.getByLabel('Waar gaat het over?').selectOption({ label: 'Nieuw idee voor: Klaar op de beloofde dag zicht' })
    await theirs.getByLabel('Wat zouden we kunnen doen?').fill('Een fluitketel bij de wachtbank')
    await theirs.getByRole('button', { name: 'Stuur naar je team' }).click()
    await expect(theirs.getByText('Vul je voornaam in')).toBeVisible()
    await expect(theirs.getByLabel('Wat zouden we kunnen doen?')).toHaveValue('Een fluitketel bij de wachtbank')
    await theirs.getByLabel('Je voornaam').fill('Fatima')
    await theirs.getByRole('button', { name: 'Stuur naar je team' }).click()
    await expect(theirs.getByText('Je idee staat bij het team als voorstel.')).toBeVisible()
    await expect(theirs.getByText('voorstel van Fatima')).toBeVisible()
  })

  await test.step('the team finds it as a proposal', async () => {
    await page.goto(`${product.url}/admin/goals/${company.goalId}`)
    const proposed = page.getByRole('article', { name: 'Een fluitketel bij de wachtbank' })
    await expect(proposed.getByText('Voorgesteld door een collega')).toBeVisible()
    await expect(proposed.getByText('door Fatima')).toBeVisible()
  })

  await test.step('the page has no barrier, on a phone or a shared screen, in light or dark', async () => {
    for (const [width, colorScheme] of [
      [390, 'light'],
      [1440, 'dark'],
    ] as const) {
      const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme })
      const open = await context.newPage()
      for (const path of ['', '/poster']) {
        await open.goto(link + path)
        expect(await barriersIn(open)).toEqual([])
        await expectNothingSticksOut(open)
      }
      expect(pagesIn(await open.pdf({ preferCSSPageSize: true }))).toBe(1)
      await context.close()
    }
  })

  await test.step('once revoked, the link says so kindly', async () => {
    await page.goto(`${product.url}/admin/goals/story/${company.teamId}`)
    await page.getByRole('button', { name: 'Teampagina' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Intrekken' }).click()
    await page.getByRole('dialog', { name: 'De link intrekken?' }).getByRole('button', { name: 'Intrekken' }).click()
    await expect(page.getByRole('dialog').getByRole('button', { name: 'Link maken' })).toBeVisible()
    await theirs.goto(link)
    await expect(theirs.getByRole('heading', { name: 'Deze link werkt niet meer' })).toBeVisible()
    await phone.close()
  })
})

test('a lead sees who has no goal yet, and comes to where it is mended', async ({ page, product }) => {
  const make = async (path: string, body: object) => (await product.api('POST', path, body)).body
  const department = await make('/api/v1/teams', { name: 'Loods noord', level: 'department' })
  await make('/api/v1/goals', { title: 'Een doel dat nergens bij hoort', teamId: department.id })
  await make('/api/v1/teams', { name: 'Nachtploeg noord', level: 'team', parentId: department.id })
  await make('/api/v1/teams', { name: 'Directie zicht', level: 'organisation' })
  await signIn(page, product)
  await page.goto(`${product.url}/admin/goals/coverage`)
  await expect(page.getByText(/van de ene collega heeft een doel dat in één ononderbroken keten de top bereikt/)).toBeVisible()
  expect(await barriersIn(page)).toEqual([])
  await page.getByRole('button', { name: 'Teams onder Loods noord' }).click()
  await expect(page.getByRole('link', { name: 'Nachtploeg noord' })).toBeVisible()

  await page.getByRole('link', { name: /^Teams zonder doel/ }).click()
  await page.getByRole('button', { name: 'Doel toevoegen voor Nachtploeg noord' }).click()
  await expect(page.getByRole('dialog').getByRole('combobox', { name: 'Team' })).toHaveValue('Nachtploeg noord')
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: /^Doelen die los hangen/ }).click()
  await expect(page.getByRole('heading', { name: 'Doelen die los hangen' })).toBeVisible()
  expect(await barriersIn(page)).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNothingSticksOut(page)
  await page.getByRole('link', { name: 'Een doel dat nergens bij hoort' }).click()
  await expect(page.getByRole('heading', { name: 'Een doel dat nergens bij hoort', level: 1 })).toBeVisible()
})

test('a story that cannot be had says why, and offers nothing to do with it', async ({ page, product }) => {
  await signIn(page, product)
  await page.goto(`${product.url}/admin/goals/story/no-such-team`)
  await expect(page.getByRole('alert')).toContainText('Dit is hier niet (meer).')
  await expect(page.getByRole('button', { name: 'Afdrukken' })).toHaveCount(0)
  await page.goto(`${product.url}/admin/goals/story`)
  await expect(page.frameLocator('main iframe').getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Delen' })).toBeVisible()
  await page.route('**/api/v1/story/page*', (route) => route.abort())
  await page.reload()
  await expect(page.getByRole('alert')).toContainText('De server gaf geen antwoord')
  await page.unroute('**/api/v1/story/page*')
  await page.getByRole('button', { name: 'Opnieuw proberen' }).click()
  await expect(page.frameLocator('main iframe').getByRole('heading', { level: 1 })).toBeVisible()
})

test('a story with much to tell is shared with a link, fits one sheet of paper, and is gone once revoked', async ({
  page,
  browser,
  product,
  host,
}) => {
  test.setTimeout(90_000)
  const long = 'Een lange zin die over de rand van het papier zou lopen als niemand haar kortte. '
  const words = (least: number) => long.repeat(Math.ceil(least / long.length)).slice(0, least)
  await product.api('PATCH', `/api/v1/goals/${company.goalId}`, { why: `${words(900)}\n\n- ${words(300)}\n- ${words(300)}\n\n${words(900)}` })
  for (let i = 0; i < 12; i++) {
    await product.api('POST', '/api/v1/goals', {
      title: `Deeldoel ${i} ${words(180)}`,
      teamId: company.teamId,
      why: words(800),
      parentId: i < 2 ? null : company.goalId,
    })
    const measure = {
      goalId: company.goalId,
      name: `Meting ${i} ${words(150)}`,
      unit: 'reparaties per week',
      direction: 'up',
      source: 'entered',
      target: 90,
    }
    const { id } = (await product.api('POST', '/api/v1/measures', measure)).body
    await product.api('POST', `/api/v1/measures/${id}/points`, [
      { at: '2026-01-01', value: 12345.67 },
      { at: '2026-02-01', value: 23456.78 },
    ])
    const outcome = {
      goalId: company.goalId,
      kind: 'done',
      title: `Resultaat ${i} ${words(180)}`,
      did: words(3000),
      better: words(300),
      nothingMore: true,
      locale: 'nl',
    }
    const made = (await product.api('POST', '/api/v1/outcomes', outcome)).body
    await product.api('PUT', `/api/v1/outcomes/${made.id}/publication`, {})
    const said = { kind: 'compliment', message: `reparatie ${i} ${words(2000)}` }
    await product.request('POST', `/widget/v1/sites/${company.siteKey}/feedback`, said, { Origin: host.origin, 'Idempotency-Key': `zicht-lang-${i}` })
  }
  await signIn(page, product)
  await page.goto(`${product.url}/admin/goals/story/${company.teamId}`)
  const shown = page.frameLocator('iframe')
  await expect(shown.getByRole('heading', { name: 'Werkplaats zicht', level: 1 })).toBeVisible()
  await expect(shown.getByText('en nog 9').first()).toBeVisible()
  await page.getByRole('button', { name: 'Delen' }).click()
  const dialog = page.getByRole('dialog', { name: 'Dit verhaal delen' })
  await dialog.getByRole('button', { name: 'Link maken' }).click()
  const link = (await dialog.getByRole('group', { name: 'Link', exact: true }).locator('code').textContent()) ?? ''
  expect(await barriersIn(page)).toEqual([])

  for (const [width, colorScheme] of [
    [1440, 'light'],
    [390, 'dark'],
  ] as const) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme })
    const theirs = await context.newPage()
    await theirs.goto(link)
    expect(await barriersIn(theirs)).toEqual([])
    await expectNothingSticksOut(theirs)
    expect(pagesIn(await theirs.pdf({ preferCSSPageSize: true }))).toBe(1)
    await theirs.emulateMedia({ media: 'print' })
    await theirs.setViewportSize({ width: 703, height: 1031 })
    const cut = await theirs.locator('.story-columns').evaluate((node) => node.scrollHeight - (node.parentElement?.clientHeight ?? 0))
    expect(cut, 'what is told ends above the foot of the sheet').toBeLessThanOrEqual(0)
    await context.close()
  }

  await dialog.getByRole('button', { name: 'Intrekken' }).click()
  await page.getByRole('dialog', { name: 'De link intrekken?' }).getByRole('button', { name: 'Intrekken' }).click()
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Link maken' })).toBeVisible()
  const stranger = await browser.newPage()
  await stranger.goto(link)
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Deze link werkt niet meer')
})
