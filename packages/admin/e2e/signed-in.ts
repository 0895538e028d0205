import type { Product } from '@klankbord/server/testing'
import type { Page } from '@playwright/test'

/** Signs the owner in through the sign-in page, and waits for the inbox. */
export async function signIn(page: Page, { url, owner }: Pick<Product, 'url' | 'owner'>) {
  await page.goto(`${url}/admin/sign-in`)
  await page.getByLabel('E-mailadres').fill(owner.email)
  await page.getByLabel('Wachtwoord').fill(owner.password)
  await page.getByRole('button', { name: 'Inloggen' }).click()
  await page.getByRole('heading', { name: 'Toe te wijzen', level: 1 }).waitFor()
}
