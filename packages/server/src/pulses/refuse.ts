import { systemScope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { type Colleague, findColleague } from '../members/mail-store.ts'
import { notFound } from '../problem-error.ts'
import { findRefusal, setRefusal } from './audience-store.ts'

/** The member whose mails hold this link. */
export async function readRefusal({ db, tokens }: Deps, token: string): Promise<Colleague & { refused: boolean }> {
  const id = tokens.read('stop-pulses', token)
  const colleague = id ? await findColleague(db, id) : undefined
  if (!colleague) throw notFound('link')
  return { ...colleague, refused: (await findRefusal(db, systemScope(colleague.organisationId), colleague.id)) !== undefined }
}

/** Asks a member nothing any more, or asks them again. An invitation that they have stays good: nobody knows which one is theirs. */
export async function setAsked(deps: Deps, token: string, wanted: boolean): Promise<Colleague> {
  const colleague = await readRefusal(deps, token)
  await setRefusal(deps.db, systemScope(colleague.organisationId), colleague.id, wanted ? null : deps.clock().toISOString())
  return colleague
}
