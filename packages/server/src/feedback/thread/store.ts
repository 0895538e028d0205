import type { Db } from '../../db/db.ts'
import { prepared } from '../../db/prepared.ts'
import type { Scope } from '../../db/scope.ts'

interface OfThread {
  organisationId: string
  id: string
}

const named = (db: Db, { organisationId, id }: OfThread) =>
  db
    .within({ organisationId, who: { kind: 'system' } })
    .selectFrom('feedbackItems')
    .leftJoin('goals', 'goals.id', 'feedbackItems.goalId')
    .leftJoin('teams', 'teams.id', 'goals.teamId')
    .leftJoin('outcomes', 'outcomes.id', 'feedbackItems.outcomeId')
    .select([
      'feedbackItems.id',
      'feedbackItems.kind',
      'feedbackItems.message',
      'feedbackItems.status',
      'feedbackItems.locale',
      'feedbackItems.submittedAt',
      'feedbackItems.news',
      'feedbackItems.replyBy',
      'feedbackItems.askedAt',
      'feedbackItems.initiativeId',
      'feedbackItems.plan',
      'feedbackItems.goalId',
      'feedbackItems.outcomeId',
      'feedbackItems.answers',
      'feedbackItems.ratingScale',
      'feedbackItems.ratingValue',
      'goals.title as goalTitle',
      'goals.public as goalPublic',
      'goals.state as goalState',
      'teams.name as team',
    ])
    .select(['outcomes.kind as outcomeKind', 'outcomes.title as outcomeTitle', 'outcomes.did', 'outcomes.better', 'outcomes.next'])
    .select(['outcomes.translations', 'outcomes.locale as outcomeLocale', 'outcomes.nothingMoreAt', 'outcomes.publishedAt'])
    .select(['outcomes.correctedAt', 'outcomes.withdrawnAt', 'outcomes.pictures'])
    .select(['feedbackItems.helped', 'feedbackItems.reactionReasons', 'feedbackItems.reactionText', 'feedbackItems.reactedAt'])
    .where('feedbackItems.id', '=', id)

const thread = prepared((db, { customerId, organisationId, id }: OfThread & { customerId: string }) =>
  named(db, { organisationId, id }).where('feedbackItems.customerId', '=', customerId),
)
const standing = prepared(named)

/** How an item stands whose customer is somebody else; nothing that its customer said may be shown of it. */
export async function findStanding(db: Db, { organisationId }: Scope, id: string) {
  const [row] = await standing(db, { organisationId, id })
  return row
}

/** A customer's own item with what surrounds it: the promise, the plan, the outcome. Undefined when it is not theirs. */
export async function findThread(db: Db, { organisationId }: Scope, customerId: string, id: string) {
  const [row] = await thread(db, { organisationId, customerId, id })
  return row
}

export type ThreadRow = NonNullable<Awaited<ReturnType<typeof findThread>>>

interface OfCustomer {
  organisationId: string
  customerId: string
}

/** More than any page shows, so that the text of the query is always the same. */
const MOST = 201

const mine = (db: Db, { organisationId, customerId }: OfCustomer) =>
  db
    .within({ organisationId, who: { kind: 'system' } })
    .selectFrom('feedbackItems')
    .select(['id', 'kind', 'message', 'status', 'submittedAt', 'news', 'askedAt'])
    .where('customerId', '=', customerId)
    .orderBy('submittedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)

const firstMine = prepared(mine)
const nextMine = prepared((db, { at, id, organisationId, customerId }: OfCustomer & { at: string; id: string }) =>
  mine(db, { organisationId, customerId }).where((eb) => eb(eb.refTuple('submittedAt', 'id'), '<', eb.tuple(at, id))),
)

/** A customer's own items, newest first, after `[submittedAt, id]`; at least one more than a page shows, where there are more. */
export function listMine(db: Db, { organisationId }: Scope, customerId: string, after: string[] | null) {
  return after ? nextMine(db, { organisationId, customerId, at: after[0] ?? '', id: after[1] ?? '' }) : firstMine(db, { organisationId, customerId })
}

/** What everyone with this confirmed address said, newest first: one person on two devices is two customers with one mailbox. At most 200. */
export const listOfAddress = (db: Db, scope: Scope, email: string) =>
  db
    .within(scope)
    .selectFrom('feedbackItems')
    .innerJoin('customers', 'customers.id', 'feedbackItems.customerId')
    .select([
      'feedbackItems.id',
      'feedbackItems.kind',
      'feedbackItems.message',
      'feedbackItems.status',
      'feedbackItems.submittedAt',
      'feedbackItems.news',
    ])
    .where('customers.email', '=', email)
    .where('customers.emailConfirmedAt', 'is not', null)
    .orderBy('feedbackItems.submittedAt', 'desc')
    .orderBy('feedbackItems.id', 'desc')
    .limit(200)
    .execute()

/** Of these outcomes those that were withdrawn, as their customers read of it. */
export const listWithdrawn = (db: Db, scope: Scope, ids: string[]) =>
  db
    .within(scope)
    .selectFrom('outcomes')
    .innerJoin('goals', 'goals.id', 'outcomes.goalId')
    .innerJoin('teams', 'teams.id', 'goals.teamId')
    .select(['outcomes.id', 'outcomes.title', 'outcomes.did', 'outcomes.better', 'outcomes.next', 'outcomes.nothingMoreAt', 'outcomes.locale'])
    .select(['outcomes.translations', 'outcomes.withdrawnAt', 'outcomes.withdrawnBecause', 'teams.name as team'])
    .where('outcomes.id', 'in', ids)
    .where('outcomes.withdrawnAt', 'is not', null)
    .execute()
