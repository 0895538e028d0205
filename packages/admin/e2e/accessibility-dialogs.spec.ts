import { expect, test } from '@klankbord/server/testing/fixtures'
import { expectNoBarriers, settle } from './barriers.ts'
import { type Company, foundCompany } from './company.ts'
import { signIn } from './signed-in.ts'

// Each test looks at much and changes nothing, so they need not wait for each other.
test.describe.configure({ mode: 'parallel' })
test.use({ contextOptions: { reducedMotion: 'reduce' } })

let company: Company

test.beforeAll(async ({ product, host }) => {
  company = await foundCompany(product, host.origin, 'axe')
})

test('nothing that opens over the inbox has a barrier', async ({ page, product }) => {
  await signIn(page, product)
  await page.goto(`${product.url}/admin/inbox/all?kind=idea`)
  await page.getByRole('listitem').first().waitFor()
  await settle(page)
  const opened = async (press: () => Promise<unknown>, role: 'combobox' | 'heading' | 'button', name: string) => {
    await press()
    await page.getByRole(role, { name, exact: true }).first().waitFor()
    await expectNoBarriers(page)
    await page.keyboard.press('Escape')
  }
  await opened(() => page.keyboard.press('f'), 'combobox', 'Filter op …')
  await opened(() => page.keyboard.press('Control+k'), 'combobox', 'Vind wat dan ook')
  await opened(() => page.keyboard.press('?'), 'heading', 'Sneltoetsen')
  await opened(() => page.getByRole('button', { name: 'Hoe zoeken werkt' }).click(), 'button', 'Hoe zoeken werkt')
  await opened(() => page.getByRole('button', { name: 'Bewaar weergave' }).click(), 'heading', 'Bewaar als weergave')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await opened(() => page.keyboard.press('b'), 'button', 'Naar spam')
  await page.keyboard.press('b')
  await page.getByRole('button', { name: 'Kies de aanpak' }).last().click()
  await page.getByRole('dialog').waitFor()
  await settle(page)
  await expectNoBarriers(page)
})

test('no dialog of goals and teams has a barrier', async ({ page, product }) => {
  await signIn(page, product)
  await page.goto(`${product.url}/admin/goals?q=axe`)
  await page.getByRole('treeitem').last().focus()
  await page.keyboard.press('m')
  await expectNoBarriers(page)
  await page.keyboard.press('Escape')
  for (const name of ['Aanpassen', 'Afsluiten met terugblik', 'Aanpak toevoegen']) {
    await page.goto(`${product.url}/admin/goals/${company.goalId}`)
    await page.getByRole('button', { name, exact: true }).click()
    await page.getByRole('dialog').waitFor()
    await settle(page)
    await expectNoBarriers(page)
  }
  await page.goto(`${product.url}/admin/settings/teams`)
  await page.getByRole('button', { name: 'Mensen van Werkplaats axe' }).click()
  await page.getByRole('dialog').waitFor()
  await expectNoBarriers(page)
  await page.goto(`${product.url}/admin/inbox/to-route/${company.unrouted[0]}`)
  await page.getByRole('button', { name: 'Voorstellen als doel' }).click()
  await page.getByRole('dialog').waitFor()
  await settle(page)
  await expectNoBarriers(page)
})

test('no choice for an item has a barrier, nor a picture of it', async ({ page, product }) => {
  await signIn(page, product)
  await page.goto(`${product.url}/admin/inbox/to-route/${company.unrouted[0]}`)
  await page.getByRole('button', { name: 'Kies een doel' }).click()
  await page.getByRole('combobox', { name: 'Doel' }).click()
  await expectNoBarriers(page)
  await page.goto(`${product.url}/admin/inbox/waiting/${company.routed[0]}`)
  await page.getByRole('button', { name: 'Kies de aanpak' }).click()
  await page.getByRole('dialog').getByRole('radio').first().waitFor()
  await expectNoBarriers(page)
  await page.goto(`${product.url}/admin/inbox/waiting/${company.routed[0]}`)
  await page.getByRole('button', { name: 'Afbeelding van de klant, 1 van 2' }).click()
  await page.getByRole('dialog').getByRole('img').waitFor()
  await expectNoBarriers(page)
})

