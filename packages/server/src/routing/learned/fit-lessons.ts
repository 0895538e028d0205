import { type Counts, type Encoder, encode, frequenciesOf, heaviest, stack } from './encode.ts'
import { type Problem, type Rows, score, solveLogistic, solveSvm } from './solve.ts'

/** Texts with the class that each belongs to. */
export interface Lessons {
  counts: Counts[]
  classes: number[]
  /** How much each counts; 1 is a decision of a person. */
  weights: number[]
}

/** What was learned from some lessons: how to weigh a text's features, and the weights of the classes. */
export interface Fitted {
  known: Pick<Encoder, 'features' | 'frequencies' | 'textCount'>
  weights: Float32Array
}

export interface Room {
  features: Encoder['features']
  /** Rows of the vocabulary, those that are still free included. */
  rowCount: number
  classCount: number
}

const SVM = { cost: 0.3, own: 3 }
const LOGISTIC_RATE = 0.3
/** How much the second model counts beside the first, when both spread alike. */
const LOGISTIC_SHARE = 0.5
const MOST_PASSES = 6
/** Features times classes that all passes together may look at: what keeps a large organisation's training within a minute. */
const WORK = 2e9
/** Features times classes that one pass may look at; where that is not enough, a text is held only against the classes that it resembles most. */
const PASS_WORK = 6e8
const FEWEST_RIVALS = 16
/** So many of a text's features tell which classes those are. */
const TELLING = 32
/** Features that all texts together may have; of very many texts each gives only its heaviest. */
const MOST_PLACES = 1.2e7
const SAMPLE = 1000

/** Two linear models that err differently, added up to one. `background` are texts without a class, which tell how rare a word is. */
export function fitLessons({ counts, classes, weights }: Lessons, background: readonly Counts[], { features, rowCount, classCount }: Room): Fitted {
  const texts = background.length === 0 ? counts : [...counts, ...background]
  const known = { features, frequencies: frequenciesOf(texts, rowCount), textCount: texts.length }
  const most = Math.ceil(MOST_PLACES / Math.max(1, counts.length))
  const rows = stack(counts.map((one) => heaviest(encode(one, known), most)))
  const held = { rows, classes: Int32Array.from(classes), rowWeights: Float32Array.from(weights), classCount, columnCount: rowCount }
  const problem = { ...held, ...rivalsOf(held) }
  const passes = Math.max(2, Math.min(MOST_PASSES, Math.round(WORK / (rows.values.length * problem.rivalCount + 1))))
  const svm = solveSvm(problem, { ...SVM, passes })
  const svmScale = 1 / spread(problem, svm)
  const logistic = solveLogistic(problem, { rate: LOGISTIC_RATE, passes })
  const logisticScale = LOGISTIC_SHARE / spread(problem, logistic)
  for (let i = 0; i < svm.length; i++) svm[i] = (svm[i] as number) * svmScale + (logistic[i] as number) * logisticScale
  return { known, weights: svm }
}

/** How far the classes' scores for one text lie apart, over some of the texts (standard deviation); 1 when they don't. */
function spread({ rows, classCount }: Problem, weights: Float32Array): number {
  const step = Math.max(1, Math.floor(rows.count / SAMPLE))
  let sum = 0
  let count = 0
  for (let row = 0; row < rows.count; row += step) {
    const scores = new Float64Array(classCount)
    score(rows, row, weights, classCount, scores)
    const mean = scores.reduce((total, one) => total + one, 0) / classCount
    for (const one of scores) sum += (one - mean) ** 2
    count += classCount
  }
  return Math.sqrt(sum / Math.max(1, count)) || 1
}

type Held = Pick<Problem, 'rows' | 'classes' | 'classCount' | 'columnCount'>

function rivalsOf({ rows, classes, classCount, columnCount }: Held): Pick<Problem, 'rivals' | 'rivalCount'> {
  const rivalCount = Math.max(FEWEST_RIVALS, Math.floor(PASS_WORK / (rows.values.length + 1)))
  if (classCount <= rivalCount) return { rivals: null, rivalCount: classCount }
  const centres = centresOf({ rows, classes, classCount, columnCount })
  const rivals = new Int32Array(rows.count * rivalCount)
  const scores = new Float64Array(classCount)
  for (let row = 0; row < rows.count; row++) {
    scores.fill(0)
    score(telling(rows, row), 0, centres, classCount, scores)
    scores[classes[row] as number] = Number.POSITIVE_INFINITY
    const floor = Float64Array.from(scores).sort()[classCount - rivalCount] as number
    let at = row * rivalCount
    const end = at + rivalCount
    for (let c = 0; c < classCount && at < end; c++) if ((scores[c] as number) > floor) rivals[at++] = c
    for (let c = 0; c < classCount && at < end; c++) if (scores[c] === floor) rivals[at++] = c
  }
  return { rivals, rivalCount }
}

/** The mean of each class's texts. */
function centresOf({ rows, classes, classCount, columnCount }: Held): Float32Array {
  const centres = new Float32Array(columnCount * classCount)
  const sizes = new Float64Array(classCount)
  for (const one of classes) sizes[one] = (sizes[one] as number) + 1
  for (let row = 0; row < rows.count; row++) {
    const own = classes[row] as number
    for (let at = rows.starts[row] as number; at < (rows.starts[row + 1] as number); at++) {
      const place = (rows.columns[at] as number) * classCount + own
      centres[place] = (centres[place] as number) + (rows.values[at] as number) / (sizes[own] as number)
    }
  }
  return centres
}

function telling({ starts, columns, values }: Rows, row: number): Rows {
  const [start, end] = [starts[row] as number, starts[row + 1] as number]
  const ordered = values.slice(start, end).sort()
  const floor = ordered[Math.max(0, ordered.length - TELLING)] ?? 0
  const kept: number[] = []
  for (let at = start; at < end; at++) if ((values[at] as number) >= floor) kept.push(at)
  return {
    count: 1,
    starts: Int32Array.of(0, kept.length),
    columns: Int32Array.from(kept, (at) => columns[at] as number),
    values: Float32Array.from(kept, (at) => values[at] as number),
  }
}
