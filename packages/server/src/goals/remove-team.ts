import { type Db, transact } from '../db/db.ts'
import { type NewEvent, record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import { takeTurn } from '../db/take-turn.ts'
import type { Deps } from '../deps.ts'
import { badField, notFound, notFoundAt, ProblemError } from '../problem-error.ts'
import { deleteTeam, findTeam, hasTeamsBelow, membershipIn } from '../teams/store.ts'
import { listGoals, updateGoal } from './store.ts'

/** A team that goes, and the one that has what was its: who takes its goals over, else the team above it. */
export interface LeavingTeam {
  id: string
  name: string
  heirId: string | null
}

/** Ends or passes on what a later noun keeps of a team. */
export type LeaveTeam = (db: Db, scope: Scope, team: LeavingTeam, now: Date) => Promise<void>

/**
 * Takes a team away. Its goals go to another team with their feedback and their history; what was one person's stays theirs where they are in that team. All else that names it
 * is passed on or ended by `leaves`.
 */
export function removeTeam(
  { db, clock }: Deps,
  scope: Scope,
  { id, goalsTo }: { id: string; goalsTo?: string | undefined },
  leaves: readonly LeaveTeam[],
): Promise<void> {
  const now = clock()
  return transact(db, async (db) => {
    await takeTurn(db, scope)
    const team = await findTeam(db, scope, id)
    if (!team) throw notFound('team')
    if (goalsTo === id) throw badField('goalsTo', 'Choose another team: this is the one that goes')
    const heir = goalsTo === undefined ? undefined : await findTeam(db, scope, goalsTo)
    if (goalsTo !== undefined && !heir) throw notFoundAt('goalsTo', 'team')
    if (await hasTeamsBelow(db, scope, id))
      throw new ProblemError('conflict', `${team.name} has teams below it. Move or remove those first; nothing was changed.`)
    const goals = await listGoals(db, scope, { teamId: id })
    if (goals.length > 0 && !heir)
      throw new ProblemError(
        'conflict',
        `${team.name} owns goals (${goals.length}). Give them to another team first: name it in goalsTo; nothing was changed.`,
      )
    const events: NewEvent[] = []
    for (const { id: goalId, memberId } of heir ? goals : []) {
      const stays = memberId !== null && heir && (await membershipIn(db, scope, heir.id, memberId)) !== undefined
      await updateGoal(db, scope, goalId, { teamId: heir?.id ?? id, memberId: stays ? memberId : null })
      const detail = { goalId, from: { teamId: id, team: team.name }, to: { teamId: heir?.id, team: heir?.name } }
      events.push({ type: 'goal.changed', aboutId: goalId, detail })
    }
    for (const leave of leaves) await leave(db, scope, { id, name: team.name, heirId: heir?.id ?? team.parentId }, now)
    await deleteTeam(db, scope, id)
    events.push({ type: 'team.removed', aboutId: id, detail: { teamId: id, name: team.name, goalsTo } })
    await record(db, scope, events, now)
  })
}
