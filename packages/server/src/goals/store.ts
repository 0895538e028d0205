import type { Goal, GoalNode, GoalPublic, GoalState } from '@klankbord/shared/goals'
import { type Insertable, sql, type Updateable } from 'kysely'
import type { Db } from '../db/db.ts'
import type { GoalRow } from '../db/goal-rows.ts'
import { prepared } from '../db/prepared.ts'
import { type Scope, systemScope } from '../db/scope.ts'

/** The item still waits for its outcome. In words, not as parameters, since that is what the index of these is told by. */
const isOpen = sql<boolean>`status in ('received', 'routed', 'in_progress', 'reopened')`

const openItemsByGoal = (db: Db, scope: Scope) =>
  db
    .within(scope)
    .selectFrom('feedbackItems')
    .where(isOpen)
    .where('goalId', 'is not', null)
    .groupBy('goalId')
    .select(({ fn, cast }) => ['goalId', cast<number>(fn.countAll(), 'integer').as('openItems')])

const waiting = (db: Db, scope: Scope) =>
  db.within(scope).selectFrom('goalProposals').where('acceptedAt', 'is', null).where('refusedAt', 'is', null).select('goalId')

/** Goals with their person and the owner who was named: empty once they have left, though the row remembers them. */
const nodes = (db: Db, scope: Scope) =>
  db
    .within(scope)
    .selectFrom('goals')
    .leftJoin('teamMembers as place', (join) => join.onRef('place.teamId', '=', 'goals.teamId').onRef('place.memberId', '=', 'goals.memberId'))
    .leftJoin('members as person', (join) => join.onRef('person.id', '=', 'place.memberId').on('person.deactivatedAt', 'is', null))
    .leftJoin('members as named', (join) => join.onRef('named.id', '=', 'goals.ownerId').on('named.deactivatedAt', 'is', null))
    .select(['goals.id', 'goals.title', 'goals.teamId', 'goals.parentId', 'goals.state', 'goals.startsOn', 'goals.endsOn'])
    .select(['person.id as memberId', 'person.name as person', 'goals.ownerId as namedId', 'named.name as named'])

const goals = (db: Db, scope: Scope) =>
  nodes(db, scope)
    .innerJoin('teams', 'teams.id', 'goals.teamId')
    .select(['goals.why', 'goals.target', 'teams.name as team', 'goals.replyWithinDays', 'goals.intake', 'goals.public', 'goals.askAgainAfterWeeks'])
    .select(['goals.lookBack', 'goals.endedAt', 'goals.createdAt'])

type Row = Awaited<ReturnType<ReturnType<typeof goals>['execute']>>[number]
type NodeRow = Awaited<ReturnType<ReturnType<typeof nodes>['execute']>>[number]

interface Standing {
  openItems: Map<string | null, number>
  waiting: Set<string>
}

const node = (row: NodeRow, { openItems, waiting }: Standing): GoalNode => {
  const owner = row.namedId === null ? row.person : row.named
  return {
    id: row.id,
    title: row.title,
    teamId: row.teamId,
    memberId: row.memberId,
    ownerId: owner === null ? null : (row.namedId ?? row.memberId),
    owner,
    parentId: row.parentId,
    state: row.state as GoalState,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    openItems: openItems.get(row.id) ?? 0,
    waits: waiting.has(row.id),
  }
}

const present = (row: Row, standing: Standing): Goal => ({
  ...node(row, standing),
  why: row.why,
  target: row.target,
  team: row.team,
  replyWithinDays: row.replyWithinDays,
  intake: row.intake,
  public: JSON.parse(row.public) as GoalPublic,
  askAgainAfterWeeks: row.askAgainAfterWeeks,
  lookBack: row.lookBack,
  endedAt: row.endedAt,
  createdAt: row.createdAt,
})

const standing = (counts: { goalId: string | null; openItems: number }[], proposed: { goalId: string }[]): Standing => ({
  openItems: new Map(counts.map(({ goalId, openItems }) => [goalId, openItems])),
  waiting: new Set(proposed.map(({ goalId }) => goalId)),
})

const standingOf = async (db: Db, scope: Scope) => standing(await openItemsByGoal(db, scope).execute(), await waiting(db, scope).execute())

/** Every goal, or those of one team, oldest first, with the number of items that wait for an outcome. */
export async function listGoals(db: Db, scope: Scope, { teamId }: { teamId?: string | undefined } = {}): Promise<Goal[]> {
  const all = goals(db, scope).orderBy('goals.createdAt').orderBy('goals.id')
  const rows = await (teamId === undefined ? all : all.where('goals.teamId', '=', teamId)).execute()
  const found = await standingOf(db, scope)
  return rows.map((row) => present(row, found))
}

/** Every goal as the tree shows it, oldest first. */
export async function listNodes(db: Db, scope: Scope): Promise<GoalNode[]> {
  const rows = await nodes(db, scope).orderBy('goals.createdAt').orderBy('goals.id').execute()
  const found = await standingOf(db, scope)
  return rows.map((row) => node(row, found))
}

interface OfGoal {
  organisationId: string
  id: string
}

const within = ({ organisationId }: OfGoal) => systemScope(organisationId)
const oneGoal = prepared((db, asked: OfGoal) => goals(db, within(asked)).where('goals.id', '=', asked.id))
const oneCount = prepared((db, asked: OfGoal) => openItemsByGoal(db, within(asked)).where('goalId', '=', asked.id))
const oneWaiting = prepared((db, asked: OfGoal) => waiting(db, within(asked)).where('goalId', '=', asked.id))

/** Nearly every verb asks for a goal, so what it asks is built once. */
export async function findGoal(db: Db, { organisationId }: Scope, id: string): Promise<Goal | undefined> {
  const asked = { organisationId, id }
  const [row] = await oneGoal(db, asked)
  return row && present(row, standing(await oneCount(db, asked), await oneWaiting(db, asked)))
}

export async function insertGoal(db: Db, scope: Scope, goal: Omit<Insertable<GoalRow>, 'organisationId'>) {
  await db.within(scope).insertInto('goals', goal).execute()
}

export async function updateGoal(db: Db, scope: Scope, id: string, changes: Omit<Updateable<GoalRow>, 'organisationId' | 'id'>) {
  await db.within(scope).updateTable('goals').set(changes).where('id', '=', id).execute()
}

/** The parent of each goal. */
export async function parentsOfGoals(db: Db, scope: Scope): Promise<Map<string, string | null>> {
  const rows = await db.within(scope).selectFrom('goals').select(['id', 'parentId']).execute()
  return new Map(rows.map(({ id, parentId }) => [id, parentId]))
}

const terms = prepared((db, { organisationId, id }: { organisationId: string; id: string }) => {
  const found = db
    .within({ organisationId, who: { kind: 'system' } })
    .selectFrom('goals')
    .innerJoin('teams', 'teams.id', 'goals.teamId')
    .select(['goals.title', 'goals.public', 'goals.replyWithinDays', 'goals.state', 'goals.endedAt', 'teams.name as team'])
    .where('goals.id', '=', id)
  // Whoever gives an item to a goal keeps it from ending until that is committed, or waits to see that it has ended. SQLite has one writer at a time.
  return db.engine === 'postgres' ? found.forShare('goals') : found
})

/** What the promise of a goal is made from; it stays so while the transaction lasts. */
export async function findTerms(db: Db, { organisationId }: Scope, id: string) {
  const [row] = await terms(db, { organisationId, id })
  return row && { ...row, public: JSON.parse(row.public) as GoalPublic }
}
