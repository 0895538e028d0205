import { newId } from '../src/db/ids.ts'
import type { Deps } from '../src/deps.ts'
import { startSuggester } from '../src/suggestions/suggester.ts'
import { type Given, givenFeedback, itemOf } from './builders.ts'

/** Goals that customers of a bicycle shop speak of in words of their own, by a short name. */
export const SHOP = {
  band: { title: 'Lekke banden sneller plakken', intake: 'Lekke band, binnenband, buitenband, ventiel, plakken, leeggelopen' },
  rekening: { title: 'Rekeningen die kloppen', intake: 'Factuur, rekening, betaling, afschrijving, dubbel betaald, terugbetaling' },
  personeel: { title: 'Vriendelijk aan de balie', intake: 'Medewerker, vriendelijk, onbeleefd, balie, geholpen, wachtrij' },
} as const

export type GoalName = keyof typeof SHOP

const SAID: Record<GoalName, string[]> = {
  band: [
    'Mijn achterband was na een week weer leeg',
    'Het ventiel lekt sinds de reparatie',
    'Binnenband geplakt en toch loopt hij leeg',
    'Nieuwe buitenband en al een gat',
  ],
  rekening: [
    'Er is twee keer geld afgeschreven',
    'De factuur klopt niet met de offerte',
    'Ik wacht nog op mijn terugbetaling',
    'Waarom staat er btw dubbel op de rekening',
  ],
  personeel: [
    'De jongen aan de balie was heel aardig',
    'Ik werd nors te woord gestaan',
    'Mevrouw bij de kassa hielp me geweldig',
    'Lang in de rij en niemand die groette',
  ],
}

/** Something that a customer might say about a goal; each `turn` another. */
export const sayAbout = (goal: GoalName, turn: number) =>
  `${SAID[goal][turn % 4]} ${['gisteren', 'vorige week', 'in mei', 'alweer', 'helaas'][turn % 5]} nummer ${turn}`

/** The goals of the shop, beside the one that the organisation has. */
export async function givenShop({ db, clock }: Pick<Deps, 'db' | 'clock'>, { scope, teamId, goalId }: Given): Promise<Record<GoalName, string>> {
  const ids = { band: newId(), rekening: newId(), personeel: newId() }
  const usual = { teamId, memberId: null, parentId: goalId, why: null, replyWithinDays: 2, public: 'true', createdAt: clock().toISOString() }
  for (const name of Object.keys(SHOP) as GoalName[])
    await db
      .within(scope)
      .insertInto('goals', { ...usual, ...SHOP[name], id: ids[name] })
      .execute()
  return ids
}

/** What waits to be routed. */
export const givenWaiting = (deps: Deps, given: Given, message: string) => givenFeedback(deps, given, { status: 'received', goalId: null, message })

/** So many items that a person gave each to its goal, in turn; written as they are after that, since each step on its own would take the test's time. */
export async function givenDecided({ db, clock }: Pick<Deps, 'db' | 'clock'>, given: Given, goals: Record<GoalName, string>, count: number) {
  const names = Object.keys(goals) as GoalName[]
  const at = clock().toISOString()
  const said = (turn: number) => {
    const name = names[turn % names.length] as GoalName
    return { status: 'routed', goalId: goals[name], message: sayAbout(name, turn) }
  }
  const first = await givenFeedback({ db, clock }, given, said(0))
  const others = Array.from({ length: count - 1 }, (_, i) => itemOf(given, { ...said(i + 1), customerId: first.customerId }, at))
  const decided = [{ id: first.id, goalId: said(0).goalId }, ...others]
  await db.within(given.scope).insertInto('feedbackItems', others).execute()
  const unasked = { at, suggestedGoalId: null, confidence: null, modelGoalId: null }
  const decisions = decided.map(({ id, goalId }) => ({ ...unasked, feedbackItemId: id, goalId: goalId as string }))
  await db.within(given.scope).insertInto('routingDecisions', decisions).execute()
}

/** Does all that the background has to do. */
export async function thinkOver(deps: Deps) {
  await startSuggester(deps, { pollMs: null }).runOnce()
}
