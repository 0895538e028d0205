import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, line, Time } from './fields.ts'
import { pageOf } from './page.ts'
import { kinds } from './widget.ts'

/** How often a measure gets a value. */
export const MeasurePeriod = z.enum(['day', 'week', 'month', 'quarter'])
export type MeasurePeriod = z.infer<typeof MeasurePeriod>

/** Where the values of a measure come from: the loop itself, a person, a file, or another system with an API key. */
export const MeasureSource = z.enum(['computed', 'entered', 'imported', 'pushed'])
export type MeasureSource = z.infer<typeof MeasureSource>

/**
 * What can be computed from the loop. Each looks at the feedback that came in during a period, without spam:
 *
 * - `compliments`, `complaints`: how many there were. `ratio`: compliments for each complaint.
 * - `csat`: share of ratings 4 and 5 out of 5, in %. `nps`: share of 9 and 10 less share of 0 to 6, from -100 to 100. `ces`: mean of 1 to 7.
 * - `timeToReply`, `timeToOutcome`: median of days until the team's first word, and until the outcome.
 * - `answered`: share that has an outcome. `told`: share whose customer was really reached with it: by an e-mail that was sent, or since they looked at it.
 * - `helped`: share of reactions that say yes. `promiseKept`: share of promises that have come due, or were kept, that were kept.
 *
 * Shares are in %. What was merged into another item counts as a voice, but not as something to answer.
 */
export const LoopMetric = z.enum([
  'compliments',
  'complaints',
  'ratio',
  'csat',
  'nps',
  'ces',
  'timeToReply',
  'timeToOutcome',
  'answered',
  'told',
  'helped',
  'promiseKept',
])
export type LoopMetric = z.infer<typeof LoopMetric>

/** Which feedback is looked at. A team includes the teams below it. */
export const LoopFilter = z.object({
  teamId: Id.optional(),
  goalId: Id.optional(),
  siteId: Id.optional(),
  kind: z.enum(kinds).optional(),
  attribute: z.object({ name: line(1, 60), value: line(1, 200) }).optional(),
})
export type LoopFilter = z.infer<typeof LoopFilter>

/** How a computed measure comes about. */
export const Computed = LoopFilter.extend({ metric: LoopMetric })
export type Computed = z.infer<typeof Computed>

/** One value of a measure at a time, in the measure's unit. */
export const MeasurePoint = z.object({
  at: z.union([z.iso.datetime({ offset: true }).max(40), z.iso.date()], {
    error: 'Give a day or a time, such as 2026-03-01 or 2026-03-01T12:00:00Z',
  }),
  value: z.number({ error: 'Give a number' }),
  /** How many it was taken from: answers, cases, people. */
  n: z.int('Give a whole number').min(0, 'Give a number from 0').nullable().optional(),
})
export type MeasurePoint = z.infer<typeof MeasurePoint>

const MeasureFields = z.object({
  goalId: Id.nullable().optional(),
  /** The team that it belongs to, where it has no goal. */
  teamId: Id.nullable().optional(),
  /** Who looks after it. */
  ownerId: Id.nullable().optional(),
  name: line(1, 200),
  /** In what it is counted: `%`, `minutes`, `complaints a month`. */
  unit: line(1, 40),
  /** Which way is better. */
  direction: z.enum(['up', 'down']),
  baseline: z.number().finite().nullable().optional(),
  target: z.number().finite().nullable().optional(),
  period: MeasurePeriod.default('month'),
  source: MeasureSource,
  /** Needed where `source` is `computed`, and only there. */
  computed: Computed.nullable().optional(),
})

const MeasureInput = MeasureFields.refine(({ source, computed }) => (source === 'computed') === !!computed, {
  path: ['computed'],
  error: 'Say what is computed, and only for a measure that is',
})

const ShownPoint = z.object({ at: Time, value: z.number(), n: z.int().nullable() })
export type ShownPoint = z.infer<typeof ShownPoint>

/** An outcome of the measure's goal, to be marked in its line. */
const OutcomeMark = z.object({ id: Id, title: z.string(), at: Time })
export type OutcomeMark = z.infer<typeof OutcomeMark>

