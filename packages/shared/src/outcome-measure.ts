import * as z from 'zod'

/** A number that moved: what it was when the outcome was published, or to begin with, and what it is since. `direction` is which way is better. */
export const OutcomeMeasure = z.object({
  name: z.string(),
  unit: z.string(),
  direction: z.enum(['up', 'down']),
  before: z.number(),
  after: z.number(),
})
export type OutcomeMeasure = z.infer<typeof OutcomeMeasure>
