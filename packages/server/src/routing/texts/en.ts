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
    matches: (field: string, value: string) => `${field} matches ‘${value}’`,
  },
  goalIsGone: (number) => `Rule ${number} fits, but its goal is no longer pursued`,
  goalEnded: (title) => `The goal ‘${title}’ is no longer pursued; a colleague chooses another`,
  noRule: 'No rule fits; a colleague chooses the goal',
  someone: 'A colleague',
  byPerson: (name) => `${name} chose this goal`,
  accepted: (name) => `${name} accepted it`,
}
