import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import sharp from 'sharp'
import { composers } from '../src/deliveries.ts'
import { createSmtpMailer } from '../src/mail/smtp.ts'
import { recordOf } from '../src/mails/signing.ts'
import { foundOrganisation } from '../src/members/found-organisation.ts'
import { startWorker } from '../src/outbox/worker.ts'
import { foundSite } from '../src/sites/found-site.ts'
import type { Engine } from './engines.ts'
import { runFolder } from './global-setup.ts'
import { openHarness } from './harness.ts'
import { noticeOf } from './inbound.ts'
import { type Mail, startSmtp } from './smtp.ts'

const ORIGIN = 'https://www.bakker.example'
const OWNER = { email: 'eva@bakker.example', password: 'een-lang-wachtwoord' }

// A test reads the body of whichever endpoint it called.
// biome-ignore lint/suspicious/noExplicitAny: see above
type Answer = { status: number; body: any; headers: Headers }

export type Company = Awaited<ReturnType<typeof openCompany>>

/**
 * The server as others meet it: asked through its endpoints and pages alone, with an owner who signed in, a team with a goal that gets all feedback, and letters with a logo that travel over SMTP,
 * signed.
 */
export async function openCompany(open: Engine['open']) {
  const smtp = await startSmtp()
  const keyFile = join(await mkdtemp(join(runFolder(), 'signing-')), 'key.pem')
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  await writeFile(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const harness = await openHarness(open, {
    ...{ SITE_ORIGINS: ORIGIN, PUBLIC_URL: 'https://klankbord.bakker.example', SMTP_URL: `smtp://127.0.0.1:${smtp.port}` },
    ...{ MAIL_FROM: 'Bakker <no-reply@bakker.example>', DKIM_KEY_FILE: keyFile },
  })
  const { config, clock } = harness.deps
  const mailer = createSmtpMailer(config, clock)
  const { organisationId } = await foundOrganisation(harness.deps, { firstOwner: OWNER })
  const siteKey = await foundSite(harness.deps, organisationId)
  const worker = startWorker({ ...harness.deps, mailer }, composers, [], { pollMs: null })

  const request = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    harness.request(method, path, { body, headers }) as Promise<Answer>
  const session = await request('POST', '/api/v1/session', OWNER, { Origin: config.publicUrl })
  const signedIn = { Origin: config.publicUrl, Cookie: session.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
  const api = (method: string, path: string, body?: unknown) => request(method, `/api/v1${path}`, body, signedIn)
  const pathOf = (address: string) => new URL(address).pathname + new URL(address).search

  const company = {
    harness,
    api,
    mails: smtp.mails,
    submit: (body: object, headers: Record<string, string> = {}) =>
      request('POST', `/widget/v1/sites/${siteKey}/feedback`, body, { Origin: ORIGIN, 'Idempotency-Key': crypto.randomUUID(), ...headers }),
    /** Sends all that is due. */
    deliver: () => worker.runOnce(),
    /** Looks at a page, or presses its button. */
    get: (address: string) => request('GET', pathOf(address)),
    press: (address: string, fields: Record<string, string> = {}) =>
      request('POST', pathOf(address), new URLSearchParams(fields).toString(), { 'Content-Type': 'application/x-www-form-urlencoded' }),
    /** The mail server of the receiver says afterwards that nobody has this address. */
    bounce: async ({ sender }: Mail) =>
      request('POST', pathOf((await api('GET', '/mail/look')).body.inboundUrl), noticeOf({ to: sender }), { 'Content-Type': 'message/rfc822' }),
    /** What another program than ours finds of the signature. */
    async signatureOf({ raw }: Mail) {
      const record = recordOf(config)
      const resolver = async (name: string) => (name === record?.name ? [[record.value]] : [])
      return (await dkimVerify(Buffer.from(raw), { resolver })).results.map(({ signingDomain, status }) => `${signingDomain}: ${status.result}`)
    },
    async close() {
      await worker.stop()
      await mailer.close()
      await harness.close()
      await smtp.stop()
    },
  }
  return { ...company, ...(await settle(api)) }
}

/** Gives the company its look, its team and its goal. */
async function settle(api: (method: string, path: string, body?: unknown) => Promise<Answer>) {
  const drawn = await sharp({ create: { width: 480, height: 120, channels: 3, background: '#c33' } })
    .png()
    .toBuffer()
  await api('PUT', '/mail/logo', drawn)
  await api('PATCH', '/mail/look', { senderName: 'Bakker Fietsen', signature: 'Eva van Bakker', inboundAddress: 'antw@bakker.example' })
  const teams = (await api('GET', '/teams')).body.items
  const teamId: string = teams[0]?.id ?? (await api('POST', '/teams', { name: 'Werkplaats', level: 'organisation' })).body.id
  const goal = await api('POST', '/goals', { title: 'Elke fiets binnen een dag klaar', teamId, replyWithinDays: 3 })
  const goalId: string = goal.body.id
  await api('POST', '/routing/rules', { goalId, when: [{ field: 'kind', op: 'is', value: 'complaint' }] })
  return { teamId, goalId }
}
