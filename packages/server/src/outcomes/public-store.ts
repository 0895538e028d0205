import type { GoalPublic } from '@klankbord/shared/goals'
import { sql } from 'kysely'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'

/** The organisation of a server that has but one. */
export async function findOnlyOrganisation({ everywhere }: Db): Promise<string | undefined> {
  const rows = await everywhere.selectFrom('organisations').select('id').limit(2).execute()
  return rows.length === 1 ? rows[0]?.id : undefined
}

/** Whose page it is, and whether search engines may find it. */
export const readPublisher = ({ everywhere }: Db, { organisationId }: Scope) =>
  everywhere.selectFrom('organisations').select(['name', 'locale', 'timeZone', 'foundAt']).where('id', '=', organisationId).executeTakeFirstOrThrow()

export const setFoundAt = ({ everywhere }: Db, { organisationId }: Scope, foundAt: string | null) =>
  everywhere.updateTable('organisations').set({ foundAt }).where('id', '=', organisationId).execute()

/** The goals of which something is published for everyone. */
export async function listTold(db: Db, scope: Scope) {
  const rows = await db
    .within(scope)
    .selectFrom('outcomes')
    .innerJoin('goals', 'goals.id', 'outcomes.goalId')
    .select(['goals.id', 'goals.title', 'goals.public', 'goals.state'])
    .distinct()
    .where('outcomes.publicAt', 'is not', null)
    .where('outcomes.publishedAt', 'is not', null)
    .where('outcomes.withdrawnAt', 'is', null)
    .orderBy('goals.title')
    .execute()
  return rows.map((row) => ({ ...row, public: JSON.parse(row.public) as GoalPublic }))
}

/** Goals that run, with how much of what they were given still waits, and by when the last of it is promised. Out of the tallies. */
export async function listWaiting(db: Db, { organisationId }: Scope) {
  const { rows } = await sql<{ id: string; public: string; endsOn: string | null; open: number; lastBy: string | null }>`
    select goals.id, goals.public, goals.ends_on, waiting.open, promised.last_by from goals
    inner join (select goal_id, cast(sum(n) as integer) as open from item_counts where organisation_id = ${organisationId}
      and status in ('received', 'routed', 'in_progress', 'reopened') group by goal_id having sum(n) > 0) as waiting on waiting.goal_id = goals.id
    left join (select goal_id, max(due) as last_by from (select goal_id, due from due_counts where organisation_id = ${organisationId} and (marks & 1) = 1
      group by goal_id, due having sum(n) > 0) as dues group by goal_id) as promised on promised.goal_id = goals.id
    where goals.organisation_id = ${organisationId} and goals.state = 'agreed' and goals.ended_at is null order by waiting.open desc, goals.id`.execute(
    db.everywhere,
  )
  return rows.map((row) => ({ ...row, public: JSON.parse(row.public) as GoalPublic }))
}
