import * as z from 'zod'

/** Every way in which a request can be refused. Code switches on these, never on text. */
export const problemCodes = [
  'bad-input',
  'incomplete',
  'key-missing',
  'unauthenticated',
  'forbidden',
  'origin-not-allowed',
  'not-found',
  'method-not-allowed',
  'conflict',
  'stale',
  'key-in-use',
  'too-large',
  'unsupported-media-type',
  'key-reused',
  'too-many-requests',
  'internal',
  'unavailable',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** One field that was refused: its path in the input (`when.0.op`), and why, in words for a person. */
export const FieldProblem = z.object({ path: z.string(), message: z.string() })
export type FieldProblem = z.infer<typeof FieldProblem>

/** The body of every refusal, `application/problem+json` (RFC 9457), with `code` as extension. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(problemCodes),
  errors: z.array(FieldProblem).optional(),
})
export type Problem = z.infer<typeof Problem>
