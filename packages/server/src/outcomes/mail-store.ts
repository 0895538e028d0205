import type { GoalPublic } from '@klankbord/shared/goals'
import type { Kind, OutcomeKind } from '@klankbord/shared/widget'
import type { Db } from '../db/db.ts'
import { prepared } from '../db/prepared.ts'
import { type Scope, systemScope } from '../db/scope.ts'

const outcomeToTell = prepared((db, { organisationId, id }: { organisationId: string; id: string }) =>
  db
    .within(systemScope(organisationId))
    .selectFrom('outcomes')
    .innerJoin('goals', 'goals.id', 'outcomes.goalId')
    .innerJoin('teams', 'teams.id', 'goals.teamId')
    .innerJoin('organisations', 'organisations.id', 'outcomes.organisationId')
    .select(['outcomes.id', 'outcomes.kind', 'outcomes.title', 'outcomes.did', 'outcomes.better', 'outcomes.next', 'outcomes.publishedAt'])
    .select(['outcomes.locale', 'outcomes.nothingMoreAt', 'outcomes.correctedAt', 'outcomes.withdrawnAt', 'outcomes.answering'])
    .select(['outcomes.pictures', 'outcomes.translations', 'goals.title as goal', 'goals.public', 'goals.state', 'teams.name as team'])
    .select(['organisations.name as organisation', 'organisations.locale as organisationLocale', 'organisations.timeZone'])
    .where('outcomes.id', '=', id),
)

/** An outcome as its letter needs it, draft or not. */
export async function findOutcomeToTell(db: Db, { organisationId }: Scope, id: string) {
  const [row] = await outcomeToTell(db, { organisationId, id })
  if (!row) return undefined
  return {
    ...row,
    kind: row.kind as OutcomeKind,
    public: JSON.parse(row.public) as GoalPublic,
  }
}

export type OutcomeToTell = NonNullable<Awaited<ReturnType<typeof findOutcomeToTell>>>

const answeredBy = (db: Db, { organisationId, outcomeId }: { organisationId: string; outcomeId: string }) =>
  db
    .within(systemScope(organisationId))
    .selectFrom('outcomeItems')
    .innerJoin('feedbackItems', 'feedbackItems.id', 'outcomeItems.feedbackItemId')
    .select(['feedbackItems.id', 'feedbackItems.kind', 'feedbackItems.message', 'feedbackItems.submittedAt'])
    .where('outcomeItems.outcomeId', '=', outcomeId)
    .where('feedbackItems.status', '!=', 'spam')
    .orderBy('feedbackItems.submittedAt')
    .orderBy('feedbackItems.id')
    .limit(100)

const answered = prepared(answeredBy)

/** What was merged into another item since it was put among them is answered with that one. */
const answeredTo = prepared((db, { organisationId, outcomeId, customerId }: { organisationId: string; outcomeId: string; customerId: string }) =>
  answeredBy(db, { organisationId, outcomeId })
    .where('feedbackItems.customerId', '=', customerId)
    .where('feedbackItems.outcomeId', '=', outcomeId)
    .where('feedbackItems.mutedAt', 'is', null),
)

/** What an outcome answers, oldest first: all of it, or what one customer said. At most 100. */
export async function listAnswered(db: Db, { organisationId }: Scope, outcomeId: string, customerId?: string) {
  const about = { organisationId, outcomeId }
  const rows = customerId === undefined ? await answered(db, about) : await answeredTo(db, { ...about, customerId })
  return rows.map((row) => ({ ...row, kind: row.kind as Kind }))
}
