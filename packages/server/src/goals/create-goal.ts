import type { Goal, GoalPublic } from '@klankbord/shared/goals'
import { type Db, transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import { takeTurn } from '../db/take-turn.ts'
import type { Deps } from '../deps.ts'
import { notFoundAt, ProblemError } from '../problem-error.ts'
import { findTeam } from '../teams/store.ts'
import { checkOwner, checkParent, checkPeriod, checkPerson } from './check-place.ts'
import { type Hands, handsOn, lacking } from './hands.ts'
import { openProposal } from './open-proposal.ts'
import { findGoal, insertGoal } from './store.ts'

export interface NewGoal {
  title: string
  target?: string | null | undefined
  startsOn?: string | null | undefined
  endsOn?: string | null | undefined
  why?: string | undefined
  teamId: string
  memberId?: string | null | undefined
  ownerId?: string | null | undefined
  parentId?: string | null | undefined
  replyWithinDays: number
  intake?: string | undefined
  public: GoalPublic
  askAgainAfterWeeks?: number | null | undefined
}

/** Proposes a goal for a team, or for one person in it. It is agreed at once where nobody else has to agree. */
export function createGoal(deps: Deps, scope: Scope, input: NewGoal): Promise<Goal> {
  return transact(deps.db, async (db) => {
    await takeTurn(db, scope)
    const team = await findTeam(db, scope, input.teamId)
    if (!team) throw notFoundAt('teamId', 'team')
    await checkAll(db, scope, input)
    const hands = await handsOn(db, scope, input.teamId)
    if (!hands.propose) throw notTheirs(team.name)
    return addGoal({ ...deps, db }, scope, input, hands)
  })
}

/** Keeps a goal that was checked, agreed or proposed, whichever the hands of the proposer make it. */
export async function addGoal({ db, clock }: Deps, scope: Scope, input: NewGoal, hands: Hands): Promise<Goal> {
  const now = clock()
  const { title, teamId, memberId = null, ownerId = null, parentId = null, replyWithinDays, startsOn = null, endsOn = null } = input
  const agreed = lacking(hands, hands.sides).length === 0
  const goal = {
    id: newId(),
    title,
    teamId,
    memberId,
    ownerId,
    parentId,
    replyWithinDays,
    startsOn,
    endsOn,
    target: input.target || null,
    why: input.why || null,
    intake: input.intake || null,
    askAgainAfterWeeks: input.askAgainAfterWeeks ?? null,
    createdAt: now.toISOString(),
    state: agreed ? 'agreed' : 'proposed',
  }
  await insertGoal(db, scope, { ...goal, public: JSON.stringify(input.public) })
  const { id, state, target } = goal
  const detail = { goalId: id, title, teamId, memberId, parentId, replyWithinDays, state, target, startsOn, endsOn }
  await record(db, scope, [{ type: 'goal.created', aboutId: id, detail }], now)
  if (!agreed) await openProposal(db, scope, { goalId: id, changes: {}, hands }, now)
  return (await findGoal(db, scope, id)) as Goal
}

async function checkAll(db: Db, scope: Scope, { teamId, memberId, ownerId, parentId, ...period }: NewGoal) {
  if (memberId) await checkPerson(db, scope, teamId, memberId)
  if (ownerId) await checkOwner(db, scope, ownerId)
  if (parentId) await checkParent(db, scope, null, parentId)
  checkPeriod(period)
}

const notTheirs = (team: string) =>
  new ProblemError(
    'forbidden',
    `A goal for ${team} is proposed by its members, or by the lead of a team above it. Ask one of them, or join the team.`,
  )
