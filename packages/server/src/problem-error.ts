import type { FieldProblem, ProblemCode } from '@klankbord/shared/problem'

/** A refusal. Verbs throw it and know no HTTP; `detail` says to a person what is wrong and what to do next. */
export class ProblemError extends Error {
  readonly code: ProblemCode
  readonly fields: FieldProblem[] | undefined
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | undefined

  constructor(code: ProblemCode, detail: string, { fields, retryAfter }: { fields?: FieldProblem[]; retryAfter?: number } = {}) {
    super(detail)
    this.name = 'ProblemError'
    this.code = code
    this.fields = fields
    this.retryAfter = retryAfter
  }
}

export const notFound = (what: string) =>
  new ProblemError('not-found', `This ${what} does not exist here. It may have been removed, or the link is not complete.`)

/** A refusal of one field, as validation words it. */
export const badField = (path: string, message: string) =>
  new ProblemError('bad-input', 'Some of this can’t be taken; see the fields.', { fields: [{ path, message }] })

/** A refusal of a field that points to what does not exist, or is another organisation's: which of the two is not told. */
export const notFoundAt = (path: string, what: string) =>
  new ProblemError('not-found', `This ${what} does not exist here. It may have been removed.`, {
    fields: [{ path, message: `There is no such ${what} here` }],
  })