/**
 * A number followed over time; `points` are its values, oldest first, at most the last 200. Of a computed one they are its last periods. `periods` is what they make by its
 * period, as `MeasureSeries` has it.
 */
export const Measure = MeasureFields.extend({
  id: Id,
  goalId: Id.nullable(),
  /** The team of its goal, else its own. */
  teamId: Id.nullable(),
  ownerId: Id.nullable(),
  /** The name of its owner; null where it has none, or they left. */
  owner: z.string().nullable(),
  name: z.string(),
  unit: z.string(),
  baseline: z.number().nullable(),
  target: z.number().nullable(),
  period: MeasurePeriod,
  computed: Computed.nullable(),
  points: z.array(ShownPoint),
  periods: z.array(ShownPoint),
  /** Outcomes published for its goal, oldest first. */
  outcomes: z.array(OutcomeMark),
  /** When a value last came in; of a computed one, now. */
  updatedAt: Time.nullable(),
  createdAt: Time,
  /** What the one who asks may do. */
  may: z.object({ enter: z.boolean(), change: z.boolean(), changeTarget: z.boolean() }),
})
export type Measure = z.infer<typeof Measure>

/**
 * A measure by period, of each that has a value: the sum of its values where they are counted or money (units `count`, `€`, `$`, `£`), else the last of them, since that is
 * how it stood when the period ended. `at` is where the period begins, `values` how many there were in it.
 */
export const MeasureSeries = z.object({
  period: MeasurePeriod,
  points: z.array(ShownPoint.extend({ values: z.int() })),
  outcomes: z.array(OutcomeMark),
})
export type MeasureSeries = z.infer<typeof MeasureSeries>

/** One line of a measure's history; `detail` holds what it was and what it became. */
const MeasureEvent = z.object({ id: Id, type: z.string(), actor: z.string().nullable(), at: Time, detail: z.record(z.string(), z.unknown()) })
export type MeasureEvent = z.infer<typeof MeasureEvent>

/** Largest file that is imported. */
export const IMPORT_MAX_BYTES = 10 * 1024 * 1024
/** Most lines of a file that is imported. */
export const IMPORT_MAX_LINES = 250_000

/** What is wrong with a line of a file. */
export const ImportProblem = z.enum(['date', 'future', 'number', 'sample', 'columns', 'too-long', 'quote'])
export type ImportProblem = z.infer<typeof ImportProblem>

/** The columns with values and the measures that they belong to: `1:<measure id>,2:<measure id>`. Columns are counted from 0. */
const ImportColumns = z
  .string()
  .max(8000)
  .regex(/^\d{1,4}:[\w-]{1,64}(,\d{1,4}:[\w-]{1,64})*$/, 'Give columns and measures as 1:<id>,2:<id>')

/** How a file is read; what is left out is guessed. */
const ImportReading = z.object({
  measures: ImportColumns.optional(),
  /** The column with the date or period. */
  date: z.coerce.number().int().min(0).max(9999).optional(),
  /** The column with the sample size, for a file with one column of values. */
  sample: z.coerce.number().int().min(0).max(9999).optional(),
  decimal: z.enum(['comma', 'point']).optional(),
  /** The order of a date in figures: 3-4-2026 is the third of April or the fourth of March. */
  order: z.enum(['dmy', 'mdy']).optional(),
})

/** What an import would do. Nothing is stored by looking. */
export const ImportPreview = z.object({
  encoding: z.string(),
  delimiter: z.string(),
  lines: z.int(),
  date: z.int().nullable(),
  sample: z.int().nullable(),
  decimal: z.enum(['comma', 'point']),
  order: z.enum(['dmy', 'mdy']),
  columns: z.array(z.object({ name: z.string(), measureId: Id.nullable(), examples: z.array(z.string()) })),
  /** The first lines as they were understood; a cell without a number is null. */
  rows: z.array(z.object({ line: z.int(), at: Time.nullable(), text: z.string(), values: z.array(z.number().nullable()) })),
  /** At most the first 100; `problemCount` counts all. `text` is the cell, cut short. */
  problems: z.array(z.object({ line: z.int(), column: z.string(), problem: ImportProblem, text: z.string() })),
  problemCount: z.int(),
  /** Values that would be stored, and how many of them replace another. */
  points: z.int(),
  replaces: z.int(),
})
export type ImportPreview = z.infer<typeof ImportPreview>

