import { PRESENCE_GONE_SECONDS } from '@klankbord/shared/live'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../problem-error.ts'
import { deletePresences, isHere, putPresence } from './store.ts'

/** A member looks at an item, or leaves it. An integration looks at nothing. */
export async function lookAt({ db, clock }: Deps, scope: Scope, { id, leaves }: { id: string; leaves: boolean }): Promise<void> {
  if (!(await isHere(db, scope, id))) throw notFound('feedback')
  const { who } = scope
  if (who.kind !== 'member') return
  const at = clock().toISOString()
  await putPresence(db, scope, { feedbackItemId: id, memberId: who.id, name: who.name, seenAt: at, leftAt: leaves ? at : null })
}

/** Who has gone is forgotten. */
export async function forgetPresences({ db, clock }: Deps): Promise<void> {
  await deletePresences(db, new Date(clock().getTime() - 4 * PRESENCE_GONE_SECONDS * 1000).toISOString())
}
