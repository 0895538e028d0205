import * as z from 'zod'
import { Time } from './fields.ts'
import { OutcomeMeasure } from './outcome-measure.ts'
import { ShownPicture } from './outcome-pictures.ts'
import { outcomeKinds } from './widget.ts'

/** What was done, what is better now, what will still improve, as a customer reads it. */
export const MineOutcome = z.object({
  kind: z.enum(outcomeKinds),
  title: z.string(),
  did: z.string(),
  better: z.string().nullable(),
  next: z.string().nullable(),
  team: z.string(),
  publishedAt: Time,
  measure: OutcomeMeasure.nullable(),
  /** The language of these words, which is the original's where there is no translation. */
  locale: z.string(),
  correctedAt: Time.nullable(),
  withdrawnAt: Time.nullable(),
  /** What to say beside it, in the customer's language: that it was corrected, withdrawn and why, or is there in another language only. */
  note: z.string().nullable(),
  pictures: z.array(ShownPicture),
})
export type MineOutcome = z.infer<typeof MineOutcome>
