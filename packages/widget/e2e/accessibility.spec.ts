import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, Widget } from './host-pages.ts'

for (const [colorScheme, viewport] of [
  ['light', { width: 1440, height: 900 }],
  ['dark', { width: 390, height: 844 }],
] as const) {
  test.describe(`${colorScheme}, ${viewport.width} px`, () => {
    test.use({ colorScheme, viewport })

    test('axe finds nothing in any step', async ({ page, product, shop }) => {
      const widget = new Widget(page)
      const { dialog } = widget
      const check = async (step: string) => {
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect.soft(violations.map(({ id, nodes }) => `${step}: ${id} ${nodes[0]?.html}`)).toEqual([])
      }
      await page.goto(shop.address())
      await expect(widget.button).toBeVisible()
      await check('button')
      await widget.open()
      await check('choose')
      await widget.choose('Klacht')
      await dialog.getByLabel('Laat me weten wat jullie ermee doen').check()
      await widget.send()
      await check('what is missing')
      await widget.message.fill(`Met de ogen dicht, ${colorScheme}.`)
      await dialog.getByRole('button', { name: '4', exact: true }).click()
      await dialog.getByLabel('E-mailadres').fill(`${colorScheme}@example.nl`)
      await check('form')
      await widget.send()
      await widget.hears('Dank je dat je het ons zegt.')
      await check('promise')
      const { body } = await product.api('GET', `/api/v1/feedback?q=${colorScheme}`)
      const outcome = await product.api('POST', '/api/v1/outcomes', {
        goalId: shop.goal.id,
        kind: 'not_doing',
        title: 'Voorlopig niet',
        did: 'We hebben er nu de mensen niet voor.',
        feedbackIds: [body.items[0].id],
      })
      await product.api('PUT', `/api/v1/outcomes/${outcome.body.id}/publication`, {})
      await dialog.getByRole('button', { name: 'Mijn feedback' }).click()
      await expect(dialog.locator('.item').first()).toBeVisible()
      await check('my feedback')
      await dialog.locator('.item').first().click()
      await dialog.getByRole('button', { name: 'Nee' }).click()
      await expect(dialog).toContainText('Het team kijkt er opnieuw naar.')
      await check('item')
    })
  })
}
