import { expect, test } from '@klankbord/server/testing/fixtures'
import { type Company, foundCompany } from './company.ts'
import { signIn } from './signed-in.ts'

// A product of its own, since what is in the list is counted.
test.use({ productEnv: { LOG_LEVEL: 'warn' } })

let company: Company

test.beforeAll(async ({ product, host }) => {
  company = await foundCompany(product, host.origin, 'toetsen')
})

test('a colleague routes, answers and plans with the keyboard alone', async ({ page, product }) => {
  await signIn(page, product)
  const item = page.getByRole('article')
  const list = page.getByRole('region', { name: 'Feedback', exact: true })
  await expect(list.getByRole('listitem')).toHaveCount(3)

  await test.step('j opens the first item and the next', async () => {
    await page.keyboard.press('j')
    await expect(item).toContainText('Stuur een berichtje')
    await page.keyboard.press('j')
    await expect(item).toContainText('openingstijden')
  })

  await test.step('g asks for a goal, and the next item comes by itself', async () => {
    await page.keyboard.press('g')
    const goal = page.getByRole('combobox', { name: 'Doel' })
    await expect(goal).toBeFocused()
    await page.keyboard.type('beloofde dag toetsen')
    await expect(page.getByRole('option')).toHaveCount(1)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Zet het daar' }).press('Enter')
    await expect(item).toContainText('Zet een pomp')
    await expect(list.getByRole('listitem')).toHaveCount(2)
  })

  await test.step('s takes an item out of sight, and it can be taken back', async () => {
    await page.keyboard.press('s')
    await expect(list.getByRole('listitem')).toHaveCount(1)
    // What was routed just before can be taken back too.
    const told = page.getByRole('status').filter({ hasText: 'Naar spam' })
    await told.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect(list.getByRole('listitem')).toHaveCount(2)
  })

  await page.goto(`${product.url}/admin/inbox/waiting/${company.routed[0]}`)
  await expect(item).toContainText('te laat klaar')

  await test.step('Enter accepts what the rule chose', async () => {
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status').filter({ hasText: 'Nu bij' })).toBeVisible()
    await page.goto(`${product.url}/admin/inbox/waiting/${company.routed[0]}`)
    await expect(item).toContainText('aangenomen')
    await expect(item.getByRole('button', { name: 'Aannemen' })).toHaveCount(0)
  })

  await test.step('r writes to the customer, and the draft outlives a reload', async () => {
    await page.keyboard.press('r')
    await page.getByLabel('Bericht aan de klant').fill('We bellen je vanmiddag.')
    await page.reload()
    await item.waitFor()
    await expect(page.getByLabel('Bericht aan de klant')).toHaveValue('We bellen je vanmiddag.')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('region', { name: 'Gesprek' })).toContainText('We bellen je vanmiddag.')
  })

  await test.step('n writes a note that stands apart', async () => {
    await page.keyboard.press('n')
    await page.getByLabel('Notitie voor collega’s').fill('Zie bon 4471.')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('region', { name: 'Gesprek' }).getByRole('listitem').filter({ hasText: 'Zie bon 4471.' })).toContainText('Notitie')
  })

  await test.step('h starts an initiative, and the customer can read the plan', async () => {
    await page.keyboard.press('h')
    await page.getByRole('button', { name: 'Beginnen, en de klant vertellen' }).press('Enter')
    await expect(item).toContainText('In behandeling')
    await expect(item).toContainText('We bellen je voortaan zelf.')
  })

  await test.step('? shows the keys', async () => {
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Sneltoetsen' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  await test.step('o opens the outcome of this item', async () => {
    await page.keyboard.press('o')
    await expect(page.getByRole('heading', { name: 'Resultaat schrijven' })).toBeVisible()
    await expect(page.getByRole('region', { name: 'Wat het beantwoordt' })).toContainText('te laat klaar')
  })
})

test('who is signed out in the middle comes back to where they were', async ({ page, product }) => {
  await signIn(page, product)
  const address = `${product.url}/admin/inbox/waiting/${company.routed[1]}`
  await page.goto(address)
  await page.getByRole('article').waitFor()
  await page.keyboard.press('r')
  await page.getByLabel('Bericht aan de klant').fill('Bedankt voor het compliment!')
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Versturen' }).click()
  await page.getByLabel('E-mailadres').fill(product.owner.email)
  await page.getByLabel('Wachtwoord').fill(product.owner.password)
  await page.getByRole('button', { name: 'Inloggen' }).click()
  await expect(page).toHaveURL(address)
  await page.getByRole('article').waitFor()
  await expect(page.getByLabel('Bericht aan de klant')).toHaveValue('Bedankt voor het compliment!')
})
