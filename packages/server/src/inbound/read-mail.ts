import PostalMime, { type Address, type Attachment, addressParser, type Email } from 'postal-mime'
import { firstWords } from '../mail/plain-text.ts'
import { stripReply, textOfHtml } from './strip-reply.ts'

/** A mail that came in, with what we go by. */
export interface InboundMail {
  /** The one address that it says it comes from, in lower case; null where it names none or several. */
  from: string | null
  /** Every address that it was meant for, by its headers and on the way here. */
  recipients: string[]
  messageId: string | null
  /** Written by a program: nobody waits for what we do with it. */
  isAutomatic: boolean
  /** What was written, without the letter that it answers. */
  words: string
  pictures: { name: string; bytes: Uint8Array }[]
  /** The names of what else came along. */
  others: string[]
  /** The notice of a mail server in it (RFC 3464). */
  notice: string | null
}

/** Words come first in a mail: of a longer one the rest is an attachment that would not be taken anyway. */
const MOST_PARSED = 12 * 1024 * 1024
/** Smaller pictures inside a letter are logos in somebody's signature. */
const SMALLEST_INLINE = 20_000

export async function readMail(bytes: Uint8Array): Promise<InboundMail> {
  const isCut = bytes.length > MOST_PARSED
  const mail = await PostalMime.parse(bytes.subarray(0, MOST_PARSED), { attachmentEncoding: 'arraybuffer' })
  const header = (name: string) => mail.headers.filter(({ key }) => key === name).map(({ value }) => value)
  const files = mail.attachments.filter(({ mimeType }) => !/^(message|text\/rfc822-headers)/.test(mimeType))
  // The last one may have lost its end.
  const whole = isCut ? files.slice(0, -1) : files
  const shown = whole.filter((file) => isPicture(file) && !(isInline(file) && bytesOf(file).length < SMALLEST_INLINE))
  const others = files.filter((file) => !whole.includes(file) || !isPicture(file))
  return {
    from: senderOf(header('from')),
    recipients: recipientsOf(mail, header),
    messageId: mail.messageId ?? null,
    isAutomatic: isAutomatic(header),
    words: stripReply(mail.text?.trim() ? mail.text : textOfHtml(mail.html ?? '')),
    pictures: shown.map((file) => ({ name: nameOf(file), bytes: bytesOf(file) })),
    others: others.map(nameOf),
    notice: noticeIn(mail),
  }
}

function senderOf(headers: string[]): string | null {
  const [only, ...more] = headers.flatMap((value) => addressParser(value, { flatten: true }))
  return (more.length === 0 && only?.address?.trim().toLowerCase()) || null
}

/** Mail servers write on the envelope for whom a mail was; a copy that was forwarded keeps the address in its headers. */
function recipientsOf({ to = [], cc = [] }: Email, header: (name: string) => string[]): string[] {
  const named = [...to, ...cc].flatMap((one: Address) => one.group ?? [one]).map(({ address = '' }) => address)
  const onTheWay = ['delivered-to', 'x-original-to', 'x-envelope-to', 'envelope-to', 'x-forwarded-to'].flatMap(header)
  return [...onTheWay, ...named].map((address) => address.replace(/^.*<|>.*$/g, '').trim()).filter(Boolean)
}

function isAutomatic(header: (name: string) => string[]): boolean {
  const says = (name: string, what: RegExp) => header(name).some((value) => what.test(value.trim()))
  return (
    says('auto-submitted', /^(?!no\b)/i) ||
    says('precedence', /^(bulk|junk|list|auto_reply)/i) ||
    says('x-auto-response-suppress', /^(?!none\b)./i) ||
    says('return-path', /^<>$|^$/) ||
    says('from', /\b(mailer-daemon|postmaster)@/i) ||
    ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'list-id'].some((name) => header(name).length > 0)
  )
}

const isPicture = ({ mimeType }: Attachment) => /^image\/(jpeg|png|gif|webp|avif)$/i.test(mimeType)
const isInline = ({ disposition, related }: Attachment) => related === true || disposition === 'inline'
const bytesOf = ({ content }: Attachment) => (typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content))
const nameOf = ({ filename, mimeType }: Attachment) => firstWords(filename ?? mimeType, 60)

function noticeIn({ attachments }: Email): string | null {
  const found = attachments.find(({ mimeType }) => mimeType === 'message/delivery-status')
  return found ? new TextDecoder().decode(bytesOf(found)) : null
}
