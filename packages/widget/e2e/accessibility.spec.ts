import { AxeBuilder } from '@axe-core/playwright'
import { texts as files } from '../src/texts/all.ts'
import { languages } from '../src/texts/languages.ts'
import { expect, serverSays, siteAsks, test, Widget } from './host-pages.ts'

const outcome = {
  kind: 'partly',
  title: 'Elk pakket een bericht',
  did: 'De scanner stuurt het.',
  better: 'Wie wacht, weet waarop.',
  next: null,
  team: 'Bezorging',
  publishedAt: '2026-03-02T10:00:00.000Z',
  measure: { name: 'Tevreden klanten', unit: '%', direction: 'up', before: 61, after: 88 },
}

const looks = [
  ['dark', { width: 390, height: 844 }],
  ['light', { width: 1440, height: 900 }],
] as const

test.describe.configure({ mode: 'parallel' })

// Colours are the same in every language; words are not, and a phone has the least room for them.
for (const language of languages)
  for (const [colorScheme, viewport] of language === 'nl' ? looks : looks.slice(0, 1))
    test.describe(`${language}, ${colorScheme}, ${viewport.width} px`, () => {
      test.use({ colorScheme, viewport })

      test('axe finds nothing in any step', async ({ page, product, shop }) => {
        const { form, later } = await files[language]()
        const texts = { ...form, ...later }
        const widget = new Widget(page)
        const { dialog } = widget
        const press = (name: string) => dialog.getByRole('button', { name, exact: true }).first().click()
        const check = async (step: string) => {
          // Of pages with several frames axe makes one report in a page that it opens for that; this has one.
          const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(page.frames().length === 1)
          const { violations } = await axe.disableRules(language === 'nl' ? [] : ['color-contrast']).analyze()
          expect.soft(violations.map(({ id, nodes }) => `${step}: ${id} ${nodes[0]?.html}`)).toEqual([])
        }
        await siteAsks(page, {
          questions: [
            { id: 'q1', kind: 'choice', label: 'Waar?', options: ['Thuis', 'Winkel'], several: true, required: true },
            { id: 'q2', kind: 'text', label: 'Wat nog meer?', required: false },
            { id: 'q3', kind: 'scale', label: 'Hoe druk?', from: 0, to: 4, low: 'rustig', high: null, required: false },
          ],
        })
        await serverSays(page, /\/outcomes\?/, 200, { items: [outcome], next: null })
        await page.goto(shop.address({ lang: language }))
        await expect(widget.button).toBeVisible()
        await check('button')
        await widget.open()
        await check('choose')
        await press(texts.complaint)
        await dialog.getByLabel(texts.notify).check()
        await press(texts.send)
        await check('what is missing')
        await widget.message.fill(`Over dit pakket kwam geen bericht, ${language} ${colorScheme}.`)
        await press('4')
        await dialog.getByLabel(texts.email).fill(`${language}-${colorScheme}@example.nl`)
        await dialog.locator('summary', { hasText: 'Elk pakket een bericht' }).click()
        await check('form with what was done already')
        await press(texts.send)
        await expect(dialog.getByRole('alert')).toHaveText(texts.answerMissing)
        await check('a question that is open')
        await dialog.getByLabel(texts.picture).setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: await page.screenshot() })
        await expect(dialog.locator('canvas')).toBeVisible()
        await check('picture')
        await dialog.locator('.pictures button').click()
        await page.unroute(/\/widget\/v1\/sites\/[^/]+$/)
        await page.reload()
        await widget.open()
        await press(texts.send)
        await expect(dialog.getByRole('heading', { name: texts.thanksComplaint })).toBeVisible()
        await check('promise')
        const { body } = await product.api('GET', `/api/v1/feedback?q=${language} ${colorScheme}`)
        const said = await product.api('POST', '/api/v1/outcomes', {
          goalId: shop.goal.id,
          kind: 'not_doing',
          title: 'Voorlopig niet',
          did: 'We hebben er nu de mensen niet voor.',
          better: 'De directie, op 3 november.',
          next: 'Als er twee collega’s bij komen.',
          feedbackIds: [body.items[0].id],
        })
        await product.api('PUT', `/api/v1/outcomes/${said.body.id}/publication`, {})
        await press(texts.mine)
        await expect(dialog.locator('.item').first()).toBeVisible()
        await dialog.getByText(texts.yours, { exact: true }).click()
        await dialog.getByText(texts.device).click()
        await dialog.getByText(texts.eraseAll, { exact: true }).click()
        await check('my feedback')
        await dialog.locator('.item').first().click()
        await press(texts.no)
        await expect(dialog).toContainText(texts.helpedReopened)
        await press(texts.disagree)
        await check('item')
        await press(texts.back)
        await serverSays(page, /\/outcomes$/, 200, { items: [outcome], next: null })
        await press(texts.outcomes)
        await expect(dialog.getByRole('heading', { name: outcome.title })).toBeVisible()
        await check('outcomes')
      })
    })

test('the whole journey can be made by roles and names alone', async ({ page, shop }) => {
  await page.goto(shop.address())
  await page.getByRole('button', { name: 'Feedback' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Wat wil je ons vertellen?' })
  await dialog.getByRole('button', { name: 'Klacht' }).press('Enter')
  const form = page.getByRole('dialog', { name: 'Wat ging er mis?' })
  await form.getByRole('textbox', { name: 'Wat ging er mis?' }).fill('Alleen met rollen en namen.')
  await form
    .getByRole('group', { name: /Hoe tevreden ben je/ })
    .getByRole('button', { name: '3' })
    .press('Enter')
  await expect(form.getByRole('button', { name: '3', pressed: true })).toBeVisible()
  await form.getByRole('checkbox', { name: 'Laat me weten wat jullie ermee doen' }).press('Space')
  await form.getByRole('textbox', { name: 'E-mailadres' }).fill('rollen@@example')
  await form.getByRole('button', { name: 'Versturen' }).press('Enter')
  await expect(form.getByRole('alert')).toHaveText('Dit e-mailadres klopt niet. Kijk je het even na?')
  await form.getByRole('textbox', { name: 'E-mailadres' }).fill('rollen@example.nl')
  await form.getByRole('button', { name: 'Versturen' }).press('Enter')
  const thanks = page.getByRole('dialog', { name: 'Dank je dat je het ons zegt.' })
  await expect(thanks.getByRole('link', { name: 'Open je pagina' })).toBeVisible()
  await thanks.getByRole('button', { name: 'Mijn feedback' }).press('Enter')
  const mine = page.getByRole('dialog', { name: 'Mijn feedback' })
  await mine.getByRole('listitem').filter({ hasText: 'Alleen met rollen' }).getByRole('button').press('Enter')
  const item = page.getByRole('dialog', { name: /Alleen met rollen en namen/ })
  await item.getByRole('textbox', { name: 'Schrijf een bericht' }).fill('En nog iets.')
  await item.getByRole('button', { name: 'Versturen' }).press('Enter')
  await expect(item.getByText('En nog iets.')).toBeVisible()
  await item.getByRole('button', { name: 'Sluiten' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Feedback' })).toBeFocused()
})
