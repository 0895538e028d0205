import { expect, test } from '@klankbord/server/testing/fixtures'
import { foundCompany } from './company.ts'
import { signIn } from './signed-in.ts'

// A product of its own, in which nobody has said anything yet.
test.use({ productEnv: { MAIL_FROM: 'Kringloop <kringloop@localhost>' } })

test('the loop says what to do while nothing came in; then it shows where it leaks, and each number opens its list', async ({
  page,
  product,
  host,
}) => {
  await signIn(page, product)
  await page.goto(`${product.url}/admin/loop`)
  await expect(page.getByRole('link', { name: 'Naar de sites' })).toBeVisible()
  await foundCompany(product, host.origin, 'kringloop')
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Kringloop' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Waar het goed gaat, en waar niet' })).toBeVisible()
  await expect(page.getByRole('img', { name: /Complimenten en klachten door de tijd/ })).toBeVisible()
  if (process.env.PICTURES)
    for (const [width, scheme] of [
      [1440, 'light'],
      [390, 'dark'],
    ] as const) {
      await page.emulateMedia({ colorScheme: scheme })
      await page.setViewportSize({ width, height: 1000 })
      await page.screenshot({ path: `${process.env.PICTURES}/loop-${width}-${scheme}.png`, fullPage: true })
    }
  await page.getByRole('listitem').filter({ hasText: 'Echt verteld' }).getByRole('link').click()
  await expect(page).toHaveURL(/\/admin\/inbox\/all\?.*loop=told/)
  await expect(page.getByText('Echt verteld')).toBeVisible()
})
