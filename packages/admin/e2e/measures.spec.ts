import { expect, test } from '@klankbord/server/testing/fixtures'
import { signIn } from './signed-in.ts'

// A product of its own, since what is in the list is counted.
test.use({ productEnv: { LOG_LEVEL: 'fatal' } })

const month = (back: number) => {
  const now = new Date()
  return new Date(Date.UTC(now.getFullYear(), now.getMonth() - back, 1)).toISOString().slice(0, 7)
}

test('a colleague starts a measure from a template, fills values in with the keyboard, imports a file, and takes it back', async ({
  page,
  product,
}) => {
  await signIn(page, product)
  await page.goto(`${product.url}/admin/measures`)

  await test.step('the first measure begins with a template', async () => {
    await page.getByRole('button', { name: 'Ziekteverzuim' }).click()
    await page.getByLabel('Waar het heen wil').fill('4,5')
    await page.getByRole('button', { name: 'Dit gaan we volgen' }).click()
    await expect(page.getByRole('article')).toContainText('Streven 4,5%')
    await page.getByRole('button', { name: 'Nieuwe meting' }).click()
    await page.getByRole('button', { name: 'Hoe lang vacatures openstaan' }).click()
    await page.getByRole('button', { name: 'Dit gaan we volgen' }).click()
    await expect(page.getByRole('article')).toHaveCount(2)
  })

  await test.step('a number and Enter, and the next row has the focus', async () => {
    await page.getByRole('link', { name: 'Waarden invullen' }).click()
    const [first, second] = [page.getByRole('textbox', { name: 'Ziekteverzuim' }), page.getByRole('textbox', { name: 'Hoe lang' })]
    await first.focus()
    await page.keyboard.type('5,8')
    await page.keyboard.press('Enter')
    await expect(second).toBeFocused()
    await page.keyboard.type('veel')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toHaveText('Dit is geen getal')
    await second.fill('64')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status').filter({ hasText: '64 dagen' })).toBeVisible()
    await page.getByRole('link', { name: 'Overzicht' }).click()
    await expect(page.getByRole('article').first()).toContainText('5,8%')
    await expect(page.getByRole('article').last()).toContainText('64 dagen')
  })

  await test.step('a file with a wrong cell is told by line, and nothing of it is stored', async () => {
    await page.getByRole('button', { name: 'Importeren' }).click()
    const wrong = `Maand;Ziekteverzuim;Hoe lang vacatures openstaan;Opmerking\n${month(2)};5,1;71;\n${month(1)};griep;66;veel ziek\n`
    await page.getByLabel('Bestand').setInputFiles({ name: 'hr.csv', mimeType: 'text/csv', buffer: Buffer.from(wrong) })
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('alert')).toContainText('Regel 3, Ziekteverzuim: griep is geen getal')
    await expect(dialog.getByRole('button', { name: /importeren/ })).toBeDisabled()
    await dialog.getByRole('button', { name: 'Ander bestand' }).click()
    await page.getByLabel('Of plak hier').fill(wrong.replaceAll(';', '\t').replace('griep', '6,2'))
    await dialog.getByRole('button', { name: 'Eerst bekijken' }).click()
    await dialog.getByRole('button', { name: '4 waarden importeren' }).click()
    await expect(page.getByRole('img', { name: 'Ziekteverzuim: van 5,1% naar 5,8%' })).toBeVisible()
  })

  await test.step('the import is taken back, and what was entered by hand stays', async () => {
    await page.getByRole('status').filter({ hasText: '4 waarden geïmporteerd' }).getByRole('button').click()
    await expect(page.getByRole('img', { name: 'Ziekteverzuim: van 5,8% naar 5,8%' })).toBeVisible()
  })

  await test.step('the measure shows its line, the same as a table, and what happened', async () => {
    await page.getByRole('link', { name: 'Ziekteverzuim' }).click()
    await expect(page.getByRole('img', { name: 'Ziekteverzuim: van 5,8% naar 5,8%' })).toBeVisible()
    await expect(page.getByRole('region', { name: 'De getallen' }).last().getByRole('row')).toHaveCount(2)
    await page.getByText('Geschiedenis').click()
    await expect(page.getByRole('listitem').filter({ hasText: 'Geïmporteerd' })).toContainText('2 waarden')
    await expect(page.getByRole('listitem').filter({ hasText: 'Import teruggenomen' })).toBeVisible()
  })
})
