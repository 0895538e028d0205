import type { Goal, GoalPublic } from '@klankbord/shared/goals'
import type { Status } from '@klankbord/shared/widget'
import type { Db } from '../db/db.ts'
import { prepared } from '../db/prepared.ts'
import type { GoalRow } from '../db/schema.ts'
import type { Scope } from '../db/scope.ts'

/** The statuses in which an item still waits for its outcome. */
const open: Status[] = ['received', 'routed', 'in_progress', 'reopened']

const openItemsByGoal = (db: Db, scope: Scope) =>
  db
    .within(scope)
    .selectFrom('feedbackItems')
    .where('status', 'in', open)
    .where('goalId', 'is not', null)
    .groupBy('goalId')
    .select(({ fn, cast }) => ['goalId', cast<number>(fn.countAll(), 'integer').as('openItems')])

const goals = (db: Db, scope: Scope) =>
  db
    .within(scope)
    .selectFrom('goals')
    .innerJoin('teams', 'teams.id', 'goals.teamId')
    .select(['goals.id', 'goals.title', 'goals.why', 'goals.teamId', 'teams.name as team', 'goals.memberId', 'goals.parentId'])
    .select(['goals.replyWithinDays', 'goals.intake', 'goals.public', 'goals.createdAt'])

type Row = Awaited<ReturnType<ReturnType<typeof goals>['execute']>>[number]

const present = ({ public: shown, ...row }: Row, openItems: number): Goal => ({ ...row, public: JSON.parse(shown) as GoalPublic, openItems })

/** Every goal, oldest first, with the number of items that wait for an outcome. */
export async function listGoals(db: Db, scope: Scope): Promise<Goal[]> {
  const rows = await goals(db, scope).orderBy('goals.createdAt').orderBy('goals.id').execute()
  const counts = new Map((await openItemsByGoal(db, scope).execute()).map(({ goalId, openItems }) => [goalId, openItems]))
  return rows.map((row) => present(row, counts.get(row.id) ?? 0))
}

export async function findGoal(db: Db, scope: Scope, id: string): Promise<Goal | undefined> {
  const row = await goals(db, scope).where('goals.id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const count = await openItemsByGoal(db, scope).where('goalId', '=', id).executeTakeFirst()
  return present(row, count?.openItems ?? 0)
}

export async function insertGoal(db: Db, scope: Scope, goal: Omit<GoalRow, 'organisationId'>) {
  await db.within(scope).insertInto('goals', goal).execute()
}

export async function updateGoal(db: Db, scope: Scope, id: string, changes: Partial<Omit<GoalRow, 'organisationId' | 'id'>>) {
  await db.within(scope).updateTable('goals').set(changes).where('id', '=', id).execute()
}

/** The parent of each goal. */
export async function parentsOfGoals(db: Db, scope: Scope): Promise<Map<string, string | null>> {
  const rows = await db.within(scope).selectFrom('goals').select(['id', 'parentId']).execute()
  return new Map(rows.map(({ id, parentId }) => [id, parentId]))
}

const terms = prepared((db, { organisationId, id }: { organisationId: string; id: string }) =>
  db
    .within({ organisationId, who: { kind: 'system' } })
    .selectFrom('goals')
    .innerJoin('teams', 'teams.id', 'goals.teamId')
    .select(['goals.title', 'goals.public', 'goals.replyWithinDays', 'teams.name as team'])
    .where('goals.id', '=', id),
)

/** What the promise of a goal is made from. */
export async function findTerms(db: Db, { organisationId }: Scope, id: string) {
  const [row] = await terms(db, { organisationId, id })
  return row && { ...row, public: JSON.parse(row.public) as GoalPublic }
}