const OfMeasure = z.object({ id: Id })

export const measureEndpoints = {
  listMeasures: endpoint(
    'GET',
    '/api/v1/measures',
    { access: 'viewer' },
    z.object({ goalId: Id.optional(), teamId: Id.optional() }),
    pageOf(Measure),
  ),
  createMeasure: endpoint('POST', '/api/v1/measures', { access: 'member', status: 201 }, MeasureInput, Measure),
  readMeasure: endpoint('GET', '/api/v1/measures/:id', { access: 'viewer' }, OfMeasure, Measure),
  /** What is left out stays. The target of a measure of an agreed goal is changed by leads of its team or above, owners and admins. */
  changeMeasure: endpoint(
    'PATCH',
    '/api/v1/measures/:id',
    { access: 'member' },
    MeasureFields.omit({ goalId: true, source: true }).extend({ period: MeasurePeriod }).partial().extend({ id: Id }),
    Measure,
  ),
  /** Removes a measure with all its values. */
  removeMeasure: endpoint('DELETE', '/api/v1/measures/:id', { access: 'member', status: 204 }, OfMeasure, z.void()),
  /**
   * The body is an array of points, or `text/csv` with the columns at and value; a point at a time that has one already replaces it.
   * A day without time is its beginning in UTC. By its owner, members of its team, or an API key.
   */
  putMeasurePoints: endpoint(
    'POST',
    '/api/v1/measures/:id/points',
    { access: 'member', bodyField: 'points', csvColumns: ['at', 'value'] },
    z.object({ id: Id, points: z.array(MeasurePoint).min(1).max(10_000) }),
    z.object({ stored: z.int() }),
  ),
  removeMeasurePoint: endpoint(
    'DELETE',
    '/api/v1/measures/:id/points',
    { access: 'member', status: 204 },
    OfMeasure.extend({ at: MeasurePoint.shape.at }),
    z.void(),
  ),
  /** By period, from the beginning unless told; `from` and `to` are days of the organisation's calendar, `to` included. */
  readMeasureSeries: endpoint(
    'GET',
    '/api/v1/measures/:id/series',
    { access: 'viewer' },
    OfMeasure.extend({ from: z.iso.date().optional(), to: z.iso.date().optional(), period: MeasurePeriod.optional() }),
    MeasureSeries,
  ),
  listMeasureEvents: endpoint('GET', '/api/v1/measures/:id/events', { access: 'viewer' }, OfMeasure, pageOf(MeasureEvent)),
  /**
   * Reads a CSV file or what was copied from a spreadsheet, as it is (UTF-8, UTF-16 or Windows-1252), and says what importing it would do. `measureId` is the
   * measure that the only column with values is for.
   */
  previewMeasureImport: endpoint(
    'POST',
    '/api/v1/measures/imports/preview',
    { access: 'member', mostBytes: IMPORT_MAX_BYTES, bytesType: 'text/csv' },
    ImportReading.extend({ measureId: Id.optional() }),
    ImportPreview,
  ),
  /** Stores all of it, or, when a line can't be read, nothing. */
  importMeasures: endpoint(
    'POST',
    '/api/v1/measures/imports',
    { access: 'member', status: 201, mostBytes: IMPORT_MAX_BYTES, bytesType: 'text/csv' },
    ImportReading.extend({ measures: ImportColumns }),
    z.object({ id: Id, stored: z.int(), replaced: z.int() }),
  ),
  /** Takes an import back: what it replaced returns, and what was changed since stays. Within 30 days. */
  undoMeasureImport: endpoint(
    'DELETE',
    '/api/v1/measures/imports/:importId',
    { access: 'member' },
    z.object({ importId: Id }),
    z.object({ removed: z.int(), restored: z.int(), kept: z.int() }),
  ),
}