test('no part of a site has a barrier', async ({ page, product }) => {
  test.setTimeout(120_000)
  await signIn(page, product)
  await page.goto(`${product.url}/admin/settings/sites/${company.siteId}`)
  for (const kind of ['choice', 'scale']) {
    await page.getByRole('button', { name: 'Vraag toevoegen' }).click()
    await page.getByLabel('Antwoord is', { exact: true }).last().selectOption(kind)
  }
  await page.getByRole('button', { name: 'Tekst vervangen' }).click()
  await expectNoBarriers(page)
  await page.getByRole('button', { name: 'Sleutel toevoegen' }).click()
  await page.getByRole('button', { name: 'Maak een geheim' }).click()
  await expectNoBarriers(page)
})

test('no dialog of a rule has a barrier', async ({ page, product }) => {
  await signIn(page, product)
  await page.goto(`${product.url}/admin/settings/routing`)
  await page.getByRole('button', { name: 'Regel toevoegen' }).click()
  await page.getByRole('button', { name: 'Groep met “of” toevoegen' }).click()
  await page.getByText('Wat de regel nog meer doet').click()
  await page.getByRole('dialog').getByRole('combobox', { name: 'Mail deze collega’s' }).waitFor()
  await expectNoBarriers(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Eerdere versies' }).click()
  await page.getByRole('dialog').getByText('Er kwam een regel bij').first().waitFor()
  await expectNoBarriers(page)
})

test('no dialog of measures and outcomes has a barrier', async ({ page, product }) => {
  await signIn(page, product)
  await page.goto(`${product.url}/admin/measures`)
  await page.getByRole('button', { name: 'Nieuwe meting' }).click()
  await page.getByRole('button', { name: 'Klanttevredenheid' }).click()
  await page.getByText('Alleen van').click()
  await expectNoBarriers(page)
  await page.goto(`${product.url}/admin/measures/${company.measureId}`)
  await page.getByRole('button', { name: 'Importeren' }).click()
  await page.getByLabel('Of plak hier').fill('2026-01\t71\n2026-02\tveel')
  await page.getByRole('button', { name: 'Eerst bekijken' }).click()
  await page.getByRole('dialog').getByRole('alert').waitFor()
  await expectNoBarriers(page)
  await page.goto(`${product.url}/admin/outcomes/${company.draftId}`)
  await page.getByRole('button', { name: 'Publiceren' }).click()
  await page.getByRole('dialog').waitFor()
  await expectNoBarriers(page)
})

test('no dialog of an item has a barrier', async ({ page, product }) => {
  test.setTimeout(120_000)
  await signIn(page, product)
  await page.goto(`${product.url}/admin/inbox/to-route/${company.unrouted[0]}`)
  await page.getByRole('article').waitFor()
  await page.keyboard.press('m')
  await page.getByRole('dialog').getByRole('combobox').fill('openingstijden')
  await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1)
  await expectNoBarriers(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('radio', { checked: true })).toHaveCount(1)
  await expectNoBarriers(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await page.getByLabel('Notitie voor collega’s').pressSequentially('@')
  await page.getByRole('option').first().waitFor()
  await expectNoBarriers(page)
  await page.goto(`${product.url}/admin/inbox/waiting/${company.routed[0]}`)
  await page.getByRole('article').waitFor()
  await page.keyboard.press('r')
  await page.getByLabel('Bericht aan de klant').fill('Dag {{customer}}')
  await page.getByRole('button', { name: 'Gebruik een sjabloon' }).click()
  await settle(page)
  await expectNoBarriers(page)
})

const settings: [string, string[]][] = [
  ['sites', ['Site toevoegen']],
  ['teams', ['Team toevoegen', 'Aanpassen: Werkplaats axe', 'Verwijderen: Werkplaats axe']],
  ['people', ['Collega uitnodigen', 'eva aanpassen']],
  ['templates', ['Sjabloon toevoegen']],
  ['keys', ['Sleutel maken']],
  ['letters', ['Voorbeeld van de weekbrief van Werkplaats axe', 'De weekbrief van Werkplaats axe aanpassen']],
  ['pulses', ['Pols instellen']],
]

test('no dialog of the settings has a barrier, nor that by which a story is shared', async ({ page, product }) => {
  test.setTimeout(120_000)
  await signIn(page, product)
  const opens = [...settings.map(([section, names]) => [`settings/${section}`, names] as const), ['goals/story', ['Delen']] as const]
  for (const [address, names] of opens) {
    await page.goto(`${product.url}/admin/${address}`)
    for (const name of names) {
      await test.step(name, async () => {
        await page.getByRole('button', { name, exact: true }).click()
        await page.getByRole('dialog').waitFor()
        await settle(page)
        await expectNoBarriers(page)
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toHaveCount(0)
      })
    }
  }
})
