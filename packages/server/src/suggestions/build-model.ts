import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { inBuilder } from './learner.ts'
import { newestLessons, newestSaid } from './learning-store.ts'
import { claimBuild, endBuild, findModelNumber, keepingModel, keepingPart, listTaught, type StoredModel } from './model-store.ts'
import { settleStanding } from './settle-standing.ts'
import { askAgain } from './store.ts'
import { fingerprintOf, learnable } from './taught-goals.ts'
import type { LearnerThread } from './thread/thread.ts'

/** What people decided longer ago says little of how they decide now. */
const MOST_EXAMPLES = 10_000
const MOST_SAID = 5_000
const PAGE = 200
/** Longer than the largest build takes: then it is another process's turn. */
const LEASE_MS = 15 * 60_000
/** After a build that failed. */
const AGAIN_MS = 60_000

const underWay = new Set<Promise<unknown>>()

/** Waits for what is being built in this process. */
export const buildsUnderWay = () => Promise.all(underWay)

/**
 * Builds the model of an organisation anew in a thread of its own, where that was asked for and nobody else is at it. Then what waits to be routed is looked at
 * again. A first model serves as soon as it is there: how it would have done is found out after that. True when it was built.
 */
export function buildModel(deps: Deps, scope: Scope, firstServes: () => void = () => {}): Promise<boolean> {
  const building = buildInTurn(deps, scope, firstServes)
    .catch((error) => {
      // The database is away, say. What was asked for stays asked for.
      deps.log.error({ organisationId: scope.organisationId, err: error }, 'model not built')
      return false
    })
    .finally(() => underWay.delete(building))
  underWay.add(building)
  return building
}

async function buildInTurn(deps: Deps, scope: Scope, firstServes: () => void): Promise<boolean> {
  const { db, clock, log } = deps
  const now = clock()
  const askedAt = await claimBuild(db, scope, now.toISOString(), later(now, LEASE_MS))
  if (askedAt === undefined) return false
  try {
    const model = await inBuilder((thread) => learnAll(deps, scope, thread, now, firstServes))
    await settleStanding(db, scope)
    await endBuild(db, scope, askedAt)
    await db.writeApart([askAgain(db, scope, {})])
    log.info({ organisationId: scope.organisationId, model: model.number, examples: model.examples }, 'model built')
    return true
  } catch (error) {
    log.error({ organisationId: scope.organisationId, err: error }, 'model not built')
    // As if from the end of our own turn, so that it is ours to shorten.
    await claimBuild(db, scope, later(now, LEASE_MS + 1), later(now, AGAIN_MS)).catch(() => {})
    return false
  }
}

const later = (now: Date, ms: number) => new Date(now.getTime() + ms).toISOString()

async function learnAll({ db }: Deps, scope: Scope, thread: LearnerThread, now: Date, firstServes: () => void): Promise<StoredModel> {
  const goals = await listTaught(db, scope)
  const taught = { goals: learnable(goals) }
  await collectLessons(db, scope, thread)
  await collectSaid(db, scope, thread)
  const { parts, examples, twins } = await thread.ask('build', taught)
  const number = ((await findModelNumber(db, scope))?.number ?? 0) + 1
  for (let part = 0; part < parts; part++) {
    const packed = await thread.ask('takePart', { part })
    await db.writeApart([keepingPart(db, scope, number, part, packed)])
  }
  const untried = { number, builtAt: now.toISOString(), examples, goals: fingerprintOf(goals), curve: [], history: [], twins }
  if (number === 1) {
    await db.writeApart(keepingModel(db, scope, untried))
    firstServes()
  }
  const model = { ...untried, ...(await thread.ask('tryOut', taught)) }
  await db.writeApart(keepingModel(db, scope, model))
  return model
}

/** Gives the thread what people decided, newest first. */
export async function collectLessons(db: Deps['db'], scope: Scope, thread: LearnerThread) {
  for await (const rows of newestLessons(db, scope, MOST_EXAMPLES)) {
    await thread.ask('collect', { examples: rows.map(({ id, text, goalId }) => ({ id, text, goalId })) })
  }
}

async function collectSaid(db: Deps['db'], scope: Scope, thread: LearnerThread) {
  let before: string | null = null
  for (let read = 0; read < MOST_SAID; read += PAGE) {
    const rows: Awaited<ReturnType<typeof newestSaid>> = await newestSaid(db, scope, PAGE, before)
    await thread.ask('collect', { kinds: rows.map(({ message, kind }) => ({ text: message, goalId: kind })) })
    before = rows.at(-1)?.id ?? null
    if (rows.length < PAGE) return
  }
}
