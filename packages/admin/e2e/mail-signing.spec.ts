import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@klankbord/server/testing/fixtures'
import { barriersIn, expectNoBarriers, settle } from './barriers.ts'
import { signIn } from './signed-in.ts'

const records = join(tmpdir(), `klankbord-records-${process.pid}-${Date.now()}.json`)

test.use({
  productEnv: {
    MAIL_FROM: 'Bakker <no-reply@bakker.example>',
    RECORDS_FILE: records,
    NODE_OPTIONS: `--import=${new URL('./records.mjs', import.meta.url).href}`,
  },
})

test('a key that signs mail is made, published, found, put to use, undone and replaced', async ({ page, product }) => {
  await signIn(page, product)
  await page.goto(`${product.url}/admin/settings/mail`)
  await settle(page)
  const part = page.getByRole('region', { name: 'Handtekening van het domein (DKIM)' })
  await expect(part).toContainText('E-mails zijn niet ondertekend.')

  await test.step('the record to publish is shown, and can be copied', async () => {
    await part.getByRole('button', { name: 'Maak een sleutel' }).click()
    await expect(part.getByRole('group', { name: 'Naam' })).toContainText(/klankbord-\d{8}-[0-9a-f]{4}\._domainkey\.bakker\.example/)
    await expect(part.getByRole('group', { name: 'Waarde' })).toContainText(/v=DKIM1; k=rsa; p=MII/)
    await expect(part.getByRole('button', { name: 'Kopiëren' })).toHaveCount(2)
    await expect(part.getByText('Dit verandert')).toBeVisible()
    await expectNoBarriers(page)
  })

  const check = part.getByRole('button', { name: 'Kijk of het er staat' })
  const use = part.getByRole('button', { name: 'Onderteken met deze sleutel' })
  await test.step('while it is not in the DNS nothing is signed with it', async () => {
    await check.click()
    await expect(part.getByText('Het staat er nog niet. Na een wijziging kan het een uur duren.')).toBeVisible()
    await use.click()
    await expect(part.getByRole('alert')).toContainText('niet in de DNS gevonden, dus er is niets veranderd')
  })

  await test.step('once it is there, a person puts it to use, and can undo that', async () => {
    const name = (await part.getByRole('group', { name: 'Naam' }).locator('code').textContent()) ?? ''
    const value = (await part.getByRole('group', { name: 'Waarde' }).locator('code').textContent()) ?? ''
    await writeFile(records, JSON.stringify({ [name]: [value.slice(0, 255), value.slice(255)] }))
    await check.click()
    await expect(part.getByText('Het staat er. Je kunt nu met deze sleutel ondertekenen.')).toBeVisible()
    await use.click()
    await expect(part).toContainText('Ondertekend met een sleutel van')
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect(part).not.toContainText('Ondertekend met een sleutel van')
    const { body } = await product.api('GET', '/api/v1/mail/signing')
    const [{ id }] = body.keys
    expect((await product.api('PUT', '/api/v1/mail/signing', { keyId: id })).status).toBe(200)
    await page.reload()
    await expect(part).toContainText('Ondertekend met een sleutel van')
  })

  await test.step('another key leaves the one before in use until it is chosen itself', async () => {
    await part.getByRole('button', { name: 'Maak een andere sleutel' }).click()
    await expect(part.getByRole('region', { name: 'De nieuwe sleutel' })).toContainText('De sleutel van nu stopt.')
    await expect(part).toContainText('Ondertekend met een sleutel van')
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await barriersIn(page)).toEqual([])
  })
})
