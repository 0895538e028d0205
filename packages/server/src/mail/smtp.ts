import { Readable } from 'node:stream'
import { parseConnectionUrl } from 'nodemailer/lib/shared'
import type { Config } from '../config.ts'
import type { Mailer, SendResult } from './mailer.ts'
import { type Message, writeMessage } from './mime.ts'
import { SmtpPool } from './smtp-pool.ts'

interface SmtpError extends Error {
  code?: string
  command?: string
  response?: string
  responseCode?: number
}

/** The server wants us to sign in, or differently: for the operator to mend, and no fault of the message. */
const SIGN_IN_CODES = new Set([530, 534, 535, 538])
/** Says nothing about the message, only that the conversation went astray. */
const BAD_SEQUENCE = 503

/**
 * Sends over SMTP, on a few connections that are kept open. `aboutToSend` is awaited after the server has taken sender and receiver and said 354, before the first byte of the
 * message: a refusal or a broken connection until then is certain to have sent nothing, and one after it without an answer is `unknown`.
 */
export function createSmtpMailer(config: Pick<Config, 'smtpUrl' | 'mailFrom'> & Partial<Pick<Config, 'signing'>>, clock: () => Date): Mailer {
  const { auth, ...options } = parseConnectionUrl(config.smtpUrl)
  const pool = new SmtpPool({ connectionTimeout: 10_000, greetingTimeout: 10_000, dnsTimeout: 10_000, socketTimeout: 120_000, ...options }, auth)
  return {
    async send(mail, aboutToSend, deliveryId) {
      try {
        return await sendOver(pool, await writeMessage(mail, config, clock(), deliveryId), aboutToSend)
      } catch (error) {
        return resultOf(error as SmtpError, false)
      }
    },
    async close() {
      pool.close()
    },
  }
}

async function sendOver(pool: SmtpPool, message: Message, aboutToSend: () => Promise<void>): Promise<SendResult> {
  for (;;) {
    const { connection, reused } = await pool.take()
    let leaving = false
    const content = contentAfter(async () => {
      await aboutToSend()
      leaving = true
    }, message.content)
    const error = await new Promise<SmtpError | null>((resolve) => {
      connection.send({ ...message.envelope, size: message.content.length }, content, resolve)
    })
    if (!error) {
      pool.giveBack(connection)
      return { state: 'sent' }
    }
    const answered = error.responseCode !== undefined && error.responseCode !== 421
    if (answered) pool.drop(connection)
    else pool.breakOff(connection)
    // The server had closed a connection that waited for work; nothing has left yet.
    if (reused && !leaving && content.readableDidRead === false && !answered) continue
    return resultOf(error, leaving)
  }
}

/** A stream that starts with `before`; it is read when the server has said 354. */
function contentAfter(before: () => Promise<void>, content: Buffer): Readable {
  return new Readable({
    read() {
      before().then(
        () => {
          this.push(content)
          this.push(null)
        },
        (error) => this.destroy(error),
      )
    },
  })
}

function resultOf(error: SmtpError, leaving: boolean): SendResult {
  const { code = '', responseCode } = error
  if (responseCode === undefined) {
    if (leaving) return { state: 'unknown', reason: `No answer after the message was sent (${code})` }
    // An address that can't be written in an envelope will not become one by waiting.
    return { state: 'refused', again: code !== 'EENVELOPE', reason: withoutAddresses(`${code} ${error.message}`) }
  }
  const forGood = responseCode >= 500 && responseCode !== BAD_SEQUENCE && code !== 'EAUTH' && !SIGN_IN_CODES.has(responseCode)
  return { state: 'refused', again: !forGood, reason: withoutAddresses(error.response ?? String(responseCode)) }
}

/** The server's words may be logged and are kept after the customer is erased. */
const withoutAddresses = (words: string) =>
  words
    .replace(/<?[^\s<>]+@[^\s<>]+>?/g, '<…>')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 500)
