/** Units of what happens and adds up: occurrences and money. */
const ADDED_UP = ['count', '€', '$', '£']

/**
 * How the values of one period become one. What is counted, and money, adds up: thirty values of a day are what a month had. Anything else (a share, a score, days,
 * and a unit in somebody's own words, of which nobody knows whether it adds up) is how it stood at the end: the last value.
 */
export const rollUpOf = (unit: string): 'sum' | 'last' => (ADDED_UP.includes(unit) ? 'sum' : 'last')
