import { expect, test } from '@klankbord/server/testing/fixtures'
import { type Company, foundCompany } from './company.ts'
import { sayMany } from './said.ts'
import { signIn } from './signed-in.ts'

// A product of its own, since what is in the list is counted.
test.use({ productEnv: { MAIL_FROM: 'Triage <triage@localhost>' } })

const ITEMS = 50

let company: Company

test.beforeAll(async ({ product, host }) => {
  company = await foundCompany(product, host.origin, 'triage')
  await sayMany(product, host.origin, company.siteKey, ITEMS - company.routed.length, (index) => ({
    kind: 'complaint',
    message: `Mijn reparatie nummer ${index} was te laat klaar.`,
  }))
})

test('a new colleague is invited, signs in and triages 50 items with the keyboard alone', async ({ page, product }) => {
  test.setTimeout(240_000)
  const { teamId } = (await product.api('GET', `/api/v1/goals/${company.goalId}`)).body
  const invited = await product.api('POST', '/api/v1/invitations', { email: 'noor@example.nl', role: 'member', teams: [{ teamId, role: 'member' }] })

  await test.step('the invitation is accepted', async () => {
    await page.goto(invited.body.link)
    await page.getByLabel('Je naam').fill('Noor Bakker')
    await page.getByLabel('Wachtwoord').fill('een zin die werkt')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Toe te wijzen', level: 1 }).waitFor()
  })

  await test.step('the palette leads to what waits for their team', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('mijn teams')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Mijn teams', level: 1 }).waitFor()
  })

  await test.step('each item is settled with a key, and the next comes by itself', async () => {
    const place = page.getByText(/^\d+ \/ \d+$/)
    // The key goes through what is in the list.
    await page.getByRole('region', { name: 'Feedback', exact: true }).getByRole('listitem').first().waitFor()
    await page.keyboard.press('j')
    await page.getByRole('article').waitFor()
    let left = ITEMS
    let at = 1
    for (let item = 1; item <= ITEMS; item++) {
      await expect(place).toHaveText(`${at} / ${left}`)
      await page.getByRole('article').waitFor()
      // Every tenth is spam and leaves the list; all others stay until they have an outcome.
      const isSpam = item % 10 === 0
      await page.keyboard.press(isSpam ? 's' : 'Enter')
      if (isSpam) left--
      else at++
      if (item === ITEMS) break
      if (isSpam) await expect(place).toHaveText(`${at} / ${left}`)
    }
  })

  await test.step('the server holds what was decided', async () => {
    await expect.poll(async () => (await product.api('GET', '/api/v1/feedback?status=spam&limit=200')).body.items.length).toBe(ITEMS / 10)
    const mine = (await product.api('GET', `/api/v1/feedback?goalId=${company.goalId}&status=routed&limit=200`)).body.items
    expect(mine.length).toBe(ITEMS - ITEMS / 10)
    const one = (await product.api('GET', `/api/v1/feedback/${mine[0].id}`)).body
    expect(one.timeline.map(({ type, actor }: { type: string; actor: { name: string } }) => [type, actor.name])).toContainEqual([
      'feedback.accepted',
      'Noor Bakker',
    ])
  })
})

test('what is done without a connection is told, kept, and done once it is back', async ({ page, product }) => {
  await signIn(page, product)
  await page.goto(`${product.url}/admin/inbox/to-route/${company.unrouted[0]}`)
  await page.getByRole('article').waitFor()
  await page.context().setOffline(true)
  await page.keyboard.press('s')
  await expect(page.getByText(/^Geen verbinding\..*1 handeling wacht\./)).toBeVisible()
  expect((await product.api('GET', `/api/v1/feedback/${company.unrouted[0]}`)).body.status).toBe('received')
  await page.context().setOffline(false)
  await expect.poll(async () => (await product.api('GET', `/api/v1/feedback/${company.unrouted[0]}`)).body.status).toBe('spam')
  await expect(page.getByText(/^Geen verbinding\./)).toHaveCount(0)
})

test('an act that met the end of the session is done after signing in again', async ({ page, product }) => {
  await signIn(page, product)
  const id = company.unrouted[1]
  await page.goto(`${product.url}/admin/inbox/to-route/${id}`)
  await page.getByRole('article').waitFor()
  await page.context().clearCookies()
  await page.keyboard.press('s')
  await page.getByLabel('E-mailadres').fill(product.owner.email)
  await page.getByLabel('Wachtwoord').fill(product.owner.password)
  await page.getByRole('button', { name: 'Inloggen' }).click()
  await expect(page.getByText('Wat je daarvoor deed, is alsnog gedaan.')).toBeVisible()
  expect((await product.api('GET', `/api/v1/feedback/${id}`)).body.status).toBe('spam')
})
