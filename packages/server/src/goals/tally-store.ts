import type { Figure } from '@klankbord/shared/figure'
import type { PromiseTally } from '@klankbord/shared/promises'
import { sql } from 'kysely'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { MONTHS_OF } from '../db/tallies.ts'

/** A promise that passed before it got another date stays missed, also when that one is kept. */
const kept = sql`replied_at <= reply_by and missed_at is null`
const cameDue = (now: string) => sql`replied_at is not null or reply_by < ${now} or missed_at is not null`

const tallies = (db: Db, scope: Scope, now: string) =>
  db
    .within(scope)
    .selectFrom('feedbackItems')
    .where('feedbackItems.goalId', 'is not', null)
    .where('feedbackItems.replyBy', 'is not', null)
    .where('feedbackItems.status', 'not in', ['spam', 'merged'])
    .groupBy('feedbackItems.goalId')
    .select([
      'feedbackItems.goalId',
      sql<number>`cast(count(*) filter (where ${kept}) as integer)`.as('kept'),
      sql<number>`cast(count(*) filter (where (${cameDue(now)}) and not (${kept} and replied_at is not null)) as integer)`.as('missed'),
    ])

/** How many promises of a goal were kept and missed so far. */
export async function tallyOfGoal(db: Db, scope: Scope, goalId: string, now: string): Promise<PromiseTally> {
  const [row] = await db.scan(tallies(db, scope, now).where('feedbackItems.goalId', '=', goalId))
  return { kept: row?.kept ?? 0, missed: row?.missed ?? 0 }
}

/** The share of reactions to outcomes of a goal that say yes, of all that ever came in. */
export async function helpedOfGoal(db: Db, scope: Scope, goalId: string): Promise<Figure> {
  const row = await db
    .within(scope)
    .selectFrom('loopSums')
    .select([sql<number | null>`cast(sum(helped) as integer)`.as('helped'), sql<number | null>`cast(sum(reactions) as integer)`.as('n')])
    .where('goalId', '=', `${MONTHS_OF}${goalId}`)
    .executeTakeFirstOrThrow()
  return { value: row.n ? (row.helped ?? 0) / row.n : null, n: row.n ?? 0 }
}

/** Goals by their titles, of a team and those below it where one is named. */
export async function namesOfGoals(db: Db, scope: Scope): Promise<Map<string, { title: string; team: string; teamId: string }>> {
  const rows = await db
    .within(scope)
    .selectFrom('goals')
    .innerJoin('teams', 'teams.id', 'goals.teamId')
    .select(['goals.id', 'goals.title', 'goals.teamId', 'teams.name as team'])
    .execute()
  return new Map(rows.map(({ id, ...named }) => [id, named]))
}
