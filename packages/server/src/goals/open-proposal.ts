import type { GoalProposal } from '@klankbord/shared/goals'
import type { Db } from '../db/db.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import type { Hands } from './hands.ts'
import { insertProposal } from './proposal-store.ts'

interface NewProposal {
  goalId: string
  changes: GoalProposal['changes']
  hands: Hands
}

/** Keeps a proposal that waits for the side, or the sides, that its proposer does not hold. */
export async function openProposal(db: Db, scope: Scope, { goalId, changes, hands }: NewProposal, now: Date): Promise<string> {
  const { who } = scope
  const id = newId()
  await insertProposal(db, scope, {
    id,
    goalId,
    changes: JSON.stringify(changes),
    side: hands.sides[0] ?? null,
    proposedBy: who.kind === 'member' ? who.id : null,
    proposer: 'name' in who ? who.name : '',
    proposedAt: now.toISOString(),
  })
  return id
}
