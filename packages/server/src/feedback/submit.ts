import type { Receipt, Submission } from '@klankbord/shared/feedback'
import { takeAddress } from '../customers/addresses.ts'
import { findCustomer, insertCustomer } from '../customers/store.ts'
import type { Db } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Commit } from '../db/group-commit.ts'
import { once } from '../db/idempotency.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { findPromise } from '../goals/promises.ts'
import { replyBy } from '../goals/reply-by.ts'
import { enqueue } from '../outbox/outbox.ts'
import { routeToGoal } from '../routing/route-to-goal.ts'
import type { KnownSite } from '../sites/store.ts'
import { readIntake } from './intake.ts'
import { insertItem, type NewItem } from './store.ts'

interface Intake {
  site: KnownSite
  submission: Submission
  /** The request's `Idempotency-Key`. */
  key: string
}

/**
 * Keeps what a customer says, routes it to the goal that owns it and promises an answer; answers only when all of it is on disk.
 * The same key with the same submission gives the same receipt and keeps one item.
 */
export function submitFeedback(deps: Deps, scope: Scope, commit: Commit, { site, submission, key }: Intake): Promise<Receipt> {
  const now = deps.clock()
  const customerId = scope.who.kind === 'customer' ? scope.who.id : null
  const attempt = { place: `site:${site.id}`, key, request: [customerId, submission] }
  // Someone new without an address: nothing that is written needs to be read again.
  const blind = customerId === null && submission.email === undefined
  return once(
    deps.db,
    attempt,
    now,
    (work) => commit(work, { blind }),
    (db) => receive(deps, db, scope, { site, submission, customerId }, now),
  )
}

interface Arrived {
  site: KnownSite
  submission: Submission
  /** Null for someone new. */
  customerId: string | null
}

async function receive(deps: Deps, db: Db, scope: Scope, { site, submission, customerId }: Arrived, now: Date): Promise<Receipt> {
  const { timeZone, language, rules } = await readIntake(db, scope)
  const { goalId, decision } = routeToGoal({ ...submission, site }, rules, language)
  const promise = await findPromise(db, scope, goalId)
  const goal = promise ? { title: promise.title, team: promise.team, replyBy: replyBy(now, promise.replyWithinDays, timeZone) } : null
  const owner = customerId ?? (await newCustomer(db, scope, site, submission, now.toISOString()))
  const item = newItem(submission, { siteId: site.id, customerId: owner, goalId, replyBy: goal?.replyBy ?? null, routing: decision }, now)
  await insertItem(db, scope, item)
  const routed = { type: 'feedback.routed', feedbackItemId: item.id, detail: { goalId, team: goal?.team, ruleId: decision.ruleId } }
  await record(db, scope, [{ type: 'feedback.received', feedbackItemId: item.id, detail: { siteId: site.id } }, ...(goal ? [routed] : [])], now)
  const mail = await tellReceipt(deps, db, scope, { customerId: owner, feedbackItemId: item.id, submission }, now)
  return {
    id: item.id,
    ...(customerId === null && { customerToken: deps.tokens.sign('customer', owner) }),
    statusUrl: `${deps.config.publicUrl}/f/${deps.tokens.sign('status', item.id)}`,
    status: item.status,
    goal,
    mail,
  }
}

type Given = Pick<NewItem, 'siteId' | 'customerId' | 'goalId' | 'replyBy' | 'routing'>

function newItem({ kind, message, rating, locale, pageUrl, attributes }: Submission, given: Given, now: Date) {
  return {
    ...given,
    id: newId(),
    kind,
    message,
    status: given.goalId === null ? ('received' as const) : ('routed' as const),
    ratingScale: rating?.scale ?? null,
    ratingValue: rating?.value ?? null,
    locale: locale ?? null,
    pageUrl: pageUrl ?? null,
    attributes: attributes ?? {},
    submittedAt: now.toISOString(),
    news: 0,
  }
}

async function newCustomer(db: Db, scope: Scope, site: KnownSite, { name, locale }: Submission, createdAt: string) {
  const id = newId()
  await insertCustomer(db, scope, { id, siteId: site.id, name: name ?? null, locale: locale ?? null, createdAt })
  return id
}

/** The receipt goes to a confirmed address; to another one goes the one confirmation, which is the receipt too. */
async function tellReceipt(
  deps: Deps,
  db: Db,
  scope: Scope,
  told: { customerId: string; feedbackItemId: string; submission: Submission },
  now: Date,
): Promise<Receipt['mail']> {
  const { customerId, feedbackItemId, submission } = told
  const isKnown = scope.who.kind === 'customer'
  if (submission.email === undefined && !isKnown) return 'none'
  if (submission.email !== undefined) {
    const state = await takeAddress(deps, db, scope, { customerId, email: submission.email, locale: submission.locale ?? null, feedbackItemId }, now)
    if (state === 'confirm') return 'confirm'
  }
  const customer = await findCustomer(db, scope, customerId)
  if (!customer?.email || !customer.emailConfirmedAt || customer.unsubscribedAt) return 'none'
  await enqueue(
    db,
    scope,
    [
      {
        id: `receipt:${feedbackItemId}`,
        kind: 'receipt',
        payload: { feedbackItemId },
        aboutId: feedbackItemId,
        customerId,
        receiver: customer.email,
      },
    ],
    now,
  )
  return 'confirmed'
}
