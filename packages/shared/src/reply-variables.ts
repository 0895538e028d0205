/** What a template leaves open, written as `{{customer}}`: the customer's name, the goal's title, its team, the promised day, and who writes. */
export const replyVariables = ['customer', 'goal', 'team', 'date', 'me'] as const
export type ReplyVariable = (typeof replyVariables)[number]

const BRACED = /\{\{\s*([^{}]*?)\s*\}\}/g

/** The names between double braces in a text, each once, in their order; also those that are no variable of ours. */
export function variablesIn(text: string): string[] {
  return [...new Set([...text.matchAll(BRACED)].map(([, name = '']) => name))]
}

const isVariable = (name: string): name is ReplyVariable => (replyVariables as readonly string[]).includes(name)

/** What stands between braces and can never be filled in: a slip of the pen. */
export const unknownIn = (text: string): string[] => variablesIn(text).filter((name) => !isVariable(name))

/** The text with what is known filled in; what is not stays between its braces. */
export const filledIn = (text: string, known: Partial<Record<ReplyVariable, string | null>>): string =>
  text.replace(BRACED, (whole, name: string) => (isVariable(name) && known[name]) || whole)

/** Where in a text something is still to be filled in, as offsets in UTF-16. */
export const gapsIn = (text: string): { from: number; to: number }[] =>
  [...text.matchAll(BRACED)].map(({ index, 0: whole }) => ({ from: index, to: index + whole.length }))
