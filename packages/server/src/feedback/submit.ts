import type { Receipt, Submission } from '@klankbord/shared/feedback'
import type { IdentityClaims } from '@klankbord/shared/identity'
import type { RoutingEffects } from '@klankbord/shared/routing'
import { claimAll } from '../attachments/claim-attachments.ts'
import { takeAddress } from '../customers/addresses.ts'
import { customerScope } from '../customers/confirm.ts'
import { identify } from '../customers/identify.ts'
import { findCustomer, insertCustomer, isMailable } from '../customers/store.ts'
import type { Db } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Commit } from '../db/group-commit.ts'
import { once } from '../db/idempotency.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import { stemsIn } from '../db/stems.ts'
import type { Deps } from '../deps.ts'
import { findPromise } from '../goals/promises.ts'
import { replyBy } from '../goals/reply-by.ts'
import { enqueue } from '../outbox/outbox.ts'
import { goalEnded, routeToGoal } from '../routing/route-to-goal.ts'
import { checkAnswers } from '../sites/answers.ts'
import type { KnownSite } from '../sites/store.ts'
import { applyEffects } from './apply-effects.ts'
import { readIntake } from './intake.ts'
import { pausedFrom } from './promise/dates-in.ts'
import { insertItem, type NewItem } from './store.ts'

interface Intake {
  site: KnownSite
  submission: Omit<Submission, 'identity'>
  /** Who the host site says that it is. */
  identity?: IdentityClaims | null
  /** The request's `Idempotency-Key`. */
  key: string
}

/**
 * Keeps what a customer says, routes it to the goal that owns it and promises an answer; answers only when all of it is on disk.
 * The same key with the same submission gives the same receipt and keeps one item.
 */
export function submitFeedback(deps: Deps, scope: Scope, commit: Commit, { site, submission, identity = null, key }: Intake): Promise<Receipt> {
  const now = deps.clock()
  const customerId = scope.who.kind === 'customer' ? scope.who.id : null
  // A token of the host site may have been renewed between two tries; who it speaks of is still the same.
  const attempt = { place: `site:${site.id}`, key, request: [identity ? { externalId: identity.externalId } : customerId, submission] }
  // Someone new without an address or a picture: nothing that is written needs to be read again.
  const blind = customerId === null && identity === null && submission.email === undefined && !submission.attachments?.length
  return once(
    deps.db,
    attempt,
    now,
    (work) => commit(work, { blind }),
    (db) => receive(deps, db, scope, { site, submission, identity, customerId }, now),
  )
}

interface Arrived {
  site: KnownSite
  submission: Intake['submission']
  identity: IdentityClaims | null
  /** Whose token came along. Null for someone new. */
  customerId: string | null
}

async function receive(deps: Deps, db: Db, asked: Scope, arrived: Arrived, now: Date): Promise<Receipt> {
  const { site, submission, customerId } = arrived
  const answers = checkAnswers(site.questions, submission.answers ?? {})
  const { owner, scope } = await ownerOf(db, asked, arrived, now)
  const { calendar, language, rules, version } = await readIntake(db, scope, now)
  const route = routeToGoal({ ...submission, site }, rules, language, version)
  const promise = await findPromise(db, scope, route.goalId)
  // Its rules were read a moment ago, and the goal may have ended since.
  const { goalId, decision, effects } = promise?.hasEnded ? { goalId: null, decision: goalEnded(promise.title, language), effects: undefined } : route
  const date = promise && goalId !== null ? replyBy(now, promise.replyWithinDays, calendar) : null
  // Whoever is asked something at once is promised no date until they answer.
  const dates = effects?.ask === undefined ? { replyBy: date, askedAt: null, pausedReplyBy: null } : pausedFrom(now, date)
  const goal = promise && goalId !== null ? { title: promise.title, team: promise.team, replyBy: dates.replyBy } : null
  const given = { siteId: site.id, customerId: owner, goalId, ...dates, routing: decision, effects, answers }
  const item = newItem(submission, given, now)
  await insertItem(db, scope, item)
  if (submission.attachments) await claimAll(db, scope, { siteId: site.id, feedbackItemId: item.id, ids: submission.attachments })
  const toGoal = { type: 'feedback.routed', feedbackItemId: item.id, detail: { goalId, team: goal?.team, ruleId: decision.ruleId } }
  await record(db, scope, [{ type: 'feedback.received', feedbackItemId: item.id, detail: { siteId: site.id } }, ...(goal ? [toGoal] : [])], now)
  const mail = await tellReceipt(deps, db, scope, { customerId: owner, feedbackItemId: item.id, submission }, now)
  if (effects) await applyEffects(db, scope, { item, effects, team: goal?.team ?? null, isMailed: mail === 'confirmed' }, now)
  return {
    id: item.id,
    ...(customerId !== owner && { customerToken: deps.tokens.sign('customer', owner) }),
    statusUrl: `${deps.config.publicUrl}/f/${deps.tokens.sign('status', item.id)}`,
    status: item.status,
    goal,
    mail,
  }
}

/**
 * Whose item it is. Whom the host site signed in comes before whose token the device still holds: that may be somebody who used it before, and what they
 * said never passes to another.
 */
async function ownerOf(db: Db, scope: Scope, { site, submission, identity, customerId }: Arrived, now: Date) {
  if (identity) {
    const { id } = await identify(db, scope, site.id, identity, now)
    return { owner: id, scope: customerScope({ id, siteId: site.id, organisationId: site.organisationId }) }
  }
  return { owner: customerId ?? (await newCustomer(db, scope, site, submission, now.toISOString())), scope }
}

type Given = Pick<NewItem, 'siteId' | 'customerId' | 'goalId' | 'replyBy' | 'askedAt' | 'pausedReplyBy' | 'routing' | 'answers'> & {
  effects: RoutingEffects | undefined
}

/** Names each field, since copying them over from `given` costs more here than all the rest of it does. */
function newItem({ kind, message, rating, locale, pageUrl, attributes }: Intake['submission'], given: Given, now: Date): NewItem {
  const { siteId, customerId, goalId, replyBy, askedAt, pausedReplyBy, routing, effects, answers } = given
  return {
    id: newId(),
    siteId,
    customerId,
    kind,
    message,
    status: goalId === null ? 'received' : 'routed',
    ratingScale: rating?.scale ?? null,
    ratingValue: rating?.value ?? null,
    locale: locale ?? null,
    pageUrl: pageUrl ?? null,
    attributes: attributes ?? {},
    answers,
    goalId,
    replyBy,
    routing,
    submittedAt: now.toISOString(),
    priority: effects?.priority ?? null,
    // A question that is asked at once is news to the customer.
    news: effects?.ask === undefined ? 0 : 1,
    stems: stemsIn(message),
    askedAt,
    pausedReplyBy,
  }
}

async function newCustomer(db: Db, scope: Scope, site: KnownSite, { name, locale }: Intake['submission'], createdAt: string) {
  const id = newId()
  await insertCustomer(db, scope, { id, siteId: site.id, name: name ?? null, locale: locale ?? null, createdAt })
  return id
}

/** The receipt goes to a confirmed address; to another one goes the one confirmation, which is the receipt too. */
async function tellReceipt(
  deps: Deps,
  db: Db,
  scope: Scope,
  told: { customerId: string; feedbackItemId: string; submission: Intake['submission'] },
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
  if (!isMailable(customer)) return 'none'
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
