import type { Rating } from '@klankbord/shared/feedback'
import type { RoutingClause, RoutingCondition } from '@klankbord/shared/routing'
import type { DryRun } from '@klankbord/shared/suggestions'
import type { Kind } from '@klankbord/shared/widget'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { notFoundAt } from '../problem-error.ts'
import { usualFlagWords } from '../routing/texts/flag-words.ts'
import { listRoutableRules } from '../rules/store.ts'
import { collectLessons } from './build-model.ts'
import { inBuilder, learnerOf } from './learner.ts'
import { listTried } from './learning-store.ts'
import { findModel, listTaught, readSettings, type Settings, type TaughtGoal } from './model-store.ts'
import { historyOf, standingAfter } from './settle-standing.ts'
import { learnable, standinsOf } from './taught-goals.ts'
import type { Move, TriedItem, Way } from './thread/tasks.ts'

interface Draft {
  rules?: { id?: string | undefined; goalId: string; when: RoutingClause[] }[] | undefined
  threshold?: number | undefined
  goals?: { goalId: string; title?: string | undefined; intake?: string | undefined }[] | undefined
  last: number
}

/** Routes the newest items as the routing stands and as it would with the draft, and tells what would change. Changes nothing. */
export async function dryRun({ db }: Deps, scope: Scope, draft: Draft): Promise<DryRun> {
  const goals = await listTaught(db, scope)
  requireGoals(goals, draft)
  const settings = await readSettings(db, scope)
  const items = (await listTried(db, scope, draft.last)).map(triedOf)
  const now = await wayOf(db, scope, settings)
  const drafted = await wayOf(db, scope, { ...settings, threshold: draft.threshold ?? settings.threshold })
  const live = standinsOf(goals)
  const rules = draft.rules?.map(({ id = '', goalId, when }) => ({ id, goalId: live[goalId] === goalId ? goalId : null, when }))
  const input = { organisationId: scope.organisationId, items, standins: live, now, draft: { ...drafted, rules: rules ?? drafted.rules } }
  const flagWords = settings.flagWords ?? usualFlagWords
  const moves = draft.goals?.length
    ? await rehearsed(db, scope, goals, draft.goals, { ...input, flagWords })
    : await (await learnerOf(db, scope)).thread.ask('dryRun', { ...input, flagWords, isRebuilt: false })
  return present(moves, items, goals)
}

function requireGoals(goals: readonly TaughtGoal[], { rules = [], goals: texts = [] }: Draft) {
  const known = new Set(goals.map(({ id }) => id))
  for (const [i, { goalId }] of rules.entries()) if (!known.has(goalId)) throw notFoundAt(`rules.${i}.goalId`, 'goal')
  for (const [i, { goalId }] of texts.entries()) if (!known.has(goalId)) throw notFoundAt(`goals.${i}.goalId`, 'goal')
}

/** How routing goes with these settings: the rules, and the goals that the model would route to. */
async function wayOf(db: Deps['db'], scope: Scope, settings: Settings): Promise<Way> {
  const model = await findModel(db, scope)
  const standing = model ? standingAfter(await historyOf(db, scope, model), settings) : {}
  const rules = (await listRoutableRules(db, scope)) as { id: string; goalId: string | null; when: RoutingCondition[] }[]
  return { rules, threshold: settings.threshold, routes: settings.wanted.filter((goalId) => standing[goalId] === 'on') }
}

/** Other texts of goals mean another model: it is trained in a thread of its own, beside the present one. */
function rehearsed(
  db: Deps['db'],
  scope: Scope,
  goals: readonly TaughtGoal[],
  texts: NonNullable<Draft['goals']>,
  input: Parameters<typeof rehearse>[3],
): Promise<Move[]> {
  return inBuilder((thread) => rehearse(db, scope, { thread, goals, texts }, input))
}

async function rehearse(
  db: Deps['db'],
  scope: Scope,
  { thread, goals, texts }: { thread: Parameters<typeof collectLessons>[2]; goals: readonly TaughtGoal[]; texts: NonNullable<Draft['goals']> },
  input: Omit<Parameters<typeof thread.ask<'dryRun'>>[1], 'isRebuilt'>,
): Promise<Move[]> {
  await collectLessons(db, scope, thread)
  const { organisationId } = scope
  await thread.ask('rehearse', { organisationId, goals: learnable(goals), as: 'now' })
  const others = new Map(texts.map(({ goalId, title, intake }) => [goalId, { ...(title && { title }), ...(intake !== undefined && { intake }) }]))
  await thread.ask('rehearse', { organisationId, goals: learnable(goals, others), as: 'draft' })
  return thread.ask('dryRun', { ...input, isRebuilt: true })
}

type Tried = Awaited<ReturnType<typeof listTried>>[number]

function triedOf({ siteId, siteKey, siteName, ratingScale, ratingValue, kind, attributes, ...row }: Tried): TriedItem {
  const rating = ratingScale !== null && ratingValue !== null ? ({ scale: ratingScale, value: ratingValue } as Rating) : null
  const site = { id: siteId, key: siteKey, name: siteName }
  return { ...row, kind: kind as Kind, rating, attributes: JSON.parse(attributes) as Record<string, string>, site }
}

function present(moves: readonly Move[], items: readonly TriedItem[], goals: readonly TaughtGoal[]): DryRun {
  const titles = new Map(goals.map(({ id, title }) => [id, title]))
  const messages = new Map(items.map(({ id, message }) => [id, message]))
  const named = (id: string | null) => (id === null ? null : { id, title: titles.get(id) ?? '' })
  return {
    tried: items.length,
    changed: moves.reduce((sum, { count }) => sum + count, 0),
    moves: moves.map(({ from, to, by, count, examples }) => {
      return { from: named(from), to: named(to), by, count, examples: examples.map((id) => ({ id, message: messages.get(id) ?? '' })) }
    }),
  }
}
