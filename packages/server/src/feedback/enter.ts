import type { FeedbackItem } from '@klankbord/shared/feedback'
import type { EnteredFeedback } from '@klankbord/shared/merging'
import type { RoutingDecision, RoutingEffects } from '@klankbord/shared/routing'
import { takeAddress } from '../customers/addresses.ts'
import { insertCustomer } from '../customers/store.ts'
import { type Db, transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { once } from '../db/idempotency.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import { stemsIn } from '../db/stems.ts'
import type { Deps } from '../deps.ts'
import { findPromise } from '../goals/promises.ts'
import { replyBy } from '../goals/reply-by.ts'
import { badField, notFoundAt } from '../problem-error.ts'
import { decidedByPerson, goalEnded, routeToGoal } from '../routing/route-to-goal.ts'
import { findSite, type KnownSite } from '../sites/store.ts'
import { applyEffects } from './apply-effects.ts'
import { readFeedback } from './inbox/read-feedback.ts'
import { readIntake } from './intake.ts'
import { keepDecision } from './learning-store.ts'
import { insertItem, type NewItem, setChannel } from './store.ts'

/**
 * A member writes down what a customer told by phone or at the desk. It is the customer's from then on, with a link of their own when they leave an address: what
 * they confirm, they are told. The same key with the same words keeps it once.
 */
export async function enterFeedback(deps: Deps, scope: Scope, key: string, entered: EnteredFeedback): Promise<FeedbackItem> {
  const { db, clock } = deps
  const now = clock()
  const { id } = await once<{ id: string }>(
    db,
    { place: `enter:${scope.organisationId}`, key, request: entered },
    now,
    (work) => transact(db, work),
    async (db) => ({ id: await enter(deps, db, scope, entered, now) }),
  )
  return readFeedback(deps, scope, id)
}

async function enter(deps: Deps, db: Db, scope: Scope, entered: EnteredFeedback, now: Date): Promise<string> {
  const { siteId, customer, channel } = entered
  const site = await findSite(db, scope, siteId)
  if (!site) throw notFoundAt('siteId', 'site')
  const { goalId, replyBy, routing, team, ruleId, effects } = await place(db, scope, site, entered, now)
  const customerId = newId()
  const at = now.toISOString()
  await insertCustomer(db, scope, { id: customerId, siteId, name: customer.name ?? null, locale: customer.locale ?? null, createdAt: at })
  const item = itemOf(entered, { siteId, customerId, goalId, replyBy, routing, submittedAt: at, priority: effects?.priority ?? null })
  await insertItem(db, scope, item)
  await setChannel(db, scope, item.id, channel)
  const events = [
    { type: 'feedback.received', feedbackItemId: item.id, detail: { siteId, channel } },
    ...(goalId === null ? [] : [{ type: 'feedback.routed', feedbackItemId: item.id, detail: { goalId, team, ruleId } }]),
  ]
  await record(db, scope, events, now)
  // Who told it in person was asked in person.
  if (effects) await applyEffects(db, scope, { item, effects: { ...effects, ask: undefined }, team: team ?? null, isMailed: false }, now)
  if (entered.goalId !== undefined) await keepDecision(db, scope, { id: item.id, routing, goalId: null }, entered.goalId, now)
  const { email, locale = null } = customer
  if (email !== undefined) await takeAddress(deps, db, scope, { customerId, email, locale, feedbackItemId: item.id }, now)
  return item.id
}

interface Place {
  goalId: string | null
  replyBy: string | null
  routing: RoutingDecision
  team: string | undefined
  ruleId: string | undefined
  effects?: RoutingEffects | undefined
}

/** The goal that the member names, else the one that the rules choose. */
async function place(db: Db, scope: Scope, site: KnownSite, entered: EnteredFeedback, now: Date): Promise<Place> {
  const { calendar, language, rules, version } = await readIntake(db, scope, now)
  const name = 'name' in scope.who ? scope.who.name : null
  const route = entered.goalId === undefined ? routeToGoal({ ...entered, site }, rules, language, version) : undefined
  const promise = await findPromise(db, scope, route ? route.goalId : (entered.goalId ?? null))
  if (!route && !promise) throw notFoundAt('goalId', 'goal')
  if (!route && promise?.hasEnded) throw badField('goalId', 'This goal has ended. Choose another, or leave it to the rules')
  const nowhere = { goalId: null, replyBy: null, team: undefined, ruleId: undefined }
  if (promise?.hasEnded) return { ...nowhere, routing: goalEnded(promise.title, language) }
  if (!promise) return { ...nowhere, routing: route?.decision ?? decidedByPerson(name, language) }
  return {
    goalId: route ? route.goalId : (entered.goalId ?? null),
    replyBy: replyBy(now, promise.replyWithinDays, calendar),
    routing: route?.decision ?? decidedByPerson(name, language),
    team: promise.team,
    ruleId: route?.decision.ruleId,
    effects: route?.effects,
  }
}

type Given = Pick<NewItem, 'siteId' | 'customerId' | 'goalId' | 'replyBy' | 'routing' | 'submittedAt' | 'priority'>

const itemOf = ({ kind, message, rating, customer }: EnteredFeedback, given: Given): NewItem => ({
  ...given,
  id: newId(),
  kind,
  message,
  stems: stemsIn(message),
  status: given.goalId === null ? 'received' : 'routed',
  ratingScale: rating?.scale ?? null,
  ratingValue: rating?.value ?? null,
  locale: customer.locale ?? null,
  pageUrl: null,
  attributes: {},
  answers: [],
  news: 0,
  askedAt: null,
  pausedReplyBy: null,
})
