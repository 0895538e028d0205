import * as z from 'zod'
import { Time, text } from './fields.ts'
import { helpedAnswers, MESSAGE_MAX, reactionReasons } from './widget.ts'

/** Why an outcome did not help, or only partly. */
export const ReactionReasons = z.array(z.enum(reactionReasons)).max(reactionReasons.length)

/** What a customer answered to "did this help?". */
export const Reaction = z.object({ helped: z.enum(helpedAnswers), reasons: ReactionReasons, text: z.string().nullable(), at: Time })
export type Reaction = z.infer<typeof Reaction>

/** Reasons count where the answer is not `yes`. */
export const ReactionInput = z.object({
  helped: z.enum(helpedAnswers),
  reasons: ReactionReasons.optional(),
  text: text(0, MESSAGE_MAX).optional(),
})
