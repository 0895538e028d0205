import { expect, test } from '@klankbord/server/testing/fixtures'
import type { Locator } from '@playwright/test'
import { expectNoBarriers, settle } from './barriers.ts'
import { type Company, foundCompany } from './company.ts'
import { signIn } from './signed-in.ts'

test.use({ productEnv: { LOG_LEVEL: 'error' } })

let company: Company

test.beforeAll(async ({ product, host }) => {
  company = await foundCompany(product, host.origin, 'opmaak')
})

const choose = (area: Locator, words: string) =>
  area.evaluate((element: HTMLTextAreaElement, words) => {
    const from = element.value.indexOf(words)
    element.focus()
    element.setSelectionRange(from, from + words.length)
  }, words)

test('what is chosen in an answer is formatted with a button or a key, and undone as typing is', async ({ page, product }) => {
  await signIn(page, product)
  await page.goto(`${product.url}/admin/outcomes/${company.draftId}`)
  await settle(page)
  const area = page.getByLabel('Wat we deden', { exact: true })
  const bar = page.getByRole('toolbar', { name: 'Opmaak' }).first()
  await area.fill('Elke ochtend bellen we.\nOok op zaterdag.')

  await test.step('by button', async () => {
    await choose(area, 'bellen')
    await bar.getByRole('button', { name: 'Vet' }).click()
    await expect(area).toHaveValue('Elke ochtend **bellen** we.\nOok op zaterdag.')
    await expect(area).toBeFocused()
    await bar.getByRole('button', { name: 'Vet' }).click()
    await expect(area).toHaveValue('Elke ochtend bellen we.\nOok op zaterdag.')
  })

  await test.step('by key, and back with the key that undoes what was typed', async () => {
    await choose(area, 'zaterdag')
    await page.keyboard.press('Control+b')
    await expect(area).toHaveValue('Elke ochtend bellen we.\nOok op **zaterdag**.')
    await page.keyboard.press('Control+z')
    await expect(area).toHaveValue('Elke ochtend bellen we.\nOok op zaterdag.')
    await choose(area, 'zaterdag')
    await page.keyboard.press('Control+i')
    await expect(area).toHaveValue('Elke ochtend bellen we.\nOok op _zaterdag_.')
  })

  await test.step('words become a link with K; without any, K finds anything as everywhere', async () => {
    await choose(area, 'bellen we')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('https://bakker.example')
    await expect(area).toHaveValue('Elke ochtend [bellen we](https://bakker.example).\nOok op _zaterdag_.')
    await area.press('End')
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('lines become a list, and the preview shows it', async () => {
    await area.fill('Wat we doen:\n\nbellen\nmailen')
    await choose(area, 'bellen\nmailen')
    await bar.getByRole('button', { name: 'Lijst' }).click()
    await expect(area).toHaveValue('Wat we doen:\n\n- bellen\n- mailen')
    const preview = page.getByRole('region', { name: 'Zo leest de klant het' })
    await preview.getByRole('button', { name: 'Openbare pagina' }).click()
    await expect(preview.getByRole('listitem')).toHaveText(['bellen', 'mailen'])
  })

  await test.step('the bar is one stop for Tab, and the arrows go along it', async () => {
    await bar.getByRole('button', { name: 'Vet' }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(bar.getByRole('button', { name: 'Cursief' })).toBeFocused()
    await page.keyboard.press('End')
    await expect(bar.getByRole('button', { name: 'Link' })).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(area).toBeFocused()
    await page.keyboard.press('Shift+Tab')
    await expect(bar.getByRole('button', { name: 'Link' })).toBeFocused()
  })
  await expectNoBarriers(page)
})

test('the answer to one item has the same bar', async ({ page, product }) => {
  await signIn(page, product)
  await page.goto(`${product.url}/admin/inbox/waiting/${company.routed[0]}`)
  await page.getByRole('article').waitFor()
  await page.keyboard.press('a')
  const dialog = page.getByRole('dialog', { name: 'Antwoord en sluit' })
  const area = dialog.getByLabel('Ons antwoord')
  await expect(area).toBeFocused()
  await area.fill('Sorry dat het te laat was.')
  await choose(area, 'Sorry')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('https://bakker.example/sorry')
  await expect(area).toHaveValue('[Sorry](https://bakker.example/sorry) dat het te laat was.')
  await expect(dialog.getByRole('toolbar').first()).toBeVisible()
  await expectNoBarriers(page)
})
