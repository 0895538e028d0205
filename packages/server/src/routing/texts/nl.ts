import type { Kind } from '@klankbord/shared/widget'

const kinds: Record<Kind, string> = { compliment: 'compliment', complaint: 'klacht', idea: 'idee', question: 'vraag' }

/** Why an item went where it went, in Dutch. */
export const nl = {
  kinds,
  rule: (number: number, reason: string) => `Regel ${number}: ${reason}`,
  fields: {
    kind: 'de soort',
    message: 'het bericht',
    pageUrl: 'de pagina',
    locale: 'de taal',
    rating: 'de beoordeling',
    site: 'de site',
  },
  attribute: (name: string) => `het kenmerk ‘${name}’`,
  ops: {
    is: (field: string, value: string) => `${field} is ‘${value}’`,
    'is not': (field: string, value: string) => `${field} is niet ‘${value}’`,
    contains: (field: string, value: string) => `${field} bevat ‘${value}’`,
    'contains word': (field: string, value: string) => `${field} bevat het woord ‘${value}’`,
    'starts with': (field: string, value: string) => `${field} begint met ‘${value}’`,
    'at most': (field: string, value: string) => `${field} is hoogstens ${value}`,
    'at least': (field: string, value: string) => `${field} is minstens ${value}`,
    'in list': (field: string, value: string) => `${field} is ‘${value}’`,
    matches: (field: string, value: string) => `${field} past bij het patroon ‘${value}’`,
  },
  and: 'en',
  or: 'of',
  not: (what: string) => `niet: ${what}`,
  goalIsGone: (number: number) => `Regel ${number} past, maar het doel ervan loopt niet meer`,
  goalAbove: (number: number, title: string) => `Regel ${number}: het doel ‘${title}’ loopt niet meer; daarom gaat dit naar het doel erboven`,
  goalEnded: (title: string) => `Het doel ‘${title}’ loopt niet meer; een collega kiest een ander doel`,
  noRule: 'Geen regel past; een collega kiest het doel',
  someone: 'Een collega',
  byPerson: (name: string) => `${name} heeft dit doel gekozen`,
  returned: (name: string) => `${name} gaf het terug; een collega kiest een ander doel`,
  accepted: (name: string) => `${name} heeft het aangenomen`,
}
