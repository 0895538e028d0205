import type { Figure } from '@klankbord/shared/figure'
import type { LoopFilter } from '@klankbord/shared/measures'
import type { Db } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'
import { asDays, type Until, waitsIn } from './medians-store.ts'
import type { Period } from './periods.ts'

/** Of so many items a median is taken from all; of more from every so many, and then from about a thousand. */
const FEW = 5_000
const SAMPLES = [16, 64, 256, 1024]
const SAMPLED = 1_250

/** The medians in one period; of very many items those of a sample. */
export async function mediansIn(db: Db, scope: Scope, period: Period, filter: LoopFilter, voices: number): Promise<Record<Until, Figure>> {
  const sample = voices <= FEW ? 1 : (SAMPLES.find((every) => voices / every <= SAMPLED) ?? 4096)
  const { reply, outcome } = await waitsIn(db, scope, period, filter, sample)
  return { reply: medianOf(reply, sample), outcome: medianOf(outcome, sample) }
}

/** Of an even number the mean of the two in the middle. */
function medianOf(days: readonly number[], sample: number): Figure {
  const n = days.length
  if (n === 0) return { value: null, n: 0 }
  const [low = 0, high = low] = Float64Array.from(days)
    .sort()
    .subarray((n - 1) >> 1, (n >> 1) + 1)
  return { value: asDays(n % 2 ? low : (low + high) / 2), n: n * sample }
}
