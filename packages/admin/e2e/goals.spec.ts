import { expect, test } from '@klankbord/server/testing/fixtures'
import type { Locator, Page } from '@playwright/test'
import { addColleague } from './colleague.ts'
import { signIn } from './signed-in.ts'

// An organisation of its own, without teams or goals.
test.use({ productEnv: { MAIL_FROM: 'Doelen <doelen@localhost>' } })

/** Types some words into a combobox and takes what is found. */
async function choose(within: Page | Locator, label: string, words: string) {
  const box = within.getByRole('combobox', { name: label })
  await box.fill(words)
  await within.getByRole('option', { name: words }).first().click()
}

async function addTeam(page: Page, name: string, level: string, parent: string) {
  await page.getByRole('button', { name: 'Team toevoegen' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Naam van het team').fill(name)
  await dialog.getByLabel('Laag').selectOption({ label: level })
  if (parent !== '') await choose(dialog, 'Hoort bij', parent)
  await dialog.getByRole('button', { name: 'Team toevoegen' }).click()
  await expect(dialog).toHaveCount(0)
}

async function join(page: Page, team: string, person: string) {
  await page.getByRole('button', { name: `Mensen van ${team}` }).click()
  const dialog = page.getByRole('dialog')
  await choose(dialog, 'Collega toevoegen', person)
  await dialog.getByRole('checkbox', { name: `${person}: leidt` }).check()
  await dialog.getByRole('button', { name: 'Sluiten' }).last().click()
}

async function addGoal(page: Page, { title, team, parent }: { title: string; team?: string; parent?: string }) {
  await page.getByRole('button', { name: 'Doel toevoegen' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Wat wil je bereiken?').fill(title)
  if (team) await choose(dialog, 'Team', team)
  if (parent) await choose(dialog, 'Bij welk groter doel helpt het?', parent)
  await dialog.getByRole('button', { name: 'Dit is het doel' }).click()
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
}

test('from nothing to three levels of goals: one proposes, the other agrees, and only the team writes the How', async ({
  page,
  browser,
  product,
}) => {
  test.setTimeout(120_000)
  const jan = await addColleague(product, { name: 'Jan Kassier', email: 'jan@doelen.example' })
  await signIn(page, product)
  const name = (await product.api('GET', '/api/v1/me')).body.member.name

  await test.step('the owner draws the teams and says who leads them', async () => {
    await page.goto(`${product.url}/admin/settings/teams`)
    await addTeam(page, 'Bakkerij', 'Organisatie', '')
    await addTeam(page, 'Winkels', 'Afdeling', 'Bakkerij')
    await addTeam(page, 'Toonbank', 'Team', 'Winkels')
    await join(page, 'Bakkerij', name)
    await join(page, 'Toonbank', 'Jan Kassier')
  })

  await test.step('the top sets goals of its own', async () => {
    await page.goto(`${product.url}/admin/goals`)
    await addGoal(page, { title: 'Klanten komen graag terug', team: 'Bakkerij' })
    await expect(page.getByText('Afgesproken', { exact: true })).toBeVisible()
    await page.goto(`${product.url}/admin/goals`)
    await addGoal(page, { title: 'Niemand wacht langer dan vijf minuten', team: 'Winkels', parent: 'Klanten komen graag terug' })
  })

  const other = await browser.newContext({ locale: 'nl-NL' })
  const team = await other.newPage()
  await signIn(team, jan)
  await test.step('the team proposes its goal, and can’t agree with itself', async () => {
    await team.goto(`${product.url}/admin/goals`)
    await addGoal(team, { title: 'Twee kassa’s open op zaterdag', parent: 'Niemand wacht langer' })
    await expect(team.getByRole('heading', { name: 'Dit doel is voorgesteld' })).toBeVisible()
    await expect(team.getByText('Dit wacht op de laag erboven')).toBeVisible()
    await expect(team.getByRole('button', { name: 'Akkoord' })).toHaveCount(0)
  })

  await test.step('the level above agrees, and reads who writes the How', async () => {
    await page.goto(team.url())
    await page.getByRole('button', { name: 'Akkoord' }).click()
    await expect(page.getByText('Afgesproken', { exact: true })).toBeVisible()
    const how = page.getByRole('region', { name: 'Hoe' })
    await expect(how).toContainText('De aanpak schrijven de mensen van Toonbank')
    await expect(how.getByRole('button', { name: 'Aanpak toevoegen' })).toHaveCount(0)
  })

  await test.step('the team writes its How and starts it', async () => {
    await team.reload()
    await team.getByRole('button', { name: 'Aanpak toevoegen' }).click()
    const dialog = team.getByRole('dialog')
    await dialog.getByLabel('Wat gaan jullie doen?').fill('Rooster met twee mensen')
    await dialog.getByLabel('Wat klanten erover mogen lezen').fill('Op zaterdag staan we met twee mensen klaar.')
    await dialog.getByLabel('Notities voor collega’s').fill('Vraag **Mira** om te ruilen.')
    await dialog.getByRole('checkbox', { name: 'Jan Kassier' }).check()
    await dialog.getByRole('button', { name: 'Aanpak toevoegen' }).click()
    const card = team.getByRole('article', { name: 'Rooster met twee mensen' })
    await expect(card.locator('strong').filter({ hasText: 'Mira' })).toBeVisible()
    await card.getByRole('button', { name: 'Beginnen' }).click()
    await team.getByRole('dialog').getByRole('button', { name: 'Beginnen' }).click()
    await expect(card).toContainText('Loopt')
  })

  await test.step('the level above may comment on it, and refuses a change with a reason that stays', async () => {
    await team.getByRole('button', { name: 'Wijziging voorstellen' }).click()
    await team.getByRole('dialog').getByLabel('Wanneer is het gehaald?').fill('Elke zaterdag')
    await team.getByRole('dialog').getByRole('button', { name: 'Voorstellen' }).click()
    await expect(team.getByRole('heading', { name: 'Een wijziging wacht' })).toBeVisible()
    await page.reload()
    const card = page.getByRole('article', { name: 'Rooster met twee mensen' })
    await expect(card.getByRole('button', { name: 'Afgerond' })).toHaveCount(0)
    await card.getByText('Zeg iets over deze aanpak').first().click()
    await card.getByRole('textbox').fill('Fijn plan!')
    await card.getByRole('button', { name: 'Plaatsen' }).click()
    await expect(card.getByText('Fijn plan!')).toBeVisible()
    await page.getByRole('button', { name: 'Afwijzen' }).click()
    await page.getByRole('dialog').getByLabel('Je reden').fill('Eerst de zomer afwachten')
    await page.getByRole('dialog').getByRole('button', { name: 'Afwijzen' }).click()
    await page.getByRole('heading', { name: 'Geschiedenis' }).click()
    await expect(page.getByText('wees het voorstel af: “Eerst de zomer afwachten”')).toBeVisible()
  })

  await test.step('the tree shows the three levels', async () => {
    await page.goto(`${product.url}/admin/goals?by=goal`)
    const item = (title: string) => page.getByRole('treeitem').filter({ hasText: title })
    await expect(item('Klanten komen graag terug')).toHaveAttribute('aria-level', '1')
    await expect(item('Niemand wacht langer')).toHaveAttribute('aria-level', '2')
    await expect(item('Twee kassa’s open')).toHaveAttribute('aria-level', '3')
  })

  await test.step('the team can’t hang the goal of another team elsewhere, and reads who can', async () => {
    await team.goto(`${product.url}/admin/goals?by=goal`)
    const theirs = team.getByRole('treeitem').filter({ hasText: 'Niemand wacht langer' })
    await theirs.focus()
    for (const key of ['m', 'Home', 'Enter']) await team.keyboard.press(key)
    await expect(team.getByText('Het blijft waar het was: de trekker en wie Winkels')).toBeVisible()
    await expect(theirs).toHaveAttribute('aria-level', '2')
  })
  await other.close()
})

test('a goal is moved with the keyboard, never under itself, and put back', async ({ page, product }) => {
  const { body: team } = await product.api('POST', '/api/v1/teams', { name: 'Molen', level: 'team' })
  for (const title of ['Zuiver meel', 'Schone stenen', 'Volle zakken']) await product.api('POST', '/api/v1/goals', { title, teamId: team.id })
  await signIn(page, product)
  await page.goto(`${product.url}/admin/goals?q=molen&by=goal`)
  const item = (title: string) => page.getByRole('treeitem').filter({ hasText: title })
  await item('Schone stenen').focus()
  await page.keyboard.press('End')
  await expect(item('Zuiver meel')).toBeFocused()
  await page.keyboard.press('m')
  const told = page.getByRole('tree').locator('..').getByRole('status')
  await expect(told).toHaveText('“Zuiver meel” bovenaan: het helpt bij geen ander doel')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  // It is the last of the two that are left: itself can't be chosen.
  await expect(told).toHaveText('“Zuiver meel” onder “Volle zakken”')
  await page.keyboard.press('Enter')
  await expect(item('Zuiver meel')).toHaveAttribute('aria-level', '2')
  await expect(item('Zuiver meel')).toBeFocused()

  await page.keyboard.press('m')
  await page.keyboard.press('Home')
  await page.keyboard.press('Escape')
  await expect(item('Zuiver meel')).toHaveAttribute('aria-level', '2')
  // The tree that the server tells after it, in which the goals may stand in another order.
  const settled = page.waitForResponse((answer) => new URL(answer.url()).pathname === '/api/v1/goals/tree')
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(item('Zuiver meel')).toHaveAttribute('aria-level', '1')
  await settled

  const where = () => item('Zuiver meel').boundingBox()
  let before: Awaited<ReturnType<typeof where>> = null
  // A drag ends by itself where the tree is drawn in its new order just as it begins; a person takes it up again.
  await expect(async () => {
    await page.mouse.up()
    await item('Schone stenen').hover()
    before = await where()
    await page.mouse.down()
    await item('Zuiver meel').hover()
    await item('Zuiver meel').hover({ position: { x: 200, y: 20 } })
    await expect(told).toHaveText('“Schone stenen” onder “Zuiver meel”', { timeout: 1_000 })
  }).toPass({ timeout: 10_000 })
  // What says where it would go takes no place: the rows stay under the mouse.
  expect(await where()).toEqual(before)
  await page.mouse.up()
  await expect(item('Schone stenen')).toHaveAttribute('aria-level', '2')
})

test('voices that fit no goal become one for the level above, and the refusal stays with them', async ({ page, product, host }) => {
  const { body: top } = await product.api('POST', '/api/v1/teams', { name: 'Veren', level: 'organisation' })
  const { body: team } = await product.api('POST', '/api/v1/teams', { name: 'Pont', level: 'team', parentId: top.id })
  await addColleague(product, { name: 'Kapitein', email: 'kapitein@doelen.example', teams: [{ teamId: top.id, role: 'lead' }] })
  const mate = await addColleague(product, { name: 'Stuurman', email: 'stuurman@doelen.example', teams: [{ teamId: team.id, role: 'lead' }] })
  const [site] = (await product.api('GET', '/api/v1/sites')).body.items
  for (const [index, message] of ['Geen bankje op de pont. Ik ben 80.', 'Staan op de pont is zwaar.'].entries()) {
    await product.request(
      'POST',
      `/widget/v1/sites/${site.key}/feedback`,
      { kind: 'idea', message, locale: 'nl' },
      { Origin: host.origin, 'Idempotency-Key': `pont-${index}` },
    )
  }
  await signIn(page, mate)
  for (const words of ['Geen bankje op de pont', 'Staan op de pont']) await page.getByRole('checkbox', { name: words }).check()
  await page.getByRole('button', { name: 'Doe hiermee' }).click()
  await page.getByRole('button', { name: 'Voorstellen als doel' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('combobox', { name: 'Voor welk team of welke laag?' })).toHaveValue('Veren')
  await expect(dialog.getByLabel('Wat wil je bereiken?')).toHaveValue(/pont/)
  await dialog.getByLabel('Wat wil je bereiken?').fill('Iedereen zit op de pont')
  await dialog.getByRole('button', { name: 'Voorstellen', exact: true }).click()
  await page.getByRole('button', { name: 'Bekijken' }).click()
  await expect(page.getByText('2 stemmen zijn de reden')).toBeVisible()

  const context = page.context()
  await context.clearCookies()
  const address = page.url()
  await signIn(page, { url: product.url, owner: { email: 'kapitein@doelen.example', password: mate.owner.password } })
  await page.goto(address)
  await page.getByRole('button', { name: 'Afwijzen' }).click()
  await page.getByRole('dialog').getByLabel('Je reden').fill('De pont is te klein voor banken')
  await page.getByRole('dialog').getByRole('button', { name: 'Afwijzen' }).click()
  await expect(page.getByText('Gestopt').first()).toBeVisible()
  await page.goto(`${product.url}/admin/inbox/to-route`)
  await page.getByRole('link', { name: /Staan op de pont/ }).click()
  await expect(page.getByRole('article')).toContainText('De pont is te klein voor banken')
})

test('a team that owns goals goes once another takes them over', async ({ page, product }) => {
  const make = async (path: string, body: object) => (await product.api('POST', path, body)).body
  const old = await make('/api/v1/teams', { name: 'Zolder', level: 'team' })
  await make('/api/v1/teams', { name: 'Kelder', level: 'team' })
  const goal = await make('/api/v1/goals', { title: 'Niets staat in de weg', teamId: old.id })
  await signIn(page, product)
  await page.goto(`${product.url}/admin/settings/teams`)
  await page.getByRole('button', { name: 'Verwijderen: Zolder' }).click()
  const dialog = page.getByRole('dialog', { name: 'Zolder verwijderen?' })
  await dialog.getByRole('button', { name: 'Verwijderen' }).click()
  await expect(dialog.getByText('Kies een team dat de doelen overneemt')).toBeVisible()
  await choose(dialog, 'De doelen gaan naar', 'Kelder')
  await dialog.getByRole('button', { name: 'Verwijderen' }).click()
  await expect(page.getByText('Zolder is verwijderd.')).toBeVisible()
  await page.goto(`${product.url}/admin/goals/${goal.id}`)
  await page.getByRole('heading', { name: 'Geschiedenis' }).click()
  await expect(page.getByText('gaf het van Zolder aan Kelder')).toBeVisible()
})

test('of 5,000 goals of 2,500 teams only what is in sight is in the page, and each can be reached', async ({ page, product }) => {
  const teams = Array.from({ length: 2500 }, (_, at) => ({
    ...{ id: `t${at}`, name: `Ploeg ${at}`, level: at === 0 ? 'organisation' : at < 60 ? 'department' : 'team' },
    parentId: at === 0 ? null : at < 60 ? 't0' : `t${(at % 59) + 1}`,
  }))
  const goals = Array.from({ length: 5000 }, (_, at) => ({
    ...{ id: `g${at}`, title: `Streven ${at}`, teamId: `t${Math.floor(at / 2)}`, memberId: null, ownerId: null, owner: null, state: 'agreed' },
    ...{ parentId: at === 0 ? null : `g${Math.floor((at - 1) / 5)}`, startsOn: null, endsOn: null, openItems: 0, waits: false },
  }))
  await page.route('**/api/v1/goals/tree', (route) => route.fulfill({ json: { teams, goals } }))
  await signIn(page, product)
  // Looked for by state, all are unfolded.
  await page.goto(`${product.url}/admin/goals?state=agreed&by=goal`)
  const items = page.getByRole('treeitem')
  await items.first().focus()
  await page.keyboard.press('End')
  await expect(page.locator(':focus')).toHaveAttribute('aria-level', '6')
  await expect(page.locator(':focus')).toBeInViewport()
  expect(await items.count()).toBeLessThan(60)
  await page.keyboard.press('Home')
  await expect(page.locator(':focus')).toContainText('Streven 0')
  await page.getByRole('searchbox').fill('streven 4321')
  await expect(items.filter({ hasText: 'Streven 4321' })).toHaveAttribute('aria-setsize', '1')
})
