import type { Product } from '@klankbord/server/testing'

/** So many items said through the widget, a few at a time. */
export async function sayMany(
  product: Product,
  origin: string,
  siteKey: string,
  count: number,
  said: (index: number) => { kind: string; message: string },
) {
  const at = async (index: number) => {
    const headers = { Origin: origin, 'Idempotency-Key': `many-${index}` }
    const { status } = await product.request('POST', `/widget/v1/sites/${siteKey}/feedback`, { locale: 'nl', ...said(index) }, headers)
    if (status !== 201) throw new Error(`Item ${index} was not taken: ${status}`)
  }
  for (let index = 0; index < count; index += 10)
    await Promise.all(Array.from({ length: Math.min(10, count - index) }, (_, more) => at(index + more)))
}
