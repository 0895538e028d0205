import * as z from 'zod'
import { line, text } from './fields.ts'

/** Most characters of an answer in words. */
export const ANSWER_MAX = 1000

const distinct = (values: readonly unknown[]) => new Set(values).size === values.length

/** How a site names a question; answers are sent under it. It stays the same while the words change. */
export const QuestionId = z
  .string()
  .max(40)
  .regex(/^[A-Za-z0-9][\w-]*$/, 'Name a question with at most 40 letters, digits, dashes')

const asked = { id: QuestionId, label: line(1, 200), required: z.boolean().default(false) }

/** A question of the site, in the one language that the site writes it in. */
export const Question = z.discriminatedUnion('kind', [
  z.object({
    ...asked,
    kind: z.literal('choice'),
    options: z
      .array(line(1, 100))
      .min(2, 'Give at least two answers to choose from')
      .max(8, 'Give at most eight answers to choose from')
      .refine(distinct, { error: 'Give each answer once' }),
    /** Whether more than one may be chosen. */
    several: z.boolean().default(false),
  }),
  z.object({ ...asked, kind: z.literal('text') }),
  z.object({
    ...asked,
    kind: z.literal('scale'),
    from: z.literal([0, 1]).default(1),
    to: z.int().min(2).max(10).default(5),
    /** What the ends mean. */
    low: line(1, 60).nullable().default(null),
    high: line(1, 60).nullable().default(null),
  }),
])
export type Question = z.infer<typeof Question>

export const Questions = z
  .array(Question)
  .max(5, 'Ask at most five questions')
  .refine((questions) => distinct(questions.map(({ id }) => id)), { error: 'Give each question a name of its own' })

/** Answers by the id of their question: words, what was chosen, or a number. The site's questions say which are taken. */
export const Answers = z
  .record(QuestionId, z.union([text(0, ANSWER_MAX), z.array(line(1, 100)).max(8), z.int().min(0).max(10)]))
  .refine((answers) => Object.keys(answers).length <= 5, { error: 'Answer at most five questions' })
export type Answers = z.infer<typeof Answers>

/** A question as it was asked, and what the customer answered, in words. */
export const Answered = z.object({ label: z.string(), answer: z.string() })
export type Answered = z.infer<typeof Answered>
