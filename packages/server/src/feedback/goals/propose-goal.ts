import type { Goal } from '@klankbord/shared/goals'
import { type Db, transact } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'
import { takeTurn } from '../../db/take-turn.ts'
import type { Deps } from '../../deps.ts'
import { addGoal } from '../../goals/create-goal.ts'
import { handsOn } from '../../goals/hands.ts'
import { insertReasons } from '../../goals/proposal-store.ts'
import { findGoal } from '../../goals/store.ts'
import { badField, notFoundAt, ProblemError } from '../../problem-error.ts'
import { findTeam, lineOf, teamsOf } from '../../teams/store.ts'
import { routeReasons } from './decide-proposal.ts'
import { findPlaces, isUnrouted } from './store.ts'

interface ProposedFrom {
  title: string
  why?: string | undefined
  teamId: string
  feedbackIds: string[]
}

/** As long as a goal promises unless told. */
const REPLY_WITHIN_DAYS = 5

/** What customers say and no goal owns becomes the reason of a new one. Any member proposes it, for their team or a level above it. */
export function proposeGoalFromFeedback(deps: Deps, scope: Scope, { feedbackIds, ...input }: ProposedFrom): Promise<Goal> {
  return transact(deps.db, async (db) => {
    const inside = { ...deps, db }
    await takeTurn(db, scope)
    const team = await findTeam(db, scope, input.teamId)
    if (!team) throw notFoundAt('teamId', 'team')
    const ids = [...new Set(feedbackIds)]
    await requireUnrouted(db, scope, feedbackIds)
    const hands = await handsOn(db, scope, team.id)
    if (!hands.propose && !(await isAbove(db, scope, team.id)))
      throw new ProblemError('forbidden', `${team.name} is neither your team nor a level above it. Propose it for one of those.`)
    const goal = await addGoal(inside, scope, { ...input, replyWithinDays: REPLY_WITHIN_DAYS, public: false }, hands)
    await insertReasons(db, scope, goal.id, ids)
    if (goal.state !== 'agreed') return goal
    await routeReasons(inside, scope, goal.id, ids)
    return (await findGoal(db, scope, goal.id)) as Goal
  })
}

/** True when one of the member's teams stands below this one. */
async function isAbove(db: Db, scope: Scope, teamId: string): Promise<boolean> {
  if (scope.who.kind !== 'member') return false
  for (const mine of await teamsOf(db, scope, scope.who.id)) if ((await lineOf(db, scope, mine)).includes(teamId)) return true
  return false
}

async function requireUnrouted(db: Db, scope: Scope, feedbackIds: string[]) {
  const places = await findPlaces(db, scope, feedbackIds)
  for (const [i, id] of feedbackIds.entries()) {
    const place = places.get(id)
    if (!place) throw notFoundAt(`feedbackIds.${i}`, 'feedback')
    if (!isUnrouted(place)) throw badField(`feedbackIds.${i}`, 'This item is not waiting to be routed any more. Leave it out')
  }
}
