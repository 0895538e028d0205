import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Product, startProduct } from './product.ts'

describe.each(['sqlite', 'postgres'] as const)('%s', (engine) => {
  let product: Product
  beforeAll(async () => {
    product = await startProduct({ engine, env: { SITE_ORIGINS: 'http://localhost:5000' } })
  })
  afterAll(() => product?.stop())

  test('the owner of the environment can sign in', async () => {
    expect(await product.api('GET', '/api/v1/me')).toMatchObject({ status: 200, body: { role: 'owner' } })
  })

  test('a stop by SIGTERM ends with 0, and what was kept is there after the next start', async () => {
    const { body } = await product.api('GET', '/api/v1/sites')
    expect(await product.kill('SIGTERM')).toEqual({ code: 0, signal: null })
    await product.start()
    expect((await product.api('GET', '/api/v1/sites')).body).toEqual(body)
  })
})
