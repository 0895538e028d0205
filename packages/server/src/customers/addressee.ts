import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { dayOf } from '../texts/dates.ts'
import { type Language, languageOf, type Texts, texts } from '../texts/texts.ts'
import type { Reachable } from './confirm.ts'
import { findAnyCustomer, type KnownCustomer } from './store.ts'

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

/** Someone to whom a letter goes, with what every letter to a customer holds. */
export interface Addressee extends Voice {
  customer: Reachable
  /** Beside those of every mail: how to stop it, with one click (RFC 8058). */
  headers: Record<string, string>
  stopUrl: string
}

export function addresseeOf(deps: Deps, customer: Reachable): Addressee {
  const stopUrl = `${deps.config.publicUrl}/unsubscribe/${deps.tokens.sign('unsubscribe', customer.id)}`
  const headers = { 'List-Unsubscribe': `<${stopUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
  return { ...voiceOf(deps, customer.locale, customer), customer, headers, stopUrl }
}

/** The customer as someone who has an address, whether or not its owner confirmed it. */
export async function findWithAddress(db: Db, { organisationId }: Scope, id: string): Promise<Reachable | null> {
  const customer = await findAnyCustomer(db, id)
  if (!customer?.email || customer.organisationId !== organisationId) return null
  return { ...customer, email: customer.email }
}

/** Null when this customer is not to be mailed: erased, without a confirmed address, or unsubscribed. */
export async function findAddressee(deps: Deps, scope: Scope, id: string): Promise<Addressee | null> {
  const customer = await findWithAddress(deps.db, scope, id)
  if (!customer?.emailConfirmedAt || customer.unsubscribedAt) return null
  return addresseeOf(deps, customer)
}
