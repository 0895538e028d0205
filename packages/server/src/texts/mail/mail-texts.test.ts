import { describe, expect, test } from 'vitest'
import { CHEERFUL } from '../../../test/cheerful.ts'
import { mailLanguageOf, mailLanguages, mailTexts, type Tone } from './mail-texts.ts'

const tones: Tone[] = ['informal', 'polite']
const kinds = ['done', 'partly', 'not_doing', 'answer'] as const

/** Every text of a table, with stand-ins for what is filled in. */
function sayings(table: object): string[] {
  return Object.values(table).flatMap((value) => {
    if (typeof value === 'function') return [String(value('Ada', 'Werkplaats', 'Bakker'))]
    return typeof value === 'string' ? [value] : sayings(value as object)
  })
}

/** Letters to colleagues, and the page of the server itself, stand in the same table where there is one, and have one tone. */
function toCustomers(table: object) {
  const { invitation: _, trial: __, ruleMail: ___, home: ____, ...rest } = table as Record<string, object>
  return rest
}

describe.each(mailLanguages.flatMap((language) => tones.map((tone) => ({ language, tone }))))('$language, $tone', ({ language, tone }) => {
  const { letters, words, pages, publicPage } = mailTexts[language][tone]

  test('what a refusal says holds no cheerful word', () => {
    const said = [
      letters.outcome.subject.not_doing('een bel'),
      letters.outcome.intro.not_doing('Werkplaats'),
      words.outcome.kind.not_doing,
      words.outcome.did.not_doing,
      words.outcome.better.not_doing,
      words.outcome.next.not_doing,
      words.outcome.helped.not_doing,
      ...[letters.greeting('Ada'), letters.because('Bakker'), letters.outcome.react, letters.outcome.open, letters.outcome.youSaid('maandag')],
    ]
    for (const words of said) expect(words).not.toMatch(CHEERFUL)
  })

  test('every kind of outcome has its subject, and none of them is empty', () => {
    for (const kind of kinds) expect(letters.outcome.subject[kind]('‘een bel’')).toMatch(/.+‘een bel’/)
  })

  test('one tone is kept throughout', () => {
    const wrong = {
      nl: { informal: /\b(u|uw)\b/i, polite: /\b(je|jij|jou|jouw)\b/i },
      de: {
        informal: /\b(Ihnen|Ihr|Ihre|Ihrem|Ihrer|Sie (haben|wollten|erhalten|hören|können))\b/,
        polite: /\b(du|dir|dich|dein|deine|deinem|deiner)\b/i,
      },
      fr: { informal: /\b(vous|votre|vos)\b/i, polite: /\b(tu|ton|ta|tes|toi|te)\b/i },
      en: { informal: /\bthou\b/, polite: /\bthou\b/ },
    }[language][tone]
    for (const said of [...sayings(toCustomers(letters)), ...sayings(words), ...sayings(toCustomers(pages)), ...sayings(publicPage)])
      expect(said).not.toMatch(wrong)
  })
})

test('every language and tone says all that the Dutch says', () => {
  const shape = (table: object): unknown =>
    Object.fromEntries(Object.entries(table).map(([name, value]) => [name, typeof value === 'object' ? shape(value) : 'said']))
  for (const table of ['letters', 'pages', 'words', 'publicPage'] as const)
    for (const language of ['de', 'fr'] as const)
      for (const tone of tones) expect(shape(mailTexts[language][tone][table])).toEqual(shape(toCustomers(mailTexts.nl.informal[table])))
})

test.each([
  ['de-CH', 'de'],
  ['FR', 'fr'],
  ['nl-BE', 'nl'],
  ['pt-BR', 'en'],
  [null, 'nl'],
])('a customer who reads %s is written to in %s', (locale, language) => {
  expect(mailLanguageOf(locale, 'nl')).toBe(language)
})
