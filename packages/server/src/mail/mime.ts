import MailComposer from 'nodemailer/lib/mail-composer'
import type { Config } from '../config.ts'
import type { Mail } from './mailer.ts'

export interface Message {
  envelope: { from: string; to: string[] }
  content: Buffer
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const CONTROLS = /[\u0000-\u001f\u007f]+/g

/** A line break in a header would start another one. */
const onOneLine = (value: string) => value.replace(CONTROLS, ' ').trim()

/** The domain after the @ in `MAIL_FROM`, which is the one that receivers check. */
const domainOf = (mailFrom: string) => /@([\w.-]+)/.exec(mailFrom)?.[1] ?? 'localhost'

/** `outcome-email:1:2` becomes `<outcome-email.1.2@example.nl>`; only characters that a Message-ID may hold without quotes. */
export function asMessageId(id: string, mailFrom: string): string {
  const [, local = '', domain = domainOf(mailFrom)] = /^<?([^@>]*)(?:@([^>]*))?>?$/.exec(id) ?? []
  const safe = (part: string) => part.replace(/[^A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+/g, '.').replace(/^\.+|\.+$/g, '')
  return `<${safe(local)}@${safe(domain)}>`
}

/** A `List-…` header stands on one line: a folded `List-Unsubscribe` breaks signatures, and one-click at some receivers. */
function headerOf(name: string, value: string) {
  const line = onOneLine(value)
  const key = name.replace(/[^A-Za-z0-9-]/g, '')
  return { key, value: /^List-/i.test(key) && /^[\x20-\x7e]*$/.test(line) ? { prepared: true, value: line } : line }
}

/** Writes the message as it travels: text and HTML, and the headers that every message of ours has. */
export async function writeMessage(mail: Mail, { mailFrom }: Pick<Config, 'mailFrom'>, now: Date): Promise<Message> {
  const node = new MailComposer({
    from: onOneLine(mailFrom),
    // As an object, so that nothing in the address is taken for a second one.
    to: { name: '', address: mail.to },
    subject: onOneLine(mail.subject),
    text: mail.text,
    html: mail.html,
    date: now,
    messageId: asMessageId(mail.messageId, mailFrom),
    headers: Object.entries({ 'Auto-Submitted': 'auto-generated', ...mail.headers }).map(([name, value]) => headerOf(name, value)),
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'windows',
  }).compile()
  const { from, to } = node.getEnvelope()
  return { envelope: { from: from || '', to }, content: await node.build() }
}
