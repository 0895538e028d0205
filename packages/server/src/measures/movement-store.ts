import type { OutcomeMeasure } from '@klankbord/shared/feedback'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import type { Standing } from './movement.ts'

/** How the measures of each outcome's goal stood around its publication, in the order in which they were made; none of a goal that customers don't see. */
export async function standingsOf(db: Db, scope: Scope, outcomeIds: string[]): Promise<Map<string, Standing[]>> {
  const standings = new Map<string, Standing[]>()
  if (outcomeIds.length === 0) return standings
  const rows = await db
    .within(scope)
    .selectFrom('outcomes')
    .innerJoin('goals', 'goals.id', 'outcomes.goalId')
    .innerJoin('measures', (join) =>
      join.onRef('measures.goalId', '=', 'outcomes.goalId').onRef('measures.organisationId', '=', 'outcomes.organisationId'),
    )
    .select(['outcomes.id as outcomeId', 'measures.name', 'measures.unit', 'measures.direction', 'measures.baseline'])
    .select((eb) => [
      eb
        .selectFrom('measurePoints')
        .select('value')
        .whereRef('measurePoints.measureId', '=', 'measures.id')
        .whereRef('measurePoints.at', '<=', 'outcomes.publishedAt')
        .orderBy('at', 'desc')
        .limit(1)
        .as('before'),
      eb
        .selectFrom('measurePoints')
        .select('value')
        .whereRef('measurePoints.measureId', '=', 'measures.id')
        .whereRef('measurePoints.at', '>', 'outcomes.publishedAt')
        .orderBy('at', 'desc')
        .limit(1)
        .as('after'),
    ])
    .where('outcomes.id', 'in', outcomeIds)
    .where('outcomes.publishedAt', 'is not', null)
    .where('goals.public', '!=', 'false')
    .orderBy('measures.createdAt')
    .orderBy('measures.id')
    .execute()
  for (const { outcomeId, direction, ...row } of rows) {
    const standing = { ...row, direction: direction as OutcomeMeasure['direction'] }
    standings.set(outcomeId, [...(standings.get(outcomeId) ?? []), standing])
  }
  return standings
}
