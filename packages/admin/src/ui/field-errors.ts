import { ProblemError } from '../api.ts'

/** What is wrong with each field, by its path; empty when the request failed for another reason or not at all. */
export const fieldErrors = (error: unknown): Record<string, string> => (error instanceof ProblemError ? error.fields : {})
