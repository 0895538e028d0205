import { createHmac, generateKeyPairSync } from 'node:crypto'
import type { IdentityRefusal } from '@klankbord/shared/identity'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { engines } from '../../test/engines.ts'
import { signedByHost } from '../../test/host-tokens.ts'
import { ec, ed, type Identifying, jwk, openIdentifying, pem, rsa, SECRET } from '../../test/identifying.ts'

const otherRsa = generateKeyPairSync('rsa', { modulusLength: 2048 })

describe.each(engines)('$engine', ({ open }) => {
  let it: Identifying
  beforeEach(async () => {
    it = await openIdentifying(open)
  })
  afterEach(() => it.h.close())

  /** Refused everywhere with the same words, and for this reason to the admin. */
  const expectRefused = async (token: string, refusal: IdentityRefusal) => {
    const answer = await it.identify(token)
    expect([answer.status, answer.body.code]).toEqual([401, 'unauthenticated'])
    expect(await it.refusalOf(token)).toBe(refusal)
    expect(await it.customers()).toEqual([])
  }

  describe('who signed it', () => {
    test.each([
      ['RS256', rsa, pem],
      ['RS256', rsa, jwk],
      ['ES256', ec, pem],
      ['ES256', ec, jwk],
      ['EdDSA', ed, pem],
      ['EdDSA', ed, jwk],
    ] as const)('a token of %s is taken with the public key as PEM or JWK', async (algorithm, pair, write) => {
      expect((await it.addKey('k', algorithm, write(pair.publicKey))).status).toBe(201)
      expect((await it.identify(await it.sign(algorithm, pair.privateKey, { kid: 'k' }))).status).toBe(200)
    })

    test('a token that was signed with the secret is taken, with and without the name of its key', async () => {
      await it.addSecret()
      expect((await it.identify(signedByHost(it.site))).status).toBe(200)
      expect((await it.identify(signedByHost(it.site, {}, { alg: 'HS256', kid: 'eerste' }))).status).toBe(200)
    })

    test('keys follow one another: both are taken until the old one is removed', async () => {
      const { body: old } = await it.addSecret()
      await it.addKey('tweede', 'HS256', `${SECRET} nieuw`)
      const tokens = [signedByHost(it.site), signedByHost({ ...it.site, identitySecret: `${SECRET} nieuw` })]
      for (const token of tokens) expect((await it.identify(token)).status).toBe(200)
      expect((await it.admin('DELETE', `identity-keys/${old.id}`)).status).toBe(204)
      expect((await it.identify(tokens[0]!)).status).toBe(401)
      expect((await it.identify(tokens[1]!)).status).toBe(200)
    })

    test('without keys a it.site identifies nobody, and says so in its configuration', async () => {
      const identifies = async () => ((await it.h.request('GET', `/widget/v1/sites/${it.given.siteKey}`)).body as { identifies: boolean }).identifies
      expect(await identifies()).toBe(false)
      await expectRefused(signedByHost(it.site), 'no-keys')
      const { body } = await it.addSecret()
      expect(await identifies()).toBe(true)
      await it.admin('DELETE', `identity-keys/${body.id}`)
      expect(await identifies()).toBe(false)
    })

    test('a token without a signature is refused, however “none” is written', async () => {
      await it.addSecret()
      for (const alg of ['none', 'None', 'NONE', 'nOnE']) {
        const [head, payload] = signedByHost(it.site, {}, { alg }).split('.')
        await expectRefused(`${head}.${payload}.`, 'unsigned')
        await expectRefused(signedByHost(it.site, {}, { alg }), 'unsigned')
      }
      await expectRefused(signedByHost(it.site, {}, { typ: 'JWT' }), 'unsigned')
    })

    test('a signature that was cut off, or of another secret, is refused', async () => {
      await it.addSecret()
      const token = signedByHost(it.site)
      await expectRefused(token.slice(0, token.lastIndexOf('.') + 1), 'signature')
      await expectRefused(signedByHost({ ...it.site, identitySecret: `${SECRET}!` }), 'signature')
      await expectRefused(signedByHost({ ...it.site, identitySecret: '' }), 'signature')
      const [head, , signature] = token.split('.')
      const other = Buffer.from(JSON.stringify({ sub: 'iemand-anders', aud: it.given.siteKey, exp: 4102444800 })).toString('base64url')
      await expectRefused(`${head}.${other}.${signature}`, 'signature')
    })

    test.each(['PEM', 'PEM without its last line break', 'JWK'])(
      'the public key as %s is no secret: a token that was “signed” with it is refused',
      async (form) => {
        await it.addKey('k', 'RS256', pem(rsa.publicKey))
        const material = { PEM: pem(rsa.publicKey), JWK: jwk(rsa.publicKey) }[form] ?? pem(rsa.publicKey).trim()
        for (const header of [{ alg: 'HS256', kid: 'k' }, { alg: 'HS256' }])
          await expectRefused(signedByHost({ ...it.site, identitySecret: material }, {}, header), 'algorithm')
      },
    )

    test('a it.site with a secret and a public key does not take the one for the other', async () => {
      await it.addSecret()
      await it.addKey('k', 'RS256', pem(rsa.publicKey))
      await expectRefused(signedByHost({ ...it.site, identitySecret: pem(rsa.publicKey) }), 'signature')
      await expectRefused(signedByHost(it.site, {}, { alg: 'HS256', kid: 'k' }), 'algorithm')
      await expectRefused(await it.sign('RS256', rsa.privateKey, { kid: 'eerste' }), 'algorithm')
    })

    test('a key that the token brings along, or says where to find, is not looked at', async () => {
      await it.addKey('k', 'RS256', pem(rsa.publicKey))
      const own = JSON.parse(jwk(otherRsa.publicKey))
      for (const header of [{ jwk: own }, { jku: 'https://evil.example/keys' }, { x5u: 'https://evil.example/cert' }])
        await expectRefused(await it.sign('RS256', otherRsa.privateKey, { kid: 'k', ...header }), 'signature')
    })

    test('a key that the it.site does not have, and an algorithm that nobody checks, are refused', async () => {
      await it.addSecret()
      await expectRefused(signedByHost(it.site, {}, { alg: 'HS256', kid: 'tweede' }), 'unknown-key')
      await expectRefused(signedByHost(it.site, {}, { alg: 'HS256', kid: '../../dev/null' }), 'unknown-key')
      await expectRefused(signedByHost(it.site, {}, { alg: 'HS256', kid: "' or 1=1 --" }), 'unknown-key')
      await expectRefused(signedByHost(it.site, {}, { alg: 'HS512' }), 'algorithm')
      await expectRefused(await it.sign('PS256', rsa.privateKey), 'algorithm')
      await expectRefused(signedByHost(it.site, {}, { alg: 'HS256', kid: 7 }), 'malformed')
      await expectRefused(signedByHost(it.site, {}, { alg: 'HS256', crit: ['exp2'], exp2: 1 }), 'malformed')
    })

    test('what is no token at all is refused', async () => {
      await it.addSecret()
      for (const text of [
        'x',
        '..',
        'a.b.c',
        'null',
        '{}',
        `${signedByHost(it.site)}.`,
        ` ${signedByHost(it.site)}`,
        'a.b.c.d.e',
        `${'e'.repeat(4000)}.e.e`,
      ])
        await expectRefused(text, 'malformed')
      const list = Buffer.from('[]').toString('base64url')
      const head = Buffer.from('{"alg":"HS256"}').toString('base64url')
      await expectRefused(`${head}.${list}.${createHmac('sha256', SECRET).update(`${head}.${list}`).digest('base64url')}`, 'malformed')
    })
  })

  describe('what it says', () => {
    const now = 1772442000 // Monday 2 March 2026, 09:00 UTC
    test.each([
      ['expired', { exp: now - 10 }, 'expired'],
      ['not to be used yet', { nbf: now + 60 }, 'not-yet'],
      ['for another site', { aud: 'site_other' }, 'audience'],
      ['for nobody', { aud: undefined }, 'audience'],
      ['for several others', { aud: ['a', 'b'] }, 'audience'],
      ['without an end', { exp: undefined }, 'no-expiry'],
      ['with an end that is no time', { exp: 'later' }, 'no-expiry'],
      ['without a customer', { sub: undefined }, 'no-subject'],
      ['with an empty customer', { sub: '' }, 'no-subject'],
      ['with a number for a customer', { sub: 7 }, 'no-subject'],
      ['with a list for a customer', { sub: ['klant-1'] }, 'no-subject'],
      ['with a customer of control characters', { sub: 'a\u0000b' }, 'no-subject'],
      ['with a customer that is too long', { sub: 'a'.repeat(201) }, 'no-subject'],
    ] as const)('a token that is %s is refused', async (_, claims, refusal) => {
      await it.addSecret()
      await expectRefused(signedByHost(it.site, claims), refusal)
    })

    test('a token that ends between two looks is taken before and refused after', async () => {
      await it.addSecret()
      const token = signedByHost(it.site, { exp: now + 60 })
      expect((await it.identify(token)).status).toBe(200)
      it.h.pass({ minutes: 2 })
      expect((await it.identify(token)).status).toBe(401)
      expect(await it.refusalOf(token)).toBe('expired')
    })

    test('a trial says who the customer would be, and makes none', async () => {
      await it.addSecret()
      const { body } = await it.admin('POST', 'identity-trials', {
        token: signedByHost(it.site, { email: 'ADA@example.com', name: 'Ada', locale: 'nl-NL', plan: 'pro' }),
      })
      expect(body).toEqual({ refusal: null, customer: { externalId: 'klant-1', email: 'ada@example.com', name: 'Ada', locale: 'nl-NL' } })
      expect(await it.customers()).toEqual([])
    })

    test('of what can’t be used only that is left aside', async () => {
      await it.addSecret()
      const token = signedByHost(it.site, { email: 'no address', name: 7, locale: '!' })
      expect((await it.identify(token)).body).toMatchObject({ name: null, email: null })
      const unchecked = signedByHost(it.site, { email: 'ada@example.com', email_verified: false })
      expect((await it.identify(unchecked)).body.email).toBeNull()
    })
  })
})
