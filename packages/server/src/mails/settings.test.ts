import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { askingAs } from '../../test/asking-as.ts'
import { type Given, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { freePort } from '../../test/free-port.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import type { Deps } from '../deps.ts'
import { createEmlFolder } from '../mail/eml-folder.ts'
import { createSmtpMailer } from '../mail/smtp.ts'
import { mountMails } from './http.ts'

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  let given: Given
  beforeEach(async () => {
    h = await openHarness(open)
    given = await givenOrganisation(h.deps)
  })
  afterEach(() => h.close())

  const ask = (deps: Deps = h.deps) => askingAs(deps, mountMails, given.scope)
  const read = async (config: Partial<Deps['config']>) =>
    (await ask({ ...h.deps, config: { ...h.deps.config, ...config } })('GET', '/api/v1/mail')).body

  test('what keeps mail from reaching people is named by its variable', async () => {
    expect(await read({})).toEqual({
      server: null,
      from: 'Klankbord <no-reply@localhost>',
      missing: ['SMTP_URL', 'MAIL_FROM', 'PUBLIC_URL'],
      waiting: 0,
      failed: 0,
      signing: null,
    })
    const whole = {
      smtpUrl: 'smtps://user:pa%40ss@smtp.bakker.example',
      mailFrom: 'Bakker <hoi@bakker.example>',
      publicUrl: 'https://feedback.bakker.example',
    }
    const shown = await read(whole)
    expect(shown).toMatchObject({ server: { host: 'smtp.bakker.example', port: 465, encrypted: true, signsIn: true }, missing: [] })
    expect(JSON.stringify(shown)).not.toMatch(/user|pa%40ss|pa@ss/)
  })

  test('a test message goes to who asks, once and at once', async () => {
    const { email } = (await h.deps.db.within(given.scope).selectFrom('members').select('email').executeTakeFirst()) ?? { email: '' }
    const { body } = await ask({ ...h.deps, config: { ...h.deps.config, smtpUrl: 'smtp://mail.bakker.example' } })('POST', '/api/v1/mail/trials', {})
    expect(body).toEqual({ to: email, state: 'sent', fault: null, reason: null })
    expect(h.mails).toEqual([expect.objectContaining({ to: email, subject: 'Zo komt e-mail van Klankbord aan' })])
  })

  test('without a mail server the test message is kept, and read where all are', async () => {
    const deps = { ...h.deps, mailer: createEmlFolder(h.deps.config, h.deps.clock) }
    expect((await ask(deps)('POST', '/api/v1/mail/trials', {})).body).toMatchObject({ state: 'kept' })
    expect((await ask(deps)('GET', '/api/v1/mails')).body.items).toEqual([expect.objectContaining({ subject: 'Zo komt e-mail van Klankbord aan' })])
  })

  test('a server that is not there is told in its own words, and why', async () => {
    const smtpUrl = `smtp://127.0.0.1:${await freePort()}`
    const mailer = createSmtpMailer({ smtpUrl, mailFrom: 'hoi@bakker.example' }, h.deps.clock)
    const { body } = await ask({ ...h.deps, mailer, config: { ...h.deps.config, smtpUrl } })('POST', '/api/v1/mail/trials', {})
    expect(body).toMatchObject({ state: 'refused', fault: 'unreachable', reason: expect.stringContaining('ECONNREFUSED') })
    await mailer.close()
  })

  test('a refusal of the server, and an answer that was lost, are told apart', async () => {
    h.answerMailWith({ state: 'refused', again: false, reason: '535 5.7.8 Authentication failed' })
    expect((await ask()('POST', '/api/v1/mail/trials', {})).body).toMatchObject({
      state: 'refused',
      fault: 'sign-in',
      reason: '535 5.7.8 Authentication failed',
    })
    h.answerMailWith({ state: 'unknown', reason: 'No answer after the message was sent (ECONNECTION)' })
    expect((await ask()('POST', '/api/v1/mail/trials', {})).body).toMatchObject({ state: 'unknown', fault: null })
  })
})
