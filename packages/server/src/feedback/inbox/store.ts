import type { Status } from '@klankbord/shared/widget'
import type { Db } from '../../db/db.ts'
import { idsIn } from '../../db/ids-in.ts'
import type { Scope } from '../../db/scope.ts'

/** Statuses in which the customer still waits for an outcome. */
export const OPEN: Status[] = ['received', 'routed', 'in_progress', 'reopened']

function withNames(queries: ReturnType<Db['within']>) {
  return queries
    .selectFrom('feedbackItems')
    .innerJoin('sites', 'sites.id', 'feedbackItems.siteId')
    .innerJoin('customers', 'customers.id', 'feedbackItems.customerId')
    .leftJoin('goals', 'goals.id', 'feedbackItems.goalId')
    .leftJoin('teams', 'teams.id', 'goals.teamId')
    .leftJoin('initiatives', 'initiatives.id', 'feedbackItems.initiativeId')
    .leftJoin('outcomes', 'outcomes.id', 'feedbackItems.outcomeId')
    .selectAll('feedbackItems')
    .select([
      'sites.name as siteName',
      'customers.name as customerName',
      'customers.email as customerEmail',
      'customers.emailConfirmedAt',
      'customers.unsubscribedAt',
      'customers.bouncedAt',
      'customers.externalId',
      'goals.title as goalTitle',
      'goals.teamId',
      'teams.name as team',
      'initiatives.title as initiativeTitle',
      'outcomes.kind as outcomeKind',
      'outcomes.title as outcomeTitle',
      'outcomes.did',
      'outcomes.better',
      'outcomes.next',
      'outcomes.translations',
      'outcomes.locale as outcomeLocale',
      'outcomes.publishedAt',
      'outcomes.nothingMoreAt',
      'outcomes.correctedAt',
      'outcomes.pictures',
      'outcomes.withdrawnAt',
    ])
}

export type NamedItem = Awaited<ReturnType<ReturnType<typeof withNames>['execute']>>[number]

export const findNamedItem = (db: Db, scope: Scope, id: string) => withNames(db.within(scope)).where('feedbackItems.id', '=', id).executeTakeFirst()

/** These items, in the order in which they are named. What was erased or taken away meanwhile is left out. */
export async function listNamedItems(db: Db, scope: Scope, ids: readonly string[]): Promise<NamedItem[]> {
  if (ids.length === 0) return []
  const rows = await withNames(db.named(scope)).where('feedbackItems.id', 'in', idsIn(db.engine, ids)).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
