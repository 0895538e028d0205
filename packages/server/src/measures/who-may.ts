import type { Measure } from '@klankbord/shared/measures'
import { atLeast } from '@klankbord/shared/members'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { ProblemError } from '../problem-error.ts'
import { parentsOfTeams, rolesOf } from './standing-store.ts'
import type { StoredMeasure } from './store.ts'

type Judged = Pick<StoredMeasure, 'teamId' | 'ownerId' | 'goalState' | 'source'>

/** Says of measures what the one who asks may do with them. */
export type Judge = (measure: Judged) => Measure['may']

const NOTHING: Measure['may'] = { enter: false, change: false, changeTarget: false }

/**
 * Values come from a measure's owner, from members of its team, and from API keys; of a measure that no team has, from owners and admins. They change the rest too,
 * as do leads of the team or above, owners and admins. The target of an agreed goal's measure was agreed on: only the latter change it.
 */
export async function judgeFor(db: Db, scope: Scope): Promise<Judge> {
  const { who } = scope
  if (who.kind === 'system') return ({ source }) => ({ enter: source !== 'computed', change: true, changeTarget: true })
  if ((who.kind !== 'member' && who.kind !== 'api-key') || !atLeast(who.role, 'member')) return () => NOTHING
  const admin = atLeast(who.role, 'admin')
  if (who.kind === 'api-key')
    return ({ source, goalState }) => ({ enter: source !== 'computed', change: true, changeTarget: admin || !isAgreed(goalState) })
  const roles = await rolesOf(db, scope, who.id)
  const parents = await parentsOfTeams(db, scope)
  const leads = (teamId: string | null): boolean => teamId !== null && (roles.get(teamId) === 'lead' || leads(parents.get(teamId) ?? null))
  return ({ teamId, ownerId, goalState, source }) => {
    const own = ownerId === who.id || (teamId === null ? admin : roles.has(teamId))
    const above = admin || leads(teamId)
    return { enter: own && source !== 'computed', change: own || above, changeTarget: isAgreed(goalState) ? above : own || above }
  }
}

const isAgreed = (goalState: string | null) => goalState === 'agreed'

/** Refuses (`forbidden`) who may not enter values; of a computed measure nobody may. */
export function requireEntry(judge: Judge, measure: StoredMeasure) {
  if (measure.source === 'computed')
    throw new ProblemError('conflict', `“${measure.name}” is computed from the feedback itself, so it takes no values from outside.`)
  if (judge(measure).enter) return
  throw new ProblemError(
    'forbidden',
    `Values of “${measure.name}” are entered by its owner and by members of its team. Ask one of them, or use an API key.`,
  )
}
