import * as z from 'zod'

/** One figure: null where there was nothing to take it from. `n` is how many it was taken from; null where nobody said. */
export const Figure = z.object({ value: z.number().nullable(), n: z.int().nullable() })
export type Figure = z.infer<typeof Figure>
