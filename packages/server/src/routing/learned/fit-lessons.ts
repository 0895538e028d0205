import { type Counts, type Encoder, encode, frequenciesOf, heaviest } from './encode.ts'
import { fitLeanings } from './leanings.ts'
import { addOuter, hiddenOf, levelOuter, trainNetwork } from './network.ts'
import { type Problem, stack } from './rows.ts'
import { centred, type Judges } from './score.ts'

/** Texts with the class that each belongs to. */
export interface Lessons {
  counts: Counts[]
  classes: number[]
  /** How much each counts; 1 is a decision of a person. */
  weights: number[]
}

/** What was learned from some lessons: how to weigh a text's features, and what they say. */
export interface Fitted extends Judges {
  known: Pick<Encoder, 'features' | 'frequencies' | 'textCount'>
}

export interface Room {
  features: Encoder['features']
  /** Rows of the vocabulary, those that are still free included. */
  rowCount: number
  classCount: number
}

/** How much the counts say beside the network, when both spread alike. */
const LEANINGS_SHARE = 0.4
/** Features and classes that all passes together may look at: what keeps a large organisation's training within a minute. */
const WORK = 8e7
const MOST_PASSES = 15
const FEWEST_PASSES = 3
/** Features that all texts together may have; of very many texts each gives only its heaviest. */
const MOST_PLACES = 1.2e7
const SAMPLE = 1000

/** Two models that err differently. `background` are texts without a class, which tell how rare a word is. */
export function fitLessons({ counts, classes, weights }: Lessons, background: readonly Counts[], { features, rowCount, classCount }: Room): Fitted {
  const texts = background.length === 0 ? counts : [...counts, ...background]
  const known = { features, frequencies: frequenciesOf(texts, rowCount), textCount: texts.length }
  const most = Math.ceil(MOST_PLACES / Math.max(1, counts.length))
  const rows = stack(counts.map((one) => heaviest(encode(one, known), most)))
  const problem = { rows, classes: Int32Array.from(classes), rowWeights: Float32Array.from(weights), classCount, columnCount: rowCount }
  const passes = Math.min(MOST_PASSES, Math.max(FEWEST_PASSES, Math.round(WORK / workOf(problem))))
  const judges = { network: trainNetwork(problem, passes), leanings: fitLeanings(problem) }
  level(judges, problem)
  return { known, ...judges }
}

/** What a pass looks at: some of the features twice, and most classes once or twice. */
const workOf = ({ rows, classCount }: Problem) => 1 + rows.columns.length * 0.4 + rows.count * classCount * 1.5

/** Brings both to the same scale. */
function level({ network, leanings }: Judges, { rows, classCount }: Problem) {
  const spreads = [0, 0]
  const step = Math.max(1, Math.floor(rows.count / SAMPLE))
  for (let row = 0; row < rows.count; row += step) {
    const columns = rows.columns.subarray(rows.starts[row], rows.starts[row + 1])
    const values = rows.values.subarray(rows.starts[row], rows.starts[row + 1])
    const scores = [new Float64Array(classCount), new Float64Array(classCount)] as const
    addOuter(network, hiddenOf(network, columns, values), scores[0])
    leanings.addTo(scores[1], columns, values)
    for (const i of [0, 1] as const) for (const one of centred(scores[i])) spreads[i] = (spreads[i] as number) + one * one
  }
  const count = Math.ceil(rows.count / step) * classCount
  const [ofNetwork, ofLeanings] = spreads.map((sum) => Math.sqrt(sum / Math.max(1, count)) || 1) as [number, number]
  levelOuter(network, 1 / ofNetwork)
  leanings.scale(LEANINGS_SHARE / ofLeanings)
}
