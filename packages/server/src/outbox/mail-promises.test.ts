import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { freePort } from '../../test/free-port.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import type { Scope } from '../db/scope.ts'
import type { Mailer } from '../mail/mailer.ts'
import { createSmtpMailer } from '../mail/smtp.ts'
import { enqueue } from './outbox.ts'
import { type Composers, startWorker } from './worker.ts'

const nothing = async () => null
const composers: Composers = {
  confirmation: nothing,
  'compliment-arrived': async () => null,
  merged: async () => null,
  'team-message': nothing,
  'outcome-email': nothing,
  link: nothing,
  invitation: nothing,
  'rule-mail': nothing,
  pulse: nothing,
  letter: nothing,
  'promise-moved': nothing,
  'outcome-test': nothing,
  'still-better': nothing,
  notifications: nothing,
  receipt: async (_deps, _scope, { feedbackItemId }) => ({
    to: feedbackItemId,
    subject: 'Dank je wel',
    text: 'Dank je wel',
    html: '<p>Dank je wel</p>',
    headers: {},
    messageId: `receipt:${feedbackItemId}`,
  }),
}

/** What a real mail server does to these addresses, the first time or always. */
type Behaviour = 'takes' | 'greylists' | 'knows-nobody' | 'hangs-up-after-data'

async function mailServer(port: number) {
  const taken: string[] = []
  const asked: string[] = []
  const behaviour = new Map<string, Behaviour>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 200,
    onRcptTo({ address }, _session, done) {
      asked.push(address)
      const how = behaviour.get(address)
      if (how === 'knows-nobody') return done(Object.assign(new Error('No such user here'), { responseCode: 550 }))
      if (how === 'greylists' && asked.filter((one) => one === address).length === 1)
        return done(Object.assign(new Error('Greylisted, come back later'), { responseCode: 451 }))
      done()
    },
    onData(stream, session, done) {
      const address = session.envelope.rcptTo[0]?.address ?? ''
      stream.resume().once('end', () => {
        taken.push(address)
        if (behaviour.get(address) !== 'hangs-up-after-data') return done()
        for (const connection of server.connections) (connection as unknown as { _socket: { destroy(): void } })._socket.destroy()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return { taken, behaviour, close: () => new Promise<void>((resolve) => server.close(() => resolve())) }
}

describe.each(engines)('$engine', ({ open }) => {
  let harness: Harness
  let scope: Scope
  let port: number
  let mailer: Mailer
  const closing: (() => Promise<void>)[] = []

  beforeEach(async () => {
    harness = await openHarness(open)
    scope = (await givenOrganisation(harness.deps)).scope
    port = await freePort()
    mailer = createSmtpMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: 'hallo@bakker.example' }, harness.deps.clock)
  })
  afterEach(async () => {
    await mailer.close()
    for (const close of closing.splice(0)) await close()
    await harness.close()
  })

  const serve = async () => {
    const server = await mailServer(port)
    closing.push(server.close)
    return server
  }
  const work = () => startWorker({ ...harness.deps, mailer }, composers, [], { pollMs: null }).runOnce()
  const queue = (email: string) => {
    const delivery = { id: `receipt:${email}`, kind: 'receipt' as const, payload: { feedbackItemId: email } }
    return enqueue(harness.deps.db, scope, [{ ...delivery, aboutId: 'item', customerId: null, receiver: email }], harness.deps.clock())
  }
  const delivery = () => harness.deps.db.everywhere.selectFrom('deliveries').select(['state', 'attempts', 'reason']).executeTakeFirstOrThrow()
  /** As long as it takes for every retry to have had its turn. */
  const days = async (count: number) => {
    for (let hours = 0; hours < count * 24; hours += 6) {
      harness.pass({ hours: 6 })
      await work()
    }
  }

  test('a mail that is greylisted arrives once, a little later', async () => {
    const server = await serve()
    server.behaviour.set('ada@example.com', 'greylists')
    await queue('ada@example.com')
    await work()
    expect(await delivery()).toEqual({ state: 'queued', attempts: 1, reason: '451 Greylisted, come back later' })
    harness.pass({ seconds: 15 })
    await work()
    await days(2)
    expect(await delivery()).toEqual({ state: 'sent', attempts: 2, reason: null })
    expect(server.taken).toEqual(['ada@example.com'])
  })

  test('a mail to an address that does not exist has failed, with the server’s words', async () => {
    const server = await serve()
    server.behaviour.set('ada@example.com', 'knows-nobody')
    await queue('ada@example.com')
    await work()
    await days(1)
    expect(await delivery()).toEqual({ state: 'failed', attempts: 1, reason: '550 No such user here' })
    expect(server.taken).toEqual([])
  })

  test('a mail whose answer was lost is unknown, and not sent again', async () => {
    const server = await serve()
    server.behaviour.set('ada@example.com', 'hangs-up-after-data')
    await queue('ada@example.com')
    await work()
    await days(4)
    expect(await delivery()).toMatchObject({ state: 'unknown', attempts: 1 })
    expect(server.taken).toEqual(['ada@example.com'])
  })

  test('mails wait for a server that is not there', async () => {
    await queue('ada@example.com')
    await work()
    expect(await delivery()).toMatchObject({ state: 'queued', attempts: 1, reason: expect.stringContaining('ECONNREFUSED') })
    const server = await serve()
    harness.pass({ seconds: 15 })
    await work()
    expect(await delivery()).toMatchObject({ state: 'sent', attempts: 2 })
    expect(server.taken).toEqual(['ada@example.com'])
  })
})
