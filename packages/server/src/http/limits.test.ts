import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import type { Env } from './context.ts'
import { clientAddress, createLimit } from './limits.ts'

const config = (trustProxy: number) => readConfig({ TRUST_PROXY: String(trustProxy), SECRET_KEY: 'a secret key for tests, long enough' })

/** The address that counts for a request that came in from `remoteAddress`. */
async function addressOf(trustProxy: number, remoteAddress: string, forwardedFor?: string) {
  const app = new Hono<Env>().get('/', (c) => c.text(clientAddress(c, config(trustProxy))))
  const headers = forwardedFor === undefined ? undefined : { 'X-Forwarded-For': forwardedFor }
  return (await app.request('/', { headers }, { incoming: { socket: { remoteAddress, remotePort: 1, remoteFamily: 'IPv4' } } })).text()
}

describe('the address of who asks', () => {
  test.each([
    ['without a proxy it is who connects, whatever they say of themselves', 0, '203.0.113.9', '198.51.100.1, 10.0.0.1', '203.0.113.9'],
    ['behind one proxy it is what that proxy saw', 1, '10.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['a made-up address before what the proxy saw counts for nothing', 1, '10.0.0.1', '198.51.100.1, 203.0.113.9', '203.0.113.9'],
    ['behind two proxies it is what the outer one saw', 2, '10.0.0.1', '198.51.100.1, 203.0.113.9, 10.0.0.2', '203.0.113.9'],
    ['a proxy that says nothing is itself who asks', 1, '10.0.0.1', undefined, '10.0.0.1'],
    ['a list that is too short gives its first', 3, '10.0.0.1', '203.0.113.9', '203.0.113.9'],
  ])('%s', async (_, trustProxy, connected, forwardedFor, expected) => {
    expect(await addressOf(trustProxy, connected, forwardedFor)).toBe(expected)
  })
})

describe('a limit', () => {
  const limit = createLimit({ requests: 2, seconds: 60 }, { rateLimit: true })

  test('refuses the one too many, says when to come back, and counts each key alone', async () => {
    await limit('ada')
    await limit('ada')
    await expect(limit('ada')).rejects.toMatchObject({ code: 'too-many-requests', retryAfter: 60 })
    await limit('eva')
  })

  test('lets one more through for one that was given back', async () => {
    await limit('noor')
    await limit('noor')
    await limit.giveBack('noor')
    await limit('noor')
    await expect(limit('noor')).rejects.toMatchObject({ code: 'too-many-requests' })
  })

  test('that is off counts nothing', async () => {
    const off = createLimit({ requests: 1, seconds: 60 }, { rateLimit: false })
    for (let i = 0; i < 5; i++) await off('ada')
  })
})
