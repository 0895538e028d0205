import DKIM from 'nodemailer/lib/dkim'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { Config } from '../config.ts'
import type { Mail } from './mailer.ts'
import { writeOut } from './mime-text.ts'

export interface Message {
  envelope: { from: string; to: string[] }
  content: Buffer
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const CONTROLS = /[\u0000-\u001f\u007f]+/g

/** A line break in a header would start another one. */
const onOneLine = (value: string) => value.replace(CONTROLS, ' ').trim()

/** The domain after the @ in `MAIL_FROM`, which is the one that receivers check. */
export const domainOf = (mailFrom: string) => /@([\w.-]+)/.exec(mailFrom)?.[1] ?? 'localhost'

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
export async function writeMessage(
  mail: Mail,
  { mailFrom, signing }: Pick<Config, 'mailFrom'> & Partial<Pick<Config, 'signing'>>,
  now: Date,
  deliveryId = '',
): Promise<Message> {
  const { sender, pictures = [] } = mail
  const signs = mail.signing ?? signing
  const node = new MailComposer({
    from: fromOf(mailFrom, sender?.name ?? null),
    ...(sender?.replyTo && { replyTo: { name: '', address: onOneLine(sender.replyTo) } }),
    // As an object, so that nothing in the address is taken for a second one.
    to: { name: '', address: mail.to },
    subject: onOneLine(mail.subject),
    text: mail.text,
    html: mail.html,
    attachments: pictures.map(({ name, type, bytes }) => ({
      ...{ cid: name, filename: `${name}.${type.slice('image/'.length)}`, contentType: type, content: Buffer.from(bytes) },
      contentDisposition: 'inline' as const,
    })),
    date: now,
    messageId: asMessageId(mail.messageId, mailFrom),
    headers: Object.entries({ 'Auto-Submitted': 'auto-generated', ...mail.headers }).map(([name, value]) => headerOf(name, value)),
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'windows',
  }).compile()
  const { from, to } = node.getEnvelope()
  const back = sender?.bounceTo?.(deliveryId) ?? (from || '')
  const written = writeOut(node)
  return { envelope: { from: back, to }, content: signs ? await sign(written, signs, domainOf(mailFrom)) : written }
}

async function sign(message: Buffer, { selector, privateKey }: NonNullable<Config['signing']>, domain: string): Promise<Buffer> {
  const signer = new DKIM({ domainName: domain, keySelector: selector, privateKey, headerFieldNames: SIGNED })
  const chunks: Buffer[] = []
  for await (const chunk of signer.sign(message)) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

/** What a mail program shows or acts on; one-click unsubscribing counts only where it is signed (RFC 8058). */
const SIGNED =
  'From:Reply-To:Subject:Date:Message-ID:To:MIME-Version:Content-Type:In-Reply-To:References:Auto-Submitted:List-Unsubscribe:List-Unsubscribe-Post'

/** The address of `MAIL_FROM`, under the name that the organisation goes by. */
function fromOf(mailFrom: string, name: string | null) {
  const address = /<([^<>]+)>\s*$/.exec(mailFrom)?.[1] ?? mailFrom
  return name === null ? onOneLine(mailFrom) : { name: onOneLine(name), address: onOneLine(address) }
}
