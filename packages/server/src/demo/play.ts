import { confirmAddress } from '../customers/confirm.ts'
import { setMailed } from '../customers/unsubscribe.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { replyFeedback } from '../feedback/reply.ts'
import { clearNews, findItem } from '../feedback/store.ts'
import { submitFeedback } from '../feedback/submit.ts'
import { tellConfirmed } from '../feedback/tell-arrived.ts'
import { addMessage } from '../feedback/thread/add-message.ts'
import { react } from '../feedback/thread/react.ts'
import { markSpam, planFeedback, routeFeedback } from '../feedback/triage.ts'
import { publishOutcome } from '../outcomes/publish-outcome.ts'
import { createOutcome } from '../outcomes/write-outcome.ts'
import type { KnownSite } from '../sites/store.ts'
import { beginInitiative } from './begin-initiative.ts'
import type { DemoCustomer } from './cast.ts'
import { type Chance, createChance } from './chance.ts'
import { type Company, idOf } from './company.ts'
import type { DemoOutcome } from './noorderwiel/outcomes.ts'
import { SITE_ADDRESS, whereaboutsOf } from './noorderwiel/pages.ts'
import type { Step } from './plot.ts'
import type { Voice } from './read-voices.ts'

/** What has come to exist so far, by what the script calls it. */
interface Stage {
  company: Company
  site: KnownSite
  chance: Chance
  items: Map<Voice, { id: string; customer: Scope }>
  customers: Map<DemoCustomer, Scope>
  initiatives: Map<string, string>
  outcomes: Map<string, string>
}

/** Plays the steps with the verbs of the product, each on the clock of its own moment. Answers with the ids of the outcomes and the initiatives. */
export async function playSteps(
  deps: Deps,
  company: Company,
  site: KnownSite,
  steps: readonly Step[],
): Promise<Pick<Stage, 'outcomes' | 'initiatives'>> {
  const stage: Stage = {
    company,
    site,
    chance: createChance(412),
    items: new Map(),
    customers: new Map(),
    initiatives: new Map(),
    outcomes: new Map(),
  }
  for (const step of steps) await play({ ...deps, clock: () => step.at }, stage, step)
  return stage
}

async function play(deps: Deps, stage: Stage, step: Step): Promise<unknown> {
  switch (step.does) {
    case 'submit':
      return submit(deps, stage, step.voice, step.customer)
    case 'confirm':
      return confirmAddress(deps, deps.tokens.sign('confirm', idOfCustomer(stage, step.customer), step.customer.email ?? ''), tellConfirmed)
    case 'unsubscribe':
      return setMailed(deps, deps.tokens.sign('unsubscribe', idOfCustomer(stage, step.customer)), false)
    case 'begin': {
      const id = await beginInitiative(deps, stage.company, step.initiative, step.at)
      return stage.initiatives.set(step.initiative.key, id)
    }
    case 'publish':
      return publish(deps, stage, step.outcome)
    default:
      return playOnItem(deps, stage, step)
  }
}

type ItemStep = Exclude<Step, { does: 'submit' | 'confirm' | 'unsubscribe' | 'begin' | 'publish' }>

function playOnItem(deps: Deps, stage: Stage, step: ItemStep): Promise<unknown> {
  const { id, customer } = itemOf(stage, step.voice)
  switch (step.does) {
    case 'route':
      return routeWhereItBelongs(deps, stage, step.voice, step.by)
    case 'spam':
      return markSpam(deps, member(stage, step.by), { id })
    case 'reply':
      return replyFeedback(deps, member(stage, step.by), { id, text: step.text, internal: step.internal })
    case 'add':
      return addMessage(deps, customer, `${id}:${step.at.getTime()}`, { id, text: step.text })
    case 'plan':
      return planFeedback(deps, member(stage, step.by), { id, initiativeId: idOf(stage.initiatives, step.initiative) })
    case 'see':
      return clearNews(deps.db, customer, id)
    case 'react':
      return react(deps, customer, { id, helped: step.helped, text: step.text })
  }
}

const member = ({ company }: Stage, key: string) => company.members.get(key) ?? company.owner

function itemOf({ items }: Stage, voice: Voice) {
  const item = items.get(voice)
  if (!item) throw new Error(`Something happens to what nobody said yet: ${voice.message}`)
  return item
}

function idOfCustomer({ customers }: Stage, customer: DemoCustomer): string {
  const who = customers.get(customer)?.who
  return who && 'id' in who ? who.id : ''
}

async function submit(deps: Deps, stage: Stage, voice: Voice, customer: DemoCustomer) {
  const { site, company, items, customers } = stage
  const { organisationId } = company.owner
  const known = customers.get(customer)
  const scope: Scope = known ?? { organisationId, who: { kind: 'site', id: site.id } }
  const submission = { ...words(voice, stage.chance), ...(!known && whoTheyAre(customer)) }
  const key = `demo-${items.size}`
  const { id } = await submitFeedback(deps, scope, (change) => change(deps.db), { site, submission, key })
  const item = await findItem(deps.db, scope, id)
  const asCustomer: Scope = { organisationId, who: { kind: 'customer', id: item?.customerId ?? '', siteId: site.id } }
  items.set(voice, { id, customer: asCustomer })
  customers.set(customer, asCustomer)
}

const whoTheyAre = ({ name, email }: DemoCustomer) => ({ ...(name && { name }), ...(email && { email, emailConsent: true }) })

function words({ goal, kind, message, rating, language }: Voice, chance: Chance) {
  const { paths, attributes, numbered } = whereaboutsOf(goal)
  const number = numbered && chance.happens(0.6) ? { [numbered.name]: `${numbered.prefix}${Math.floor(chance.between(10_000, 99_999))}` } : {}
  return {
    kind,
    message,
    locale: language,
    ...(rating !== null && { rating: { scale: 'csat' as const, value: rating } }),
    ...(chance.happens(0.9) && { pageUrl: `${SITE_ADDRESS}${chance.pick(paths)}` }),
    attributes: { ...(chance.happens(0.85) && attributes), ...number },
  }
}

/** A person corrects what no rule, or the wrong one, decided. */
async function routeWhereItBelongs(deps: Deps, stage: Stage, voice: Voice, by: string) {
  const { id } = itemOf(stage, voice)
  const goalId = idOf(stage.company.goals, voice.goal ?? '')
  const item = await findItem(deps.db, stage.company.owner, id)
  if (item?.goalId !== goalId) await routeFeedback(deps, member(stage, by), { id, goalId })
}

async function publish(deps: Deps, stage: Stage, { key, goal, kind, by, nl, en, isDraft, initiative }: DemoOutcome) {
  const isAnswered = (voice: Voice) => (isDraft ? voice.initiative === initiative : voice.outcome === key)
  const feedbackIds = [...stage.items].filter(([voice]) => isAnswered(voice)).map(([, { id }]) => id)
  const scope = member(stage, by)
  const written = { ...nl, nothingMore: nl.next === undefined && !isDraft, locale: 'nl', ...(en && { translations: { en } }) }
  const draft = { ...written, goalId: idOf(stage.company.goals, goal), kind, feedbackIds, public: true }
  const { id } = await createOutcome(deps, scope, draft)
  if (isDraft) return
  await publishOutcome(deps, scope, { id })
  stage.outcomes.set(key, id)
}
