import type { nl } from './nl.ts'

/** Why an item went where it went, in English. */
export const en: typeof nl = {
  kinds: { compliment: 'compliment', complaint: 'complaint', idea: 'idea', question: 'question' },
  rule: (number, reason) => `Rule ${number}: ${reason}`,
  fields: {
    kind: 'the kind',
    message: 'the message',
    pageUrl: 'the page',
    locale: 'the language',
    rating: 'the rating',
    site: 'the site',
  },
  attribute: (name) => `the attribute ‘${name}’`,
  ops: {
    is: (field, value) => `${field} is ‘${value}’`,
    'is not': (field, value) => `${field} is not ‘${value}’`,
    contains: (field, value) => `${field} contains ‘${value}’`,
    'contains word': (field, value) => `${field} contains the word ‘${value}’`,
    'starts with': (field, value) => `${field} starts with ‘${value}’`,
    'at most': (field, value) => `${field} is at most ${value}`,
    'at least': (field, value) => `${field} is at least ${value}`,
    'in list': (field, value) => `${field} is ‘${value}’`,
    matches: (field, value) => `${field} matches the pattern ‘${value}’`,
  },
  and: 'and',
  or: 'or',
  not: (what) => `not: ${what}`,
  goalIsGone: (number) => `Rule ${number} fits, but its goal is no longer pursued`,
  goalAbove: (number, title) => `Rule ${number}: the goal ‘${title}’ is no longer pursued, so this goes to the goal above it`,
  goalEnded: (title) => `The goal ‘${title}’ is no longer pursued; a colleague chooses another`,
  noRule: 'No rule fits; a colleague chooses the goal',
  someone: 'A colleague',
  byPerson: (name) => `${name} chose this goal`,
  returned: (name) => `${name} gave it back; a colleague chooses another goal`,
  accepted: (name) => `${name} accepted it`,
}
