import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, test } from 'vitest'
import { freePort } from '../../test/free-port.ts'
import { startSmtp } from '../../test/smtp.ts'
import type { Mail, Mailer } from './mailer.ts'
import { createSmtpMailer } from './smtp.ts'

const mail: Mail = {
  to: 'ada@example.com',
  subject: 'Je band is geplakt',
  text: 'Geplakt.',
  html: '<p>Geplakt.</p>',
  headers: {},
  messageId: 'outcome-email:1:2',
}
const clock = () => new Date('2026-03-02T09:00:00Z')
const clearUp: (() => Promise<unknown> | unknown)[] = []

function mailerTo(port: number, credentials = ''): Mailer {
  const mailer = createSmtpMailer({ smtpUrl: `smtp://${credentials}127.0.0.1:${port}`, mailFrom: 'Bakker <hallo@bakker.example>' }, clock)
  clearUp.push(() => mailer.close())
  return mailer
}

async function smtpServer(options: SMTPServerOptions) {
  const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], closeTimeout: 200, ...options })
  server.on('error', () => {})
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  clearUp.push(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return port
}

/** A server that says these lines to these commands, and closes the connection where it has none. */
async function scripted(answers: Partial<Record<'greeting' | 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'content', string>>) {
  const server = createServer((socket: Socket) => {
    let inData = false
    const say = (line: string | undefined) => (line === undefined ? socket.destroy() : socket.write(`${line}\r\n`))
    say(answers.greeting ?? '220 here')
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      const said = chunk.toString()
      if (inData) {
        if (!said.endsWith('\r\n.\r\n')) return
        inData = false
        return say(answers.content)
      }
      const command = said.slice(0, 4).toUpperCase() as keyof typeof answers
      inData = command === 'DATA' && answers.DATA?.startsWith('3') === true
      say(command === 'EHLO' ? (answers.EHLO ?? '250 hello') : answers[command])
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  clearUp.push(() => server.close())
  return (server.address() as { port: number }).port
}

async function send(mailer: Mailer) {
  let marks = 0
  const result = await mailer.send(
    mail,
    async () => {
      marks++
    },
    'outcome-email:1:2',
  )
  return { result, marks }
}

describe('the SMTP mailer', () => {
  afterEach(async () => {
    for (const clear of clearUp.splice(0).reverse()) await clear()
  })

  test('a mail that is taken is sent', async () => {
    const inbox = await startSmtp()
    clearUp.push(() => inbox.stop())
    const mailer = mailerTo(inbox.port)
    expect(await send(mailer)).toEqual({ result: { state: 'sent' }, marks: 1 })
    expect(inbox.mails).toMatchObject([{ to: ['ada@example.com'], subject: 'Je band is geplakt', text: 'Geplakt.' }])
  })

  test('many mails travel over a few connections', async () => {
    let connections = 0
    const port = await smtpServer({
      onConnect(_session, done) {
        connections++
        done()
      },
      onData(stream, _session, done) {
        stream.resume().once('end', done)
      },
    })
    const mailer = mailerTo(port)
    const sent = await Promise.all(Array.from({ length: 40 }, () => send(mailer)))
    expect(sent.every(({ result }) => result.state === 'sent')).toBe(true)
    expect(connections).toBeLessThanOrEqual(5)
  })

  test('a connection that breaks after the message has left leaves it unknown', async () => {
    const port = await scripted({ MAIL: '250 ok', RCPT: '250 ok', DATA: '354 go' })
    expect(await send(mailerTo(port))).toEqual({ result: { state: 'unknown', reason: expect.stringContaining('No answer') }, marks: 1 })
  })

  test.each([
    ['greylisted at the receiver', { MAIL: '250 ok', RCPT: '451 come back later' }, true, 0],
    ['an unknown receiver', { MAIL: '250 ok', RCPT: '550 no such user' }, false, 0],
    ['a refused sender', { MAIL: '550 not you' }, false, 0],
    ['DATA refused for now', { MAIL: '250 ok', RCPT: '250 ok', DATA: '451 busy' }, true, 0],
    ['DATA refused', { MAIL: '250 ok', RCPT: '250 ok', DATA: '554 no' }, false, 0],
    ['a content refused for now', { MAIL: '250 ok', RCPT: '250 ok', DATA: '354 go', content: '452 disk full' }, true, 1],
    ['a content refused', { MAIL: '250 ok', RCPT: '250 ok', DATA: '354 go', content: '554 spam' }, false, 1],
    ['a server that is closing', { greeting: '421 closing' }, true, 0],
    ['a sign-in that is needed', { MAIL: '530 authentication required' }, true, 0],
    ['a connection that breaks at the receiver', { MAIL: '250 ok' }, true, 0],
    ['a connection that breaks at DATA', { MAIL: '250 ok', RCPT: '250 ok' }, true, 0],
  ] as const)('%s is a definite no', async (_what, answers, again, marks) => {
    const port = await scripted(answers)
    expect(await send(mailerTo(port))).toEqual({ result: { state: 'refused', again, reason: expect.any(String) }, marks })
  })

  test('a server that is not there is tried again', async () => {
    expect(await send(mailerTo(await freePort()))).toMatchObject({ result: { state: 'refused', again: true }, marks: 0 })
  })

  test('a wrong password is for the operator to mend, so the mail waits', async () => {
    const port = await smtpServer({ authOptional: false, allowInsecureAuth: true, onAuth: (_auth, _session, done) => done(new Error('no')) })
    expect(await send(mailerTo(port, 'bakker:wrong@'))).toMatchObject({ result: { state: 'refused', again: true }, marks: 0 })
  })

  test('the address and password of SMTP_URL are used to sign in', async () => {
    const seen: unknown[] = []
    const port = await smtpServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth({ username, password }, _session, done) {
        seen.push([username, password])
        done(null, { user: username })
      },
      onData(stream, _session, done) {
        stream.resume().once('end', done)
      },
    })
    expect(await send(mailerTo(port, 'bakker%40example.nl:p%2Fw@'))).toMatchObject({ result: { state: 'sent' } })
    expect(seen).toEqual([['bakker@example.nl', 'p/w']])
  })

  test('when the delivery is no longer ours, not a byte of the message leaves', async () => {
    const received: string[] = []
    const port = await smtpServer({
      onData(stream, _session, done) {
        stream.on('data', (chunk) => received.push(String(chunk)))
        stream.once('end', done)
      },
    })
    const result = await mailerTo(port).send(mail, () => Promise.reject(new Error('taken over')), 'outcome-email:1:2')
    expect(result).toMatchObject({ state: 'refused', again: true })
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(received.join('')).toBe('')
  })

  test('a connection that the server closed while it waited is replaced', async () => {
    const inbox = await startSmtp()
    const mailer = mailerTo(inbox.port)
    await send(mailer)
    await inbox.stop()
    await inbox.start()
    clearUp.push(() => inbox.stop())
    expect(await send(mailer)).toMatchObject({ result: { state: 'sent' }, marks: 1 })
    expect(inbox.mails).toHaveLength(2)
  })

  test('the words of a refusal are kept without addresses', async () => {
    const port = await scripted({ MAIL: '250 ok', RCPT: '550 5.1.1 <ada@example.com> unknown, ask ada@example.com' })
    expect((await send(mailerTo(port))).result).toEqual({ state: 'refused', again: false, reason: '550 5.1.1 <…> unknown, ask <…>' })
  })
})
