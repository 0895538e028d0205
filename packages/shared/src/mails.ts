import * as z from 'zod'
import { SettingVersion } from './changes.ts'
import { endpoint } from './endpoint.ts'
import { Email, Id, line, Time, text } from './fields.ts'
import { PageQuery, pageOf } from './page.ts'

/** An e-mail that was kept in the data folder because no SMTP server is set. */
export const CapturedMail = z.object({ id: z.string(), to: z.string(), subject: z.string(), at: Time })
export type CapturedMail = z.infer<typeof CapturedMail>

/** How e-mail is sent, as the environment of the server says; it is changed there. `server` is null while mails are kept in the data folder. */
export const MailSettings = z.object({
  server: z.object({ host: z.string(), port: z.int(), encrypted: z.boolean(), signsIn: z.boolean() }).nullable(),
  from: z.string(),
  /** Variables without which mail does not reach people: each is explained in the admin app. */
  missing: z.array(z.enum(['SMTP_URL', 'MAIL_FROM', 'PUBLIC_URL'])),
  /** Mails of this organisation that wait, and that could not be delivered in the last seven days. */
  waiting: z.int(),
  failed: z.int(),
  /** The TXT record that the domain of the sender has to have, so that our signature (DKIM) is believed; null while nothing is signed. */
  signing: z.object({ name: z.string(), value: z.string() }).nullable(),
})
export type MailSettings = z.infer<typeof MailSettings>

/** Why a server took no message. */
export const MailFault = z.enum([
  'no-such-server',
  'unreachable',
  'no-answer',
  'encryption',
  'sign-in',
  'sender',
  'receiver',
  'busy',
  'folder',
  'other',
])
export type MailFault = z.infer<typeof MailFault>

/** What became of a test message: sent, kept in the data folder, refused (why, and in the server's own words), or nobody knows. */
export const MailTrial = z.object({
  to: z.string(),
  state: z.enum(['sent', 'kept', 'refused', 'unknown']),
  fault: MailFault.nullable(),
  reason: z.string().nullable(),
})
export type MailTrial = z.infer<typeof MailTrial>

/** The most bytes of a logo as it is sent; it is made anew, and far smaller. */
export const MOST_LOGO_BYTES = 5 * 1024 * 1024

/** The most characters before the @ of the address where replies come in: behind them stands a token, and mail servers take 64 together. */
export const LONGEST_INBOUND_NAME = 14

const nullable = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().optional()

