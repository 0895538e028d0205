import { expect, test } from '@klankbord/server/testing/fixtures'
import { signIn } from './signed-in.ts'

// A product of its own, since its public page is changed.
test.use({ productEnv: { LOG_LEVEL: 'error' } })

test('an admin finds the public page, and lets search engines find it or not', async ({ page, product }) => {
  await signIn(page, product)
  await page.goto(`${product.url}/admin/settings/public`)
  const address = (await page.getByRole('link', { name: 'Open de pagina' }).getAttribute('href')) ?? ''
  expect(address).toContain('/outcomes')
  const robots = async () => (await fetch(address)).headers.get('X-Robots-Tag')
  expect(await robots()).toBe('noindex')
  const found = page.getByLabel('Zoekmachines mogen deze pagina vinden')
  await found.check()
  await expect(page.getByText('Zoekmachines mogen de pagina nu vinden.')).toBeVisible()
  expect(await robots()).toBeNull()
  await page.reload()
  await expect(found).toBeChecked()
  await found.uncheck()
  await expect(page.getByText('Zoekmachines wordt gevraagd de pagina weg te laten.')).toBeVisible()
  expect(await robots()).toBe('noindex')
})
