import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, line, Time } from './fields.ts'
import { pageOf } from './page.ts'

/** One value of a measure at a time, in the measure's unit. */
export const MeasurePoint = z.object({
  at: z.union([z.iso.datetime({ offset: true }).max(40), z.iso.date()], {
    error: 'Give a day or a time, such as 2026-03-01 or 2026-03-01T12:00:00Z',
  }),
  value: z.number({ error: 'Give a number' }),
})
export type MeasurePoint = z.infer<typeof MeasurePoint>

const MeasureInput = z.object({
  goalId: Id.nullable().optional(),
  name: line(1, 200),
  /** In what it is counted: `%`, `minutes`, `complaints a month`. */
  unit: line(1, 40),
  /** Which way is better. */
  direction: z.enum(['up', 'down']),
  baseline: z.number().finite().nullable().optional(),
  target: z.number().finite().nullable().optional(),
  /** Where its values come from. */
  source: z.enum(['computed', 'entered', 'imported', 'pushed']),
})

/** A number followed over time; `points` are its values, oldest first, at most the last 200. */
export const Measure = MeasureInput.extend({
  id: Id,
  goalId: Id.nullable(),
  name: z.string(),
  unit: z.string(),
  baseline: z.number().nullable(),
  target: z.number().nullable(),
  points: z.array(z.object({ at: Time, value: z.number() })),
  createdAt: Time,
})
export type Measure = z.infer<typeof Measure>

export const measureEndpoints = {
  listMeasures: endpoint('GET', '/api/v1/measures', { access: 'viewer' }, z.object({ goalId: Id.optional() }), pageOf(Measure)),
  createMeasure: endpoint('POST', '/api/v1/measures', { access: 'member', status: 201 }, MeasureInput, Measure),
  /**
   * The body is an array of points, or `text/csv` with the columns at and value; a point at a time that has one already replaces it.
   * A day without time is its beginning in UTC.
   */
  putMeasurePoints: endpoint(
    'POST',
    '/api/v1/measures/:id/points',
    { access: 'member', bodyField: 'points', csvColumns: ['at', 'value'] },
    z.object({ id: Id, points: z.array(MeasurePoint).min(1).max(10_000) }),
    z.object({ stored: z.int() }),
  ),
}