/** How letters to customers look. `tone`: `informal` says je, du and tu, `polite` u, Sie and vous. */
export const MailLookChange = z.object({
  tone: z.enum(['informal', 'polite']).optional(),
  /** In front of the address of the sender. */
  senderName: nullable(line(1, 60)),
  /** Where answers go while they are not read here. */
  replyTo: nullable(Email),
  /** Who greets, below each letter. */
  signature: nullable(text(1, 300)),
  /** Null takes the colour of the site on which the customer wrote. */
  accent: nullable(z.string().regex(/^#[0-9a-f]{6}$/i, 'Give a colour such as #0f6b5c')),
  /** A mailbox of which the mail is passed on to us; null while nothing is read. */
  inboundAddress: nullable(
    Email.refine((address) => address.indexOf('@') <= LONGEST_INBOUND_NAME, {
      error: `Keep what stands before the @ to ${LONGEST_INBOUND_NAME} characters, so that a token fits behind it`,
    }).refine((address) => !address.includes('+'), { error: 'Leave out the plus: what we put behind it tells whose reply it is' }),
  ),
  version: SettingVersion.optional(),
})

export const MailLook = z.object({
  tone: z.enum(['informal', 'polite']),
  senderName: z.string().nullable(),
  replyTo: z.string().nullable(),
  signature: z.string().nullable(),
  accent: z.string().nullable(),
  inboundAddress: z.string().nullable(),
  /** As it is shown, in pixels. */
  logo: z.object({ width: z.int(), height: z.int() }).nullable(),
  /** Where mail to that mailbox is to be posted, whole, as it came; whoever knows it can post there. */
  inboundUrl: z.string(),
  version: SettingVersion,
})
export type MailLook = z.infer<typeof MailLook>

/** The TXT record of the DNS without which nobody believes what a key signs. */
const TxtRecord = z.object({ name: z.string(), value: z.string() })

/** A key that signs e-mail (DKIM). `new`: it signs nothing yet; `used`: it signs all mail; `replaced`: its record can go once the last mail that it signed has been read. */
export const SigningKey = TxtRecord.extend({
  id: Id,
  state: z.enum(['new', 'used', 'replaced']),
  createdAt: Time,
  /** When its record was last seen in the DNS. */
  foundAt: Time.nullable(),
  replacedAt: Time.nullable(),
})
export type SigningKey = z.infer<typeof SigningKey>

/** What signs e-mail. `ofServer` is the record of the key that the server was started with: it signs as long as no key is used. */
export const MailSigning = z.object({ domain: z.string(), ofServer: TxtRecord.nullable(), keys: z.array(SigningKey), version: SettingVersion })
export type MailSigning = z.infer<typeof MailSigning>

/** Whether a record is in the DNS: `other` when something else is, `unknown` when it did not answer, `unsigned` when nothing is signed. */
export const FoundInDns = z.enum(['unsigned', 'yes', 'other', 'no', 'unknown'])
export type FoundInDns = z.infer<typeof FoundInDns>

const MailId = z.object({ id: z.string().max(200) })

export const mailEndpoints = {
  readMailSettings: endpoint('GET', '/api/v1/mail', { access: 'admin' }, z.object({}), MailSettings),
  /** Sends a message to who asks, at once and once, and tells what the mail server said. */
  tryMail: endpoint('POST', '/api/v1/mail/trials', { access: 'admin' }, z.object({}), MailTrial),
  readMailLook: endpoint('GET', '/api/v1/mail/look', { access: 'admin' }, z.object({}), MailLook),
  changeMailLook: endpoint('PATCH', '/api/v1/mail/look', { access: 'admin' }, MailLookChange, MailLook),
  putMailLogo: endpoint('PUT', '/api/v1/mail/logo', { access: 'admin', mostBytes: MOST_LOGO_BYTES }, z.object({}), MailLook),
  removeMailLogo: endpoint('DELETE', '/api/v1/mail/logo', { access: 'admin' }, z.object({}), MailLook),
  /** A letter as customers get it, as a page of its own, for an iframe. */
  previewMail: endpoint(
    'GET',
    '/api/v1/mail/preview',
    { access: 'admin', produces: 'html' },
    z.object({ language: z.enum(['nl', 'en', 'de', 'fr']).default('nl') }),
    z.string(),
  ),
  /** Makes the address of the webhook anew; the one before takes nothing from then on. */
  renewInboundUrl: endpoint('POST', '/api/v1/mail/inbound-url', { access: 'admin' }, z.object({}), MailLook),
  readMailSigning: endpoint('GET', '/api/v1/mail/signing', { access: 'admin' }, z.object({}), MailSigning),
  /** Makes a key for the domain of the sender, of which nobody ever sees the private half. It takes the place of one that was made and never used. */
  makeSigningKey: endpoint('POST', '/api/v1/mail/signing-keys', { access: 'admin' }, z.object({}), MailSigning),
  /** Signs with this key from now on; with null as the server was started. Refused while its record is not in the DNS. */
  changeMailSigning: endpoint(
    'PUT',
    '/api/v1/mail/signing',
    { access: 'admin' },
    z.object({ keyId: Id.nullable(), version: SettingVersion.optional() }),
    MailSigning,
  ),
  /** Looks in the DNS whether the record of a key is there; without one, of what signs now. */
  checkMailSigning: endpoint(
    'POST',
    '/api/v1/mail/signing-checks',
    { access: 'admin' },
    z.object({ keyId: Id.optional() }),
    z.object({ found: FoundInDns }),
  ),
  listMails: endpoint('GET', '/api/v1/mails', { access: 'viewer' }, PageQuery, pageOf(CapturedMail)),
  readMail: endpoint(
    'GET',
    '/api/v1/mails/:id',
    { access: 'viewer' },
    MailId,
    CapturedMail.extend({ text: z.string(), html: z.string(), headers: z.array(z.tuple([z.string(), z.string()])) }),
  ),
  /** Its HTML part as a page of its own, for an iframe. */
  readMailHtml: endpoint('GET', '/api/v1/mails/:id/html', { access: 'viewer', produces: 'html' }, MailId, z.string()),
}
