import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@klankbord/server/testing/fixtures'
import type { Page } from '@playwright/test'
import { expectNoBarriers, settle } from './barriers.ts'
import { type Company, foundCompany } from './company.ts'
import { signIn } from './signed-in.ts'

test.use({ productEnv: { LOG_LEVEL: 'error' } })

let company: Company

test.beforeAll(async ({ product, host }) => {
  company = await foundCompany(product, host.origin, 'beeld')
})

const path = fileURLToPath(new URL('../../../docs/pictures/inbox.png', import.meta.url))
const picture = async () => [...(await readFile(path))]

/** Brings a file as the browser does when somebody pastes it, or drops it. */
const bring = async (page: Page, how: 'paste' | 'drop', name = 'bank.png', type = 'image/png') =>
  page.evaluate(
    ([bytes, how, name, type]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([new Uint8Array(bytes)], name, { type }))
      const options = { bubbles: true, cancelable: true }
      document.body.dispatchEvent(
        how === 'paste'
          ? new ClipboardEvent('paste', { ...options, clipboardData: transfer })
          : new DragEvent('drop', { ...options, dataTransfer: transfer }),
      )
    },
    [await picture(), how, name, type] as const,
  )

test('pictures come by choice, by paste and by drag, say what they show before it can go out, and reach who reads it', async ({ page, product }) => {
  await signIn(page, product)
  await page.goto(`${product.url}/admin/outcomes/${company.draftId}`)
  const field = page.getByRole('group', { name: 'Afbeeldingen' })
  const publish = page.getByRole('button', { name: 'Publiceren', exact: true })
  const shown = page.getByRole('region', { name: 'Zo leest de klant het' }).getByRole('img')

  await page.getByLabel('Kies een afbeelding').setInputFiles(path)
  await expect(field.getByRole('listitem')).toHaveCount(1)
  await bring(page, 'paste')
  await expect(field.getByRole('listitem')).toHaveCount(2)
  await bring(page, 'drop')
  await expect(field.getByRole('listitem')).toHaveCount(3)
  await expect(publish).toBeDisabled()
  await expect(page.getByText('zeg van elke afbeelding wat die laat zien')).toBeVisible()

  await test.step('what it is goes by what is in it; what is no picture is refused with a reason and what to do', async () => {
    await bring(page, 'drop', 'offerte.heic', 'image/heic')
    // What it is called says nothing: it is the picture that it was.
    await expect(field.getByRole('listitem')).toHaveCount(4)
    await page.getByLabel('Kies een afbeelding').setInputFiles({ name: 'brief.txt', mimeType: 'text/plain', buffer: Buffer.from('geen plaatje') })
    await expect(field.getByText('brief.txt: dit is geen afbeelding die elke lezer kan zien.')).toBeVisible()
  })

  await test.step('one is taken away with the keyboard, another moved', async () => {
    for (const at of [4, 3]) {
      await field.getByRole('button', { name: `Haal afbeelding ${at} weg` }).focus()
      await page.keyboard.press('Enter')
    }
    await expect(field.getByRole('listitem')).toHaveCount(2)
    await field.getByLabel('Wat afbeelding 1 laat zien').fill('De oude bank')
    await field.getByLabel('Wat afbeelding 2 laat zien').fill('De nieuwe bank')
    await field.getByRole('button', { name: 'Zet afbeelding 2 hoger' }).click()
    await expect(shown).toHaveCount(2)
    await expect(shown.first()).toHaveAttribute('alt', 'De nieuwe bank')
    await settle(page)
    await expectNoBarriers(page)
  })

  await test.step('it is kept, and stands in the mail as it will travel', async () => {
    await expect(page.getByRole('status').filter({ hasText: 'Concept bewaard' })).toBeVisible()
    await page.getByRole('button', { name: 'E-mail' }).click()
    const inMail = page.frameLocator('iframe[title="De e-mail"]').getByRole('img', { name: 'De nieuwe bank' })
    await expect(inMail).toBeVisible()
    expect(await inMail.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
    // Many mail programs hold pictures back at first.
    const src = (await page.locator('iframe[title="De e-mail"]').getAttribute('src')) ?? ''
    const html = await (await page.request.get(new URL(src, product.url).href)).text()
    const letter = await page.context().newPage()
    await letter.setViewportSize({ width: 320, height: 640 })
    await letter.setContent(html.replaceAll(/src="[^"]*"/g, 'src="data:,"'))
    expect(await letter.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await letter.close()
    await page.reload()
    await expect(field.getByLabel('Wat afbeelding 1 laat zien')).toHaveValue('De nieuwe bank')
  })
})
