import type { GoalPublic } from '@klankbord/shared/goals'
import type { Kind, OutcomeKind } from '@klankbord/shared/widget'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'

/** An outcome as its letter needs it, draft or not. */
export async function findOutcomeToTell(db: Db, scope: Scope, id: string) {
  const row = await db
    .within(scope)
    .selectFrom('outcomes')
    .innerJoin('goals', 'goals.id', 'outcomes.goalId')
    .innerJoin('teams', 'teams.id', 'goals.teamId')
    .innerJoin('organisations', 'organisations.id', 'outcomes.organisationId')
    .select(['outcomes.id', 'outcomes.kind', 'outcomes.title', 'outcomes.did', 'outcomes.better', 'outcomes.next', 'outcomes.publishedAt'])
    .select(['outcomes.translations', 'goals.title as goal', 'goals.public', 'goals.state', 'teams.name as team'])
    .select(['organisations.name as organisation', 'organisations.locale as organisationLocale', 'organisations.timeZone'])
    .where('outcomes.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    ...row,
    kind: row.kind as OutcomeKind,
    public: JSON.parse(row.public) as GoalPublic,
    translations: JSON.parse(row.translations) as Record<string, Translation>,
  }
}

interface Translation {
  title: string
  did: string
  better?: string | null
  next?: string | null
}

export type OutcomeToTell = NonNullable<Awaited<ReturnType<typeof findOutcomeToTell>>>

/** What an outcome answers, oldest first: all of it, or what one customer said. At most 100. */
export async function listAnswered(db: Db, scope: Scope, outcomeId: string, customerId?: string) {
  let query = db
    .within(scope)
    .selectFrom('outcomeItems')
    .innerJoin('feedbackItems', 'feedbackItems.id', 'outcomeItems.feedbackItemId')
    .select(['feedbackItems.id', 'feedbackItems.kind', 'feedbackItems.message', 'feedbackItems.submittedAt'])
    .where('outcomeItems.outcomeId', '=', outcomeId)
    .where('feedbackItems.status', '!=', 'spam')
  if (customerId !== undefined) query = query.where('feedbackItems.customerId', '=', customerId)
  const rows = await query.orderBy('feedbackItems.submittedAt').orderBy('feedbackItems.id').limit(100).execute()
  return rows.map((row) => ({ ...row, kind: row.kind as Kind }))
}
