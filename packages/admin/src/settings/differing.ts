/** The same whatever the order of the names in it. */
const written = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  ) ?? 'undefined'

const equal = (one: unknown, other: unknown) => written(one) === written(other)

/** The fields of `wanted` that are not so in `now`: all that needs to be sent. */
export const differing = <Values extends object>(wanted: Values, now: object): Partial<Values> =>
  Object.fromEntries(Object.entries(wanted).filter(([name, value]) => !equal(value, (now as Record<string, unknown>)[name]))) as Partial<Values>

/** True where everything in `change` is so in `now`. */
export const isSame = (change: object, now: object | undefined): boolean => now !== undefined && Object.keys(differing(change, now)).length === 0
