import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { IdentityRefusal } from '@klankbord/shared/identity'
import { SignJWT } from 'jose'
import { mountIdentityKeys } from '../src/sites/identity-http.ts'
import { askingAs } from './asking-as.ts'
import { type Given, givenOrganisation, SITE_ORIGIN } from './builders.ts'
import type { Engine } from './engines.ts'
import { openHarness } from './harness.ts'

export const SECRET = 'een geheim dat alleen de webwinkel kent'
export const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
export const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
export const ed = generateKeyPairSync('ed25519')
export const pem = (key: KeyObject) => String(key.export({ type: 'spki', format: 'pem' }))
export const jwk = (key: KeyObject) => JSON.stringify(key.export({ format: 'jwk' }))

interface Identified {
  customerToken: string
  name: string | null
  email: string | null
  code: string
}

interface Submitted {
  id: string
  customerToken?: string
  mail: string
  code: string
  errors?: unknown
}

export type Identifying = Awaited<ReturnType<typeof openIdentifying>>

/** A site whose customers are signed in by the host, asked as the widget and the admin app do. */
export async function openIdentifying(open: Engine['open']) {
  const h = await openHarness(open)
  const given: Given = await givenOrganisation(h.deps)
  const { siteKey, siteId } = given
  let count = 0
  const admin = (method: string, path: string, body?: object) =>
    askingAs(h.deps, mountIdentityKeys, given.scope)(method, `/api/v1/sites/${siteId}/${path}`, body)
  const addKey = (kid: string, algorithm: string, key: string) => admin('POST', 'identity-keys', { kid, algorithm, key })
  return {
    h,
    given,
    site: { siteKey, identitySecret: SECRET },
    admin,
    addKey,
    addSecret: () => addKey('eerste', 'HS256', SECRET),
    identify: (token: string) =>
      h.request('POST', `/widget/v1/sites/${siteKey}/identity`, { body: { token }, headers: { Origin: SITE_ORIGIN } }) as Promise<{
        status: number
        body: Identified
      }>,
    refusalOf: async (token: string) => (await admin('POST', 'identity-trials', { token })).body.refusal as IdentityRefusal | null,
    customers: () => h.deps.db.everywhere.selectFrom('customers').selectAll().execute(),
    submit: (body: object, headers: Record<string, string> = {}) =>
      h.request('POST', `/widget/v1/sites/${siteKey}/feedback`, {
        body: { kind: 'idea', message: 'Zet een bankje bij de deur', ...body },
        headers: { Origin: SITE_ORIGIN, 'Idempotency-Key': `key-${++count}`, ...headers },
      }) as Promise<{ status: number; body: Submitted }>,
    listOf: async (token: string) => {
      const { body } = await h.request('GET', '/widget/v1/mine/feedback', { headers: { Authorization: `Bearer ${token}` } })
      return (body as { items: { id: string }[] }).items.map(({ id }) => id)
    },
    /** For an hour from the moment at which a test starts. */
    sign: (algorithm: string, key: KeyObject, header: object = {}) =>
      new SignJWT({})
        .setProtectedHeader({ alg: algorithm, ...header })
        .setSubject('klant-1')
        .setAudience(siteKey)
        .setExpirationTime(new Date('2026-03-02T10:00:00Z'))
        .sign(key),
  }
}
