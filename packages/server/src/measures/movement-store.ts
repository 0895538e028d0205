import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'

/** The measures of each published outcome's goal, in the order in which they were made; none of a goal that customers don't see. */
export const listFollowed = (db: Db, scope: Scope, outcomeIds: string[]) =>
  db
    .within(scope)
    .selectFrom('outcomes')
    .innerJoin('goals', 'goals.id', 'outcomes.goalId')
    .innerJoin('measures', (join) =>
      join.onRef('measures.goalId', '=', 'outcomes.goalId').onRef('measures.organisationId', '=', 'outcomes.organisationId'),
    )
    .select(['outcomes.id as outcomeId', 'outcomes.publishedAt'])
    .select(['measures.id', 'measures.name', 'measures.unit', 'measures.direction', 'measures.baseline', 'measures.period', 'measures.computed'])
    .where('outcomes.id', 'in', outcomeIds)
    .where('outcomes.publishedAt', 'is not', null)
    .where('goals.public', '!=', 'false')
    .orderBy('measures.createdAt')
    .orderBy('measures.id')
    .execute()

export type Followed = Awaited<ReturnType<typeof listFollowed>>[number]
