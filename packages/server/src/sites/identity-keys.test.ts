import { generateKeyPairSync } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { engines } from '../../test/engines.ts'
import { signedByHost } from '../../test/host-tokens.ts'
import { ec, type Identifying, jwk, openIdentifying, pem, rsa, SECRET } from '../../test/identifying.ts'

describe.each(engines)('$engine', ({ open }) => {
  let it: Identifying
  beforeEach(async () => {
    it = await openIdentifying(open)
  })
  afterEach(() => it.h.close())

  describe('keys', () => {
    test.each([
      ['a secret that is too short', 'HS256', 'kort'],
      ['a key in a file as a secret', 'HS256', pem(rsa.publicKey)],
      ['a private key', 'RS256', String(rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }))],
      ['a private key as JWK', 'ES256', jwk(ec.privateKey)],
      ['a key of another kind', 'RS256', pem(ec.publicKey)],
      ['a key on another curve', 'ES256', pem(generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey)],
      ['an RSA key that is too small', 'RS256', pem(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey)],
      ['a secret as JWK', 'EdDSA', '{"kty":"oct","k":"AAAA"}'],
      ['words', 'EdDSA', 'this is no key'],
    ])('%s is refused', async (_, algorithm, key) => {
      const { status, body } = await it.addKey('k', algorithm, key)
      expect([status, body.errors?.[0]?.path]).toEqual([400, 'key'])
      expect(JSON.stringify(body)).not.toContain(key.slice(0, 40))
    })

    test('are never shown again, and a secret can’t be read from the database', async () => {
      const added = await it.addSecret()
      const listed = await it.admin('GET', 'identity-keys')
      expect(listed.body.items).toEqual([{ id: added.body.id, kid: 'eerste', algorithm: 'HS256', createdAt: '2026-03-02T09:00:00.000Z' }])
      const rows = JSON.stringify([
        await it.h.deps.db.everywhere.selectFrom('identityKeys').selectAll().execute(),
        await it.h.deps.db.everywhere.selectFrom('events').selectAll().execute(),
      ])
      for (const shown of [JSON.stringify(added.body), JSON.stringify(listed.body), rows]) expect(shown).not.toContain(SECRET.slice(0, 10))
      expect(rows).not.toContain(Buffer.from(SECRET).toString('base64url').slice(0, 20))
    })

    test('that were kept with another SECRET_KEY say nothing, and the trial says why', async () => {
      await it.addSecret()
      it.h.deps.config.secretKey = 'another secret key of the server, long enough'
      expect(await it.refusalOf(signedByHost(it.site))).toBe('unreadable-key')
      expect((await it.identify(signedByHost(it.site))).status).toBe(401)
    })

    test('have a name of their own, and there are at most ten', async () => {
      await it.addSecret()
      expect((await it.addSecret()).body.errors[0].path).toBe('kid')
      for (let i = 2; i <= 10; i++) expect((await it.addKey(`k${i}`, 'HS256', SECRET)).status).toBe(201)
      expect((await it.addKey('k11', 'HS256', SECRET)).status).toBe(409)
    })
  })
})
