import type { MyMails } from '@klankbord/shared/letters'
import { transact } from '../db/db.ts'
import { type Scope, systemScope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { type Colleague, findColleague } from '../members/mail-store.ts'
import { notFound, ProblemError } from '../problem-error.ts'
import { findRefusal as findPulseRefusal, setRefusal as setPulseRefusal } from '../pulses/audience-store.ts'
import { findRefusal, setRefusal } from './store.ts'

/** The member whose letters hold this link. */
export async function readStop({ db, tokens }: Deps, token: string): Promise<Colleague & { stopped: boolean }> {
  const id = tokens.read('stop-letters', token)
  const colleague = id ? await findColleague(db, id) : undefined
  if (!colleague) throw notFound('link')
  return { ...colleague, stopped: (await findRefusal(db, systemScope(colleague.organisationId), colleague.id)) !== undefined }
}

/** Stops the letters to a member, or resumes them. */
export async function setMailed(deps: Deps, token: string, wanted: boolean): Promise<Colleague> {
  const colleague = await readStop(deps, token)
  await setRefusal(deps.db, systemScope(colleague.organisationId), colleague.id, wanted ? null : deps.clock().toISOString())
  return colleague
}

export async function readMyMails({ db }: Deps, scope: Scope): Promise<MyMails> {
  const id = askingMember(scope)
  return { letters: (await findRefusal(db, scope, id)) === undefined, pulses: (await findPulseRefusal(db, scope, id)) === undefined }
}

export async function changeMyMails(deps: Deps, scope: Scope, { letters, pulses }: Partial<MyMails>): Promise<MyMails> {
  const id = askingMember(scope)
  const at = deps.clock().toISOString()
  await transact(deps.db, async (db) => {
    if (letters !== undefined) await setRefusal(db, scope, id, letters ? null : at)
    if (pulses !== undefined) await setPulseRefusal(db, scope, id, pulses ? null : at)
  })
  return readMyMails(deps, scope)
}

function askingMember({ who }: Scope): string {
  if (who.kind === 'member') return who.id
  throw new ProblemError('forbidden', 'Only a colleague who is signed in gets mails; an API key has no account of its own.')
}
