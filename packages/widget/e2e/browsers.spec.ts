import { existsSync } from 'node:fs'
import { firefox, webkit } from '@playwright/test'
import { expect, test, Widget } from './host-pages.ts'

for (const type of [firefox, webkit])
  test(`${type.name()}: a customer says something and finds it back`, async ({ shop }) => {
    test.skip(!existsSync(type.executablePath()), `${type.name()} is not installed here: npx playwright install ${type.name()}`)
    const browser = await type.launch()
    const page = await browser.newPage({ locale: 'nl-NL' })
    const widget = new Widget(page)
    await page.goto(shop.address())
    await widget.open()
    await widget.say('Klacht', `Gezegd in ${type.name()}.`)
    await widget.send()
    await widget.hears('Dank je dat je het ons zegt.')
    await widget.dialog.getByRole('button', { name: 'Mijn feedback' }).click()
    await expect(widget.dialog.getByText(`Gezegd in ${type.name()}.`)).toBeVisible()
    await browser.close()
  })
