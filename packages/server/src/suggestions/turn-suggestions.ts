import { type Compilable, type Db, transact } from '../db/db.ts'
import { type Scope, systemScope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { askRebuild } from '../feedback/learning-store.ts'
import { giveByModel } from '../feedback/triage.ts'
import { languagesOf } from '../routing/language.ts'
import { usualFlagWords } from '../routing/texts/flag-words.ts'
import { keepingAlike, listAlike } from './alike-store.ts'
import { buildModel } from './build-model.ts'
import { byOrganisation } from './by-organisation.ts'
import { learnerOf } from './learner.ts'
import { countExamples } from './learning-store.ts'
import { findModelNumber, listLocales, listTaught, readSettings, type Settings, type TaughtGoal } from './model-store.ts'
import { findSuggestion, type Kept, keeping, type Waiting } from './store.ts'
import { fingerprintOf, standinsOf } from './taught-goals.ts'

/** With more decisions than this a first model takes so long that suggestions don't wait for it. */
const BUILT_AT_ONCE = 500

/** Makes the suggestions of these items, which were taken in hand, and lets the model route where it may. */
export async function suggestFor(deps: Deps, items: readonly Waiting[]): Promise<void> {
  for (const [organisationId, some] of byOrganisation(items)) await suggestWithin(deps, systemScope(organisationId), some)
}

async function suggestWithin(deps: Deps, scope: Scope, items: readonly Waiting[]) {
  const { db, clock } = deps
  const goals = await listTaught(db, scope)
  await requireModel(deps, scope, goals)
  const settings = await readSettings(db, scope)
  const { thread, number } = await learnerOf(db, scope)
  const made = await thread.ask('read', {
    organisationId: scope.organisationId,
    items: items.map(({ id, message, kind }) => ({ id, text: message, kind })),
    standins: standinsOf(goals),
    languages: languagesOf(await listLocales(db, scope)),
    flagWords: settings.flagWords ?? usualFlagWords,
  })
  const at = clock().toISOString()
  const kept = items.flatMap((item, i): Kept[] => {
    const one = made[i]
    return one ? [{ item, made: one, model: number, threshold: settings.threshold, at }] : []
  })
  await db.writeApart(keeping(db, kept))
  const own = new Set(kept.map(({ item }) => item.seq))
  const alike: Compilable<unknown>[] = []
  for (const { item, made } of kept) if (item.isNew) alike.push(...keepingAlike(db, item, await listAlike(db, item, made.terms), own))
  await db.writeApart(alike)
  for (const one of kept) await route(deps, scope, one, settings, goals)
}

/** A model that does not fit the goals any more is built anew; without any, the first one is waited for where that is short. */
async function requireModel(deps: Deps, scope: Scope, goals: readonly TaughtGoal[]) {
  const { db, clock } = deps
  const newest = await findModelNumber(db, scope)
  if (newest?.goals === fingerprintOf(goals)) return
  if (!newest && !goals.some(({ endedAt }) => endedAt === null)) return
  const { rebuildAt } = await readSettings(db, scope)
  if (rebuildAt === null) await askRebuild(db, scope, clock().toISOString())
  const decisions = [...(await countExamples(db, scope)).values()].reduce((sum, count) => sum + count, 0)
  if (newest || decisions > BUILT_AT_ONCE) return
  await new Promise<void>((resolve) => {
    buildModel(deps, scope, resolve).finally(resolve)
  })
}

/** Sends an item where the model is sure enough, may do so and an admin wants it; never what a person must look at first. */
async function route({ db, clock }: Deps, scope: Scope, { item, made, model, threshold }: Kept, settings: Settings, goals: readonly TaughtGoal[]) {
  const [first] = made.candidates
  if (!first || first.confidence < threshold) return
  if (!settings.wanted.includes(first.goalId) || settings.standing[first.goalId] !== 'on') return
  if (made.flags.length > 0 && !(await wasLookedAt(db, scope, item.id))) return
  const insteadOf = goals.find(({ id }) => id === first.insteadOf)?.title ?? null
  const given = { id: item.id, goalId: first.goalId, model, confidence: first.confidence, words: first.words, insteadOf }
  await transact(db, (db) => giveByModel(db, scope, given, clock()))
}

const wasLookedAt = async (db: Db, scope: Scope, id: string) => (await findSuggestion(db, scope, id))?.lookedAt != null
