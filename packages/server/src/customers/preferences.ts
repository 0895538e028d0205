import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../problem-error.ts'
import { type MailLanguage, mailLanguageOf, mailLanguages } from '../texts/mail/mail-texts.ts'
import { customerScope, type Reachable } from './confirm.ts'
import { listMailedAbout, setLocaleOfAddress, setMuted } from './preferences-store.ts'
import { findAnyCustomer } from './store.ts'
import { changeMailed } from './unsubscribe.ts'

/** What a customer is mailed about, and in which language. */
export interface Preferences {
  customer: Reachable
  language: MailLanguage
  items: Awaited<ReturnType<typeof listMailedAbout>>
}

/** The preferences that a link in a letter opens; it ends when the address changes or is no longer confirmed. */
export async function readPreferences({ db, tokens }: Pick<Deps, 'db' | 'tokens'>, token: string): Promise<Preferences> {
  const id = tokens.claimedId(token)
  const customer = id ? await findAnyCustomer(db, id) : undefined
  const { email } = customer ?? {}
  if (!customer?.emailConfirmedAt || !email || !tokens.confirms('preferences', token, email)) throw notFound('link')
  const items = await listMailedAbout(db, customerScope(customer), email)
  return { customer: { ...customer, email }, language: mailLanguageOf(customer.locale, customer.organisationLocale), items }
}

/** Keeps what was chosen. Only items that the page showed change: one that came since is not stopped unseen. */
export async function setPreferences(deps: Deps, token: string, form: Record<string, string>): Promise<Preferences> {
  const { customer, language, items } = await readPreferences(deps, token)
  const scope = customerScope(customer)
  const now = deps.clock()
  const shown = new Set(form.shown?.split(' '))
  const asked = mailLanguages.find((one) => one === form.language)
  await transact(deps.db, async (db) => {
    if (form.mail === 'on' || form.mail === 'off') await changeMailed(db, customer, form.mail === 'on', now)
    for (const { id, mutedAt } of items) {
      const isWanted = form[`item-${id}`] !== undefined
      if (shown.has(id) && isWanted !== (mutedAt === null)) await setMuted(db, scope, id, isWanted ? null : now.toISOString())
    }
    if (asked && asked !== language) await setLocaleOfAddress(db, scope, customer.email, asked)
    await record(db, scope, [{ type: 'customer.preferences', detail: { customerId: customer.id } }], now)
  })
  return readPreferences(deps, token)
}
