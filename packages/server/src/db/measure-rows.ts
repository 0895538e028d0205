import type { Generated } from 'kysely'
import type { Tenant } from './schema.ts'

export interface MeasureRow extends Tenant {
  id: string
  goalId: string | null
  /** The team that it belongs to, where it has no goal. */
  teamId: string | null
  ownerId: string | null
  name: string
  unit: string
  direction: string
  baseline: number | null
  target: number | null
  period: Generated<string>
  source: string
  /** JSON: Computed; null for what is not computed. */
  computed: string | null
  /** When a value last came in. */
  updatedAt: string | null
  createdAt: string
}

export interface MeasurePointRow extends Tenant {
  measureId: string
  at: string
  value: number
  /** How many it was taken from; null where nobody said. */
  n: number | null
}

export interface MeasureImportRow extends Tenant {
  id: string
  importedBy: string | null
  importedAt: string
  undoneAt: string | null
}

/** What a piece of an import did to one measure. */
export interface MeasureImportPartRow extends Tenant {
  importId: string
  measureId: string
  part: number
  /** JSON: [time, value, n, value before, n before][]; the last two are null where there was none before. */
  changes: string
}

/**
 * Values of one measure that are written in pieces: they stand in `measurePoints` under the id of their landing, seen by nobody, until all are there. From
 * `shownAt` on they are what is shown, while they move piece by piece to the measure itself.
 */
export interface MeasureLandingRow extends Tenant {
  id: string
  importId: string
  measureId: string
  /** `import`, or `undo` of one. */
  kind: string
  begunAt: string
  shownAt: string | null
}
