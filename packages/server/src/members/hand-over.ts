import type { Holding, HoldingKind, Member } from '@klankbord/shared/members'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { badField, notFoundAt } from '../problem-error.ts'
import { findHandedOver } from './hand-over-store.ts'
import { findMember } from './store.ts'

/** From whose hands into whose. */
export interface Passing {
  from: string
  to: string
  /** The teams of who gets it: what is a team's goes only to somebody in it. */
  teamIds: ReadonlySet<string>
}

/** What one later noun keeps in colleagues' hands. */
export interface Hands {
  list(db: Db, scope: Scope, memberId: string): Promise<Omit<Holding, 'kind'>[]>
  /** Passes it on, and gives who has it now; null where it was left to the team, or where they had it already. */
  pass(db: Db, scope: Scope, id: string, passing: Passing, now: Date): Promise<string | null>
  /** Gives it back to `owner`, unless it has left the hands of `holder` since. */
  takeBack(db: Db, scope: Scope, id: string, hands: { owner: string; holder: string | null }, now: Date): Promise<void>
}

export type AllHands = Partial<Record<HoldingKind, Hands>>

/** Something that changed hands when a colleague left. */
export type HandedOver = Pick<Holding, 'kind' | 'id' | 'name'> & { holder: string | null }

const entries = (hands: AllHands) => Object.entries(hands) as [HoldingKind, Hands][]

export async function listHoldings(db: Db, scope: Scope, hands: AllHands, memberId: string): Promise<Holding[]> {
  const items: Holding[] = []
  for (const [kind, one] of entries(hands)) for (const held of await one.list(db, scope, memberId)) items.push({ kind, ...held })
  return items
}

/** Puts all that a colleague holds into another's hands. Refused where that one is no colleague here, has left, or reads along only. */
export async function handOver(db: Db, scope: Scope, hands: AllHands, from: string, to: string, now: Date): Promise<HandedOver[]> {
  const heir = await requireHeir(db, scope, from, to)
  const passing = { from, to, teamIds: new Set(heir.teams.map(({ teamId }) => teamId)) }
  const handed: HandedOver[] = []
  for (const { kind, id, name } of await listHoldings(db, scope, hands, from)) {
    const holder = await hands[kind]?.pass(db, scope, id, passing, now)
    if (holder !== undefined) handed.push({ kind, id, name, holder })
  }
  return handed
}

async function requireHeir(db: Db, scope: Scope, from: string, to: string): Promise<Omit<Member, 'locale'>> {
  if (from === to) throw badField('handOverTo', 'Choose another colleague: this is the one who leaves')
  const heir = await findMember(db, scope, to)
  if (!heir) throw notFoundAt('handOverTo', 'colleague')
  if (heir.deactivatedAt !== null) throw badField('handOverTo', `${heir.name} has left. Choose a colleague who is here`)
  if (heir.role === 'viewer') throw badField('handOverTo', `${heir.name} reads along only. Choose a colleague who can act`)
  return heir
}

/** Gives a colleague who comes back what was handed over when they left. */
export async function giveBack(db: Db, scope: Scope, hands: AllHands, owner: string, now: Date): Promise<void> {
  for (const { kind, id, holder } of await findHandedOver(db, scope, owner)) await hands[kind]?.takeBack(db, scope, id, { owner, holder }, now)
}
