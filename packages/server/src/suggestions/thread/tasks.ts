import type { RoutingClause } from '@klankbord/shared/routing'
import type { Kind } from '@klankbord/shared/widget'
import type { Raised, Words } from '../../routing/flags.ts'
import type { ThresholdPoint } from '../../routing/learned/backtest.ts'
import type { Decision } from '../../routing/learned/may-route.ts'
import type { Example, LearnableGoal, SimilarItem } from '../../routing/learned/model.ts'
import type { Twins } from '../../routing/learned/twins.ts'
import type { RoutableItem } from '../../routing/route-to-goal.ts'
import type { Group } from '../../routing/themes.ts'

/** A goal that was thought of. `insteadOf` is the ended goal whose place its parent takes. */
export interface StoredCandidate {
  goalId: string
  confidence: number
  words: string[]
  insteadOf: string | null
}

export type StoredSimilar = SimilarItem

/** What was made of an item. */
export interface Made {
  id: string
  candidates: StoredCandidate[]
  similar: StoredSimilar[]
  language: string | null
  kind: { kind: Kind; confidence: number } | null
  flags: Raised[]
  terms: number[]
}

/** The goal that takes the items of each goal: itself, or the nearest above it that is still pursued; null where there is none. */
export type Standins = Record<string, string | null>

export interface ReadInput {
  organisationId: string
  items: { id: string; text: string; kind: Kind }[]
  standins: Standins
  languages: string[]
  flagWords: Words
}

export interface BuildInput {
  goals: LearnableGoal[]
}

export interface Built {
  /** How many pieces the packed models are in. */
  parts: number
  examples: number
  twins: Twins[]
}

/** How the model would have done with what people decided. */
export interface Tried {
  curve: ThresholdPoint[]
  history: Decision[]
}

/** What an item has to say to rules and to the model. */
export interface TriedItem extends RoutableItem {
  id: string
}

/** One way to route: its rules in order, and what the model may do. `routes` are the goals that it may route to. */
export interface Way {
  rules: { id: string; goalId: string | null; when: RoutingClause[] }[]
  threshold: number
  routes: string[]
}

export interface DryRunInput {
  organisationId: string
  items: TriedItem[]
  standins: Standins
  now: Way
  draft: Way
  flagWords: Words
  /** Use the models that were trained in this thread by `rehearse`. */
  isRebuilt: boolean
}

export interface Move {
  from: string | null
  to: string | null
  by: 'rule' | 'model' | 'none'
  count: number
  examples: string[]
}

/** What the thread can be asked, each with its input and its answer. */
export interface Tasks {
  /** Takes up a piece of a packed model; `load` uses what was given. */
  give: [input: { organisationId: string; part: number; packed: string }, output: undefined]
  /** Takes up an organisation: its model (0 for none), how its customers speak, and what people decided since it was built. False when the model can't be read. */
  load: [input: { organisationId: string; number: number; recent: string[]; decided: Example[] }, output: boolean]
  /** How many decisions were of goals that the model does not have. */
  learn: [input: { organisationId: string; decided: Example[] }, output: number]
  read: [input: ReadInput, output: Made[]]
  likeness: [input: { organisationId: string; text: string; others: string[] }, output: number[]]
  themes: [input: { items: { id: string; text: string }[] }, output: Group[]]
  /** Takes up what `build` learns from. */
  collect: [input: { examples?: Example[]; kinds?: Example[] }, output: undefined]
  build: [input: BuildInput, output: Built]
  /** Tries in the order of time, with what was collected for `build`. */
  tryOut: [input: BuildInput, output: Tried]
  takePart: [input: { part: number }, output: string]
  /** Trains with these texts of goals, for a dry run: as they are now, or as in the draft. */
  rehearse: [input: BuildInput & { organisationId: string; as: 'now' | 'draft' }, output: undefined]
  dryRun: [input: DryRunInput, output: Move[]]
  /** Lets go of what was collected, built and rehearsed. */
  forget: [input: undefined, output: undefined]
}

export type Task = keyof Tasks
export type Input<T extends Task> = Tasks[T][0]
export type Output<T extends Task> = Tasks[T][1]

export interface Order {
  id: number
  task: Task
  input: unknown
}

export type Answer = { id: number } & ({ output: unknown; fault?: undefined } | { fault: string })
