/** What the server says of one field, in this language. */
export const fieldProblem = (message: string): string => message
