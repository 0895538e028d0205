import { createHash } from 'node:crypto'
import type { MailSigning } from '@klankbord/shared/mails'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { askingAs } from '../../test/asking-as.ts'
import { type Given, givenFeedback, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { mountChanges } from '../changes/http.ts'
import { composers } from '../deliveries.ts'
import type { Mail } from '../mail/mailer.ts'
import { writeMessage } from '../mail/mime.ts'
import { enqueue } from '../outbox/outbox.ts'
import { startWorker } from '../outbox/worker.ts'
import { changeSigning, checkSigning, makeSigningKey, signingSetting } from './change-signing.ts'
import { mountMails } from './http.ts'

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  let ours: Given
  let theirs: Given
  /** What stands in the DNS. */
  let dns: Map<string, string[][]>
  beforeEach(async () => {
    h = await openHarness(open, { MAIL_FROM: 'Bakker <no-reply@bakker.example>' })
    ours = await givenOrganisation(h.deps)
    theirs = await givenOrganisation(h.deps, 'Anders')
    dns = new Map()
  })
  afterEach(() => h.close())

  const lookUp = async (name: string) => dns.get(name) ?? Promise.reject(Object.assign(new Error(name), { code: 'ENOTFOUND' }))
  const make = async (given = ours) => {
    h.pass({ minutes: 1 })
    const [key] = (await makeSigningKey(h.deps, given.scope)).keys
    if (!key) throw new Error('No key was made')
    return key
  }
  /** As a provider of DNS keeps a long text: in pieces. */
  const publish = ({ name, value }: MailSigning['keys'][number]) => dns.set(name, [[value.slice(0, 255), value.slice(255)]])
  const use = (keyId: string | null, version?: string) => changeSigning(h.deps, ours.scope, { keyId, version }, lookUp)
  const states = ({ keys }: MailSigning) => keys.map(({ id, state }) => [id, state])
  const ask = (method: string, path: string, body?: unknown, given = ours) => {
    const mounts: typeof mountMails = (app, deps) => {
      mountMails(app, deps)
      mountChanges(app, deps, { 'mail.signing': signingSetting })
    }
    return askingAs(h.deps, mounts, given.scope)(method, `/api/v1${path}`, body)
  }

  async function receive(given = ours): Promise<Mail> {
    const { db, clock } = h.deps
    const { id, customerId } = await givenFeedback(h.deps, given, { email: 'ada@example.com' })
    const about = { kind: 'receipt' as const, payload: { feedbackItemId: id }, aboutId: id, customerId, receiver: 'ada@example.com' }
    await enqueue(db, given.scope, [{ ...about, id: `receipt:${id}` }], clock())
    await startWorker(h.deps, composers, [], { pollMs: null }).runOnce()
    const mail = h.mails.at(-1)
    if (!mail) throw new Error('No mail came')
    return mail
  }
  /** What another program than ours finds of the signature, by the records that were published. */
  async function signatures(mail: Mail) {
    const { content } = await writeMessage(mail, h.deps.config, h.deps.clock())
    const { results } = await dkimVerify(content, { resolver: lookUp })
    return results.map(({ signingDomain, status, selector }) => [signingDomain, selector, status.result]).filter(([domain]) => domain)
  }

  test('a key signs nothing until a person puts it to use, and then all mail, as another program than ours finds', async () => {
    const key = await make()
    publish(key)
    expect(await signatures(await receive())).toEqual([])
    expect(states(await use(key.id))).toEqual([[key.id, 'used']])
    expect(await signatures(await receive())).toEqual([['bakker.example', key.name.split('.')[0], 'pass']])
    const trial = await ask('POST', '/mail/trials')
    expect(trial.status).toBe(200)
    expect((await signatures(h.mails.at(-1) as Mail)).map(([, , result]) => result)).toEqual(['pass'])
    expect((await ask('GET', '/mail')).body.signing).toEqual({ name: key.name, value: key.value })
    // Another organisation on this server signs as it did.
    expect(await signatures(await receive(theirs))).toEqual([])
  })

  test('a key is of 2048 bits, with a record that can be published as it stands', async () => {
    const { name, value } = await make()
    expect(name).toMatch(/^klankbord-20260302-[0-9a-f]{4}\._domainkey\.bakker\.example$/)
    const der = Buffer.from(/^v=DKIM1; k=rsa; p=([A-Za-z0-9+/=]+)$/.exec(value)?.[1] ?? '', 'base64')
    // The head of a public key in SPKI, with a modulus of 257 bytes: 2048 bits behind a zero.
    expect(der.subarray(0, 4).toString('hex')).toBe('30820122')
    expect(der).toHaveLength(294)
  })

  test.each<[string, (name: string) => void, RegExp]>([
    ['is not there yet', () => {}, /not in the DNS yet/],
    ['is of another key', (name) => dns.set(name, [['v=DKIM1; k=rsa; p=AAAA']]), /with another key/],
  ])('a key whose record %s is not put to use', async (_, stands, words) => {
    const key = await make()
    stands(key.name)
    const refused = await use(key.id).catch((error) => error)
    expect(refused).toMatchObject({ code: 'bad-input', fields: [{ path: 'keyId', message: expect.stringMatching(words) }] })
    expect(await signatures(await receive())).toEqual([])
  })

  test('what can’t be asked of the DNS is not put to use, and says so', async () => {
    const key = await make()
    const silent = () => Promise.reject(Object.assign(new Error('x'), { code: 'ETIMEOUT' }))
    expect(await checkSigning(h.deps, ours.scope, key.id, silent)).toBe('unknown')
    await expect(changeSigning(h.deps, ours.scope, { keyId: key.id }, silent)).rejects.toMatchObject({
      fields: [{ message: expect.stringContaining('did not answer') }],
    })
  })

  test('a check tells what the DNS says of each key, and notes when it was seen', async () => {
    const key = await make()
    expect(await checkSigning(h.deps, ours.scope, undefined, lookUp)).toBe('unsigned')
    expect(await checkSigning(h.deps, ours.scope, key.id, lookUp)).toBe('no')
    publish(key)
    expect(await checkSigning(h.deps, ours.scope, key.id, lookUp)).toBe('yes')
    expect((await ask('GET', '/mail/signing')).body.keys).toEqual([
      expect.objectContaining({ id: key.id, state: 'new', foundAt: h.deps.clock().toISOString() }),
    ])
    await expect(checkSigning(h.deps, theirs.scope, key.id, lookUp)).rejects.toMatchObject({ code: 'not-found' })
    await expect(changeSigning(h.deps, theirs.scope, { keyId: key.id }, lookUp)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('another key takes over: until then the one before signs, and what that signed still holds', async () => {
    const first = await make()
    publish(first)
    await use(first.id)
    const second = await make()
    publish(second)
    const before = await receive()
    expect((await signatures(before)).map(([, selector]) => selector)).toEqual([first.name.split('.')[0]])
    expect(states(await use(second.id))).toEqual([
      [second.id, 'used'],
      [first.id, 'replaced'],
    ])
    expect((await signatures(await receive())).map(([, selector, result]) => [selector, result])).toEqual([[second.name.split('.')[0], 'pass']])
    expect((await signatures(before)).map(([, , result]) => result)).toEqual(['pass'])
  })

  test('one that was made and never used is let go when another is made', async () => {
    const first = await make()
    publish(first)
    await use(first.id)
    await make()
    const third = await make()
    expect(states((await ask('GET', '/mail/signing')).body)).toEqual([
      [third.id, 'new'],
      [first.id, 'used'],
    ])
  })

  test('putting a key to use can be undone, and no mail is lost by it', async () => {
    const first = await make()
    publish(first)
    await use(first.id)
    const { items } = (await ask('GET', `/settings/changes?aboutId=${ours.scope.organisationId}`)).body
    expect(items[0]).toMatchObject({ type: 'mail.signing', from: { signingKey: null }, to: { signingKey: first.id } })
    expect((await ask('POST', `/settings/changes/${items[0].id}/undo`)).status).toBe(204)
    expect(await signatures(await receive())).toEqual([])
    expect(h.mails).toHaveLength(1)
    const [undone] = (await ask('GET', `/settings/changes?aboutId=${ours.scope.organisationId}`)).body.items
    expect((await ask('POST', `/settings/changes/${undone.id}/undo`)).status).toBe(204)
    expect((await signatures(await receive())).map(([, , result]) => result)).toEqual(['pass'])
  })

  test('of two who choose at once the second sees what the first chose', async () => {
    const key = await make()
    publish(key)
    const { version } = (await ask('GET', '/mail/signing')).body
    await use(key.id, version)
    await expect(use(null, version)).rejects.toMatchObject({ code: 'stale' })
    expect(states(await use(null))).toEqual([[key.id, 'replaced']])
  })

  test('the private half is in no answer, no history and no row as it is', async () => {
    const key = await make()
    publish(key)
    await use(key.id)
    const answers = [
      await ask('GET', '/mail/signing'),
      await ask('GET', '/mail'),
      await ask('POST', '/mail/signing-keys'),
      await ask('GET', '/settings/changes'),
    ]
    const rows = await h.deps.db.within(ours.scope).selectFrom('signingKeys').selectAll().execute()
    const events = await h.deps.db.within(ours.scope).selectFrom('events').selectAll().execute()
    const [sealed] = rows.map(({ sealed }) => sealed)
    expect(sealed).toMatch(/^[\w-]{2000,}$/)
    for (const said of [...answers, ...events]) {
      expect(JSON.stringify(said)).not.toContain('PRIVATE')
      expect(JSON.stringify(said)).not.toContain(String(sealed))
    }
    expect(JSON.stringify(rows)).not.toContain('PRIVATE')
    expect(new Set(rows.map(({ sealed }) => createHash('sha256').update(sealed).digest('hex'))).size).toBe(rows.length)
  })

  test.each<[string, object]>([
    ['that was sealed with another SECRET_KEY', { secretKey: 'another secret key for tests, long enough' }],
    ['of a domain that mail no longer comes from', { mailFrom: 'Bakker <no-reply@fietsen.example>' }],
  ])('mail goes out unsigned, rather than not at all, with a key %s', async (_, changed) => {
    const key = await make()
    publish(key)
    await use(key.id)
    Object.assign(h.deps.config, changed)
    expect(await signatures(await receive())).toEqual([])
  })

  test('a key of a domain that mail no longer comes from is not put to use', async () => {
    const key = await make()
    publish(key)
    Object.assign(h.deps.config, { mailFrom: 'Bakker <no-reply@fietsen.example>' })
    await expect(use(key.id)).rejects.toMatchObject({ fields: [{ message: expect.stringContaining('Make a new one') }] })
  })
})
