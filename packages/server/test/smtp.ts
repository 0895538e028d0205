import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export interface Mail {
  /** The addresses of the envelope: who really got it. */
  to: string[]
  /** The address of the envelope to which a notice of failure goes. */
  sender: string
  from: string
  subject: string
  text: string
  html: string
  /** Lower-case name → value as it was sent, unfolded. */
  headers: Record<string, string>
  raw: string
  receivedAt: Date
}

export interface SmtpInbox {
  port: number
  mails: Mail[]
  /** The newest mail to this address whose subject fits; waits for it (10 s unless told), and fails with what did arrive. */
  waitForMail(to: string, subject?: RegExp, timeoutMs?: number): Promise<Mail>
  start(): Promise<void>
  stop(): Promise<void>
}

/** A real SMTP server on the loopback address; what it receives is in `mails`, oldest first. */
export async function startSmtp(): Promise<SmtpInbox> {
  const mails: Mail[] = []
  let server: SMTPServer | undefined
  const inbox: SmtpInbox = {
    port: 0,
    mails,
    waitForMail: (to, subject, timeoutMs) => waitForMail(mails, to, subject, timeoutMs),
    async start() {
      server = receiver(mails)
      await new Promise<void>((resolve, reject) => {
        server?.once('error', reject)
        server?.listen(inbox.port, '127.0.0.1', resolve)
      })
      inbox.port = (server.server.address() as AddressInfo).port
    },
    async stop() {
      const stopping = server
      server = undefined
      if (stopping) await new Promise<void>((resolve) => stopping.close(() => resolve()))
    },
  }
  await inbox.start()
  return inbox
}

function receiver(mails: Mail[]): SMTPServer {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 500,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.once('error', done)
      stream.once('end', () => {
        const raw = Buffer.concat(chunks)
        const { rcptTo, mailFrom } = session.envelope
        const envelope = { to: rcptTo.map(({ address }) => address), sender: mailFrom ? mailFrom.address : '' }
        simpleParser(raw).then((parsed) => {
          mails.push(mailOf(parsed, raw, envelope))
          done()
        }, done)
      })
    },
  })
  // A sender that is killed in the middle of a connection is among the tests.
  server.on('error', () => {})
  return server
}

function mailOf(parsed: ParsedMail, raw: Buffer, envelope: Pick<Mail, 'to' | 'sender'>): Mail {
  const headers: Record<string, string> = {}
  for (const { key, line } of parsed.headerLines)
    headers[key] = line
      .slice(line.indexOf(':') + 1)
      .replaceAll(/\r?\n\s+/g, ' ')
      .trim()
  return {
    ...envelope,
    from: parsed.from?.text ?? '',
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html || '',
    headers,
    raw: raw.toString('utf8'),
    receivedAt: new Date(),
  }
}

async function waitForMail(mails: Mail[], to: string, subject: RegExp = /(?:)/, timeoutMs = 30_000): Promise<Mail> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const found = mails.findLast((mail) => mail.to.includes(to) && subject.test(mail.subject))
    if (found) return found
    if (Date.now() > deadline) {
      const seen = mails.map((mail) => `${mail.to.join(', ')}: ${mail.subject}`).join('\n  ') || 'none'
      throw new Error(`No mail to ${to} with subject ${subject} within ${timeoutMs} ms. Received:\n  ${seen}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
