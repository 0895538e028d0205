import type { OutcomeMeasure } from '@klankbord/shared/feedback'

/** A measure of a goal as it stood around a publication: its last value until then, and its last value since; null where it has none. */
export interface Standing extends Omit<OutcomeMeasure, 'before' | 'after'> {
  baseline: number | null
  before: number | null
  after: number | null
}

/**
 * The number that an outcome is shown with: of the first of the goal's measures that was followed on both sides of the publication. Where nothing was measured
 * before it, the measure's baseline is what it was.
 */
export function shownMeasure(standings: readonly Standing[]): OutcomeMeasure | null {
  for (const { name, unit, direction, baseline, before, after } of standings) {
    const was = before ?? baseline
    if (was !== null && after !== null) return { name, unit, direction, before: was, after }
  }
  return null
}
