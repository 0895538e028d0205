import type { Figure } from '@klankbord/shared/figure'
import type { LoopMetric } from '@klankbord/shared/measures'

/** What is counted of some feedback. Only counts and totals, so that those of two groups add up to those of both. */
export interface Sums {
  /** Voices: all that came in, without spam. */
  voices: number
  compliments: number
  complaints: number
  csat: number
  csatSatisfied: number
  nps: number
  npsPromoters: number
  npsDetractors: number
  ces: number
  cesTotal: number
  /** What asks for an answer of its own: voices that were not merged into another. */
  asked: number
  /** Of what asks for an answer: has a goal, and heard something from its team. */
  routed: number
  replied: number
  answered: number
  told: number
  /** Answered, but neither told nor with an address to be told at. */
  noAddress: number
  reactions: number
  helped: number
  /** Promises that were kept or have come due. */
  promises: number
  promisesKept: number
  overdue: number
}

export const NO_SUMS: Sums = {
  voices: 0,
  compliments: 0,
  complaints: 0,
  csat: 0,
  csatSatisfied: 0,
  nps: 0,
  npsPromoters: 0,
  npsDetractors: 0,
  ces: 0,
  cesTotal: 0,
  asked: 0,
  routed: 0,
  replied: 0,
  answered: 0,
  told: 0,
  noAddress: 0,
  reactions: 0,
  helped: 0,
  promises: 0,
  promisesKept: 0,
  overdue: 0,
}

const names = Object.keys(NO_SUMS) as (keyof Sums)[]

/** The first and, so many times, the second: with -1 it is taken away. */
export function addTimes(times: number, a: Sums, b: Partial<Sums>): Sums {
  const sums = { ...a }
  for (const name of names) sums[name] += times * (b[name] ?? 0)
  return sums
}

export const addSums = (a: Sums, b: Sums): Sums => addTimes(1, a, b)

/** Metrics that are made of sums; the times are medians, which can't be added up. */
export type SummedMetric = Exclude<LoopMetric, 'timeToReply' | 'timeToOutcome'>

const share = (part: number, n: number, of = 100): Figure => ({ value: n === 0 ? null : (of * part) / n, n })

const figures: Record<SummedMetric, (sums: Sums) => Figure> = {
  compliments: ({ compliments, voices }) => ({ value: compliments, n: voices }),
  complaints: ({ complaints, voices }) => ({ value: complaints, n: voices }),
  ratio: ({ compliments, complaints }) => ({ value: complaints === 0 ? null : compliments / complaints, n: compliments + complaints }),
  csat: ({ csat, csatSatisfied }) => share(csatSatisfied, csat),
  nps: ({ nps, npsPromoters, npsDetractors }) => share(npsPromoters - npsDetractors, nps),
  ces: ({ ces, cesTotal }) => share(cesTotal, ces, 1),
  answered: ({ answered, asked }) => share(answered, asked),
  told: ({ told, asked }) => share(told, asked),
  helped: ({ helped, reactions }) => share(helped, reactions),
  promiseKept: ({ promises, promisesKept }) => share(promisesKept, promises),
}

/** A figure out of sums, with what it was taken from: of a whole it is made from the whole's sums, never from the figures of its parts. */
export const figureOf = (metric: SummedMetric, sums: Sums): Figure => figures[metric](sums)

export const isSummed = (metric: LoopMetric): metric is SummedMetric => metric in figures

interface Placed {
  id: string
  parentId: string | null
}

/** The sums of each team with those of all teams below it. A team whose parents go in a circle counts in none of them twice. */
export function rollUp(teams: readonly Placed[], own: ReadonlyMap<string, Sums>): Map<string, Sums> {
  const parents = new Map(teams.map(({ id, parentId }) => [id, parentId]))
  const rolled = new Map<string, Sums>(teams.map(({ id }) => [id, NO_SUMS]))
  for (const { id } of teams) {
    const sums = own.get(id)
    const above = new Set<string>()
    for (let at: string | null = id; at !== null && parents.has(at) && !above.has(at); at = parents.get(at) ?? null) above.add(at)
    if (sums) for (const team of above) rolled.set(team, addSums(rolled.get(team) ?? NO_SUMS, sums))
  }
  return rolled
}
