import { systemScope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { type Colleague, findColleague } from '../members/mail-store.ts'
import { notFound } from '../problem-error.ts'
import { findChoice, upsertChoice } from './choice-store.ts'

/** The member whose mails hold this link. */
export async function readStop({ db, tokens }: Deps, token: string): Promise<Colleague & { stopped: boolean }> {
  const id = tokens.read('stop-notifications', token)
  const reader = id ? await findColleague(db, id) : undefined
  if (!reader) throw notFound('link')
  return { ...reader, stopped: (await findChoice(db, systemScope(reader.organisationId), reader.id)).mail === 'none' }
}

/** Stops the mails to a member, or resumes them: once a day, at the hour that they chose before. */
export async function setMailed(deps: Deps, token: string, wanted: boolean): Promise<Colleague> {
  const reader = await readStop(deps, token)
  const scope = systemScope(reader.organisationId)
  const { hour } = await findChoice(deps.db, scope, reader.id)
  await upsertChoice(deps.db, scope, reader.id, { mail: wanted ? 'daily' : 'none', hour })
  return reader
}
