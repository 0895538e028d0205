import type { MyMails } from '@klankbord/shared/letters'
import { transact } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import type { StoppableMail } from '../members/stop-mails.ts'
import { ProblemError } from '../problem-error.ts'
import { findRefusal as findPulseRefusal, setRefusal as setPulseRefusal } from '../pulses/audience-store.ts'
import { findRefusal, setRefusal } from './store.ts'

/** The letter of the week. */
export const letterMails: StoppableMail = {
  purpose: 'stop-letters',
  path: '/l/stop',
  said: ({ colleagues }) => colleagues.stopLetters,
  isStopped: async (db, scope, memberId) => (await findRefusal(db, scope, memberId)) !== undefined,
  setStopped: setRefusal,
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
