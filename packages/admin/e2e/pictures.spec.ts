import { expect, test } from '@klankbord/server/testing/fixtures'
import { type Company, foundCompany } from './company.ts'
import { signIn } from './signed-in.ts'

let company: Company

test.beforeAll(async ({ product, host }) => {
  company = await foundCompany(product, host.origin, 'plaatjes')
})

test('a colleague looks at the pictures that came with an item, with the keyboard alone', async ({ page, product }) => {
  await signIn(page, product)
  await page.goto(`${product.url}/admin/inbox/waiting/${company.routed[0]}`)
  const pictures = page.getByRole('list', { name: 'Afbeeldingen die erbij zaten' })
  await expect(pictures.getByRole('listitem')).toHaveCount(2)
  for (const image of await pictures.getByRole('img').all())
    expect(await image.evaluate((node: HTMLImageElement) => node.decode().then(() => 'seen'))).toBe('seen')

  const first = pictures.getByRole('button', { name: 'Afbeelding van de klant, 1 van 2' })
  await first.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Afbeelding van de klant, 1 van 2' })
  await expect(dialog).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('dialog', { name: 'Afbeelding van de klant, 2 van 2' })).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowLeft')
  await expect(dialog).toBeVisible()

  const download = page.waitForEvent('download')
  await dialog.getByRole('link', { name: 'Download' }).click()
  expect((await download).suggestedFilename()).toMatch(/^klankbord-[\d-]+-\w+\.webp$/)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(first).toBeFocused()
})
