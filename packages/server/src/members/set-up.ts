import { type Db, transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { isDuplicate } from '../db/failure.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { notFound, ProblemError } from '../problem-error.ts'
import { findToSetUp, insertFirstCalendar, setSetUp } from './founding-store.ts'
import { homeCountry } from './home-country.ts'
import { hashPassword } from './password.ts'
import { type OpenedSession, openSession } from './session-store.ts'
import { insertMember } from './store.ts'
import { knownTimeZone } from './time-zone.ts'

export interface SetUp {
  token: string
  name: string
  email: string
  password: string
  organisation: string
  locale: string
  timeZone: string
}

/** What the first owner sees. Refused (`not-found`) with a wrong link, and with the right one once it was used. */
export async function readSetUp({ db, tokens }: Deps, token: string): Promise<{ organisation: string; siteKey: string | null }> {
  const id = tokens.read('set-up', token)
  const waiting = id === null ? undefined : await findToSetUp(db, id)
  if (!waiting) throw notFound('set-up link')
  return { organisation: waiting.name, siteKey: waiting.siteKey }
}

/** Makes the first owner and names the organisation; of many at once, one does. */
export async function setUp(deps: Deps, { token, name, email, password, organisation, locale, timeZone }: SetUp): Promise<OpenedSession> {
  await readSetUp(deps, token)
  const id = deps.tokens.read('set-up', token) ?? ''
  const named = { name: organisation, locale, timeZone: knownTimeZone(timeZone) }
  const passwordHash = await hashPassword(password)
  const now = deps.clock()
  return transact(deps.db, async (db) => {
    const scope = await becomeOwner(db, id, named, { email, name, passwordHash }, now)
    if (!scope) throw notFound('set-up link')
    return openSession(db, scope, scope.who.kind === 'member' ? scope.who.id : '', now)
  }).catch((error) => {
    if (isDuplicate(error)) throw new ProblemError('conflict', 'Somebody has an account with this address already. Use another address.')
    throw error
  })
}

/** Makes the first owner of an organisation that has none, and lets it be closed on the public holidays of its country. Undefined when it was set up before. */
export async function becomeOwner(
  db: Db,
  organisationId: string,
  named: { name?: string; locale?: string; timeZone?: string },
  owner: { email: string; name: string; passwordHash: string },
  now: Date,
): Promise<Scope | undefined> {
  const organisation = await setSetUp(db, organisationId, named, now)
  if (!organisation) return undefined
  const id = newId()
  const scope: Scope = { organisationId, who: { kind: 'member', id, name: owner.name, role: 'owner' } }
  await insertMember(db, scope, { ...owner, id, role: 'owner' }, now)
  const country = homeCountry(organisation)
  if (country !== null) await insertFirstCalendar(db, scope, country, now)
  await record(db, scope, [{ type: 'organisation.set-up', detail: { memberId: id } }], now)
  return scope
}
