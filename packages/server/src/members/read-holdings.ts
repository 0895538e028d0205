import type { Holding } from '@klankbord/shared/members'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../problem-error.ts'
import { type AllHands, listHoldings } from './hand-over.ts'
import { listLedAlone } from './hand-over-store.ts'
import { findMember } from './store.ts'

/** What would need other hands if this colleague left. */
export async function readHoldings(
  { db }: Deps,
  scope: Scope,
  hands: AllHands,
  id: string,
): Promise<{ items: Holding[]; ledAlone: { id: string; name: string }[] }> {
  if (!(await findMember(db, scope, id))) throw notFound('member')
  return { items: await listHoldings(db, scope, hands, id), ledAlone: await listLedAlone(db, scope, id) }
}
