import { transact } from '../../db/db.ts'
import { newId } from '../../db/ids.ts'
import type { Scope } from '../../db/scope.ts'
import type { Deps } from '../../deps.ts'
import { findMember } from '../../members/store.ts'
import { enqueue } from '../../outbox/outbox.ts'
import { notFound, ProblemError } from '../../problem-error.ts'
import { findOutcome } from '../store.ts'

/** Sends the e-mail as it reads now to the colleague who asks. */
export async function sendTestMessage(
  { db, clock }: Deps,
  scope: Scope,
  { id, locale }: { id: string; locale?: string | undefined },
): Promise<{ to: string }> {
  const { who } = scope
  return transact(db, async (db) => {
    if (!(await findOutcome(db, scope, id))) throw notFound('outcome')
    if (who.kind !== 'member') throw new ProblemError('forbidden', 'A test message goes to the colleague who asks for it; an API key has no address.')
    const member = await findMember(db, scope, who.id)
    if (!member) throw notFound('colleague')
    const payload = { outcomeId: id, memberId: who.id, locale: locale ?? null }
    await enqueue(
      db,
      scope,
      [{ id: `outcome-test:${newId()}`, kind: 'outcome-test', payload, aboutId: id, customerId: null, receiver: member.email }],
      clock(),
    )
    return { to: member.email }
  })
}
