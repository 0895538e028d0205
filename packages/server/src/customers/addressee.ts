import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { bounceAddress, replyAddress } from '../mail/addresses.ts'
import { type Letter, picturesOf } from '../mail/layout.tsx'
import { findLook, type MailLook } from '../mail/look-store.ts'
import type { Mail } from '../mail/mailer.ts'
import { oneClick } from '../mail/one-click.ts'
import { dayOf } from '../texts/dates.ts'
import { type MailLanguage, type MailTexts, mailLanguageOf, mailTexts, type Tone } from '../texts/mail/mail-texts.ts'
import { type Language, languageOf, type Texts, texts } from '../texts/texts.ts'
import type { Reachable } from './confirm.ts'
import { findAnyCustomer, isMailable, type KnownCustomer } from './store.ts'

/** How to speak to a customer: in their language, with dates on the clock of the organisation. */
export interface Voice {
  language: Language
  texts: Texts
  /** `vrijdag 4 december`. */
  day(at: string): string
}

type Speaker = Pick<KnownCustomer, 'organisationLocale' | 'timeZone'>

export function voiceOf(deps: Pick<Deps, 'clock'>, locale: string | null, { organisationLocale, timeZone }: Speaker): Voice {
  const language = languageOf(locale, organisationLocale)
  return { language, texts: texts[language], day: (at) => dayOf(at, { language, timeZone, now: deps.clock() }) }
}

/** How a letter speaks to a customer, and a page that it leads to: in their language, in the tone that the organisation chose. */
export interface MailVoice {
  language: MailLanguage
  texts: MailTexts
  day(at: string): string
}

export function mailVoiceOf(deps: Pick<Deps, 'clock'>, locale: string | null, tone: Tone, { organisationLocale, timeZone }: Speaker): MailVoice {
  const language = mailLanguageOf(locale, organisationLocale)
  return { language, texts: mailTexts[language][tone], day: (at) => dayOf(at, { language, timeZone, now: deps.clock() }) }
}

/** How a page that only this customer sees speaks to them: as their letters do. */
export const pageVoiceOf = (deps: Pick<Deps, 'clock'>, customer: KnownCustomer): MailVoice =>
  mailVoiceOf(deps, customer.locale, customer.tone, customer)

/** Someone to whom a letter goes, with what every letter to a customer holds. */
export interface Addressee extends MailVoice {
  customer: Reachable
  /** Beside those of every mail: how to stop it, with one click (RFC 8058). */
  headers: Record<string, string>
  /** How the letter looks. */
  paper: Pick<Letter, 'language' | 'organisation' | 'accent' | 'logo' | 'signature' | 'joined'>
  /** Whom it goes to and comes from; an answer to it lands in the thread of the item that it is about. */
  envelope(feedbackItemId: string | null): Pick<Mail, 'to' | 'sender' | 'pictures'>
  /** Why it came, and how to stop it, after what else is to be said. */
  footer(...first: string[]): Letter['footer']
  /** Whether an answer to the mail arrives, in words. */
  answering: string
  /** The same for a letter that nobody needs to answer: said only where an answer arrives. */
  welcome: string[]
}

export async function addresseeOf(deps: Deps, customer: Reachable, locale = customer.locale): Promise<Addressee> {
  const { config, tokens, db } = deps
  const look = await findLook(db, customer)
  const voice = mailVoiceOf(deps, locale, look.tone, customer)
  const { letters } = voice.texts
  const stopUrl = `${config.publicUrl}/unsubscribe/${tokens.sign('unsubscribe', customer.id)}`
  const choose = { label: letters.preferences, href: `${config.publicUrl}/preferences/${tokens.sign('preferences', customer.id, customer.email)}` }
  return {
    ...voice,
    customer,
    headers: oneClick(stopUrl),
    paper: { ...paperOf(voice.language, look, customer), joined: letters.joined },
    envelope: (feedbackItemId) => envelopeOf(deps, customer, look, feedbackItemId),
    footer: (...first) => ({
      say: [...first, letters.because(customer.organisation)].join(' '),
      stop: { label: letters.stop, href: stopUrl },
      ...(customer.emailConfirmedAt && { choose }),
    }),
    answering: look.inboundAddress ? letters.replyHere : letters.noReply,
    welcome: look.inboundAddress ? [letters.replyHere] : [],
  }
}

export const paperOf = (
  language: MailLanguage,
  { accent, logo, signature }: MailLook,
  customer: Pick<KnownCustomer, 'organisation' | 'accent'>,
): Addressee['paper'] => ({ language, organisation: customer.organisation, accent: accent ?? customer.accent, logo, signature })

function envelopeOf({ tokens }: Deps, { id, email }: Reachable, { senderName, replyTo, inboundAddress, logo }: MailLook, itemId: string | null) {
  return {
    to: email,
    sender: {
      name: senderName,
      replyTo: inboundAddress && itemId ? replyAddress(tokens, inboundAddress, itemId) : replyTo,
      bounceTo: inboundAddress ? (deliveryId: string) => bounceAddress(tokens, inboundAddress, id, deliveryId) : null,
    },
    pictures: picturesOf(logo),
  }
}

/** The customer as someone who has an address, whether or not its owner confirmed it. */
export async function findWithAddress(db: Db, { organisationId }: Scope, id: string): Promise<Reachable | null> {
  const customer = await findAnyCustomer(db, id)
  if (!customer?.email || customer.organisationId !== organisationId) return null
  return { ...customer, email: customer.email }
}

/** Null when this customer is not to be mailed: erased, without a confirmed address, unsubscribed, or with an address that takes no more. */
export async function findAddressee(deps: Deps, scope: Scope, id: string): Promise<Addressee | null> {
  const customer = await findWithAddress(deps.db, scope, id)
  if (!isMailable(customer)) return null
  return addresseeOf(deps, customer)
}
