import { type Kind, kinds } from '@klankbord/shared/widget'
import { describe, expect, test } from 'vitest'
import { numberTexts } from '../../build/list-texts.ts'
import { namedTexts } from '../form/room.ts'
import { type Language, languages, type Plural, type Texts } from './languages.ts'
import { form } from './nl.ts'

/** Words that a language shares with English. */
const shared: { [Each in Language]?: string[] } = {
  nl: ['compliment'],
  fr: ['compliment', 'question', 'message', 'conversation'],
  es: ['idea', 'no'],
  it: ['idea', 'no'],
}

/** Texts that are the same on purpose: who sent what is taken for spam is not told so. */
const alike = ['spam']

/** What stands in a button, beside the kinds. */
const buttons = [
  ...[
    'again',
    'mine',
    'picture',
    'capture',
    'send',
    'sending',
    'discard',
    'discardAsk',
    'another',
    'more',
    'yes',
    'partly',
    'no',
    'exportAll',
    'eraseYes',
  ],
  ...['editBrush', 'editUndo', 'editUse', 'editCancel'],
]

/** Enough of them to come by each form that stands for more than one. */
const numbers = Array.from({ length: 200 }, (_, number) => number)

type Entry = [key: string, text: string | Plural]

const load = async (language: Language): Promise<Entry[]> => {
  const texts: Texts = await import(`../texts/${language}.ts`)
  return Object.values(texts).flatMap((part) => Object.entries<string | Plural>(part))
}

/** Each text by its key; a plural form by its key and its category. */
const lines = (entries: Entry[]) =>
  entries.flatMap(([key, text]) =>
    typeof text === 'string'
      ? [[key, text] as const]
      : Object.entries(text).map(([category, form]) => [`${key}.${category}`, form as string] as const),
  )

const plurals = (entries: Entry[]) => entries.filter((entry): entry is [string, Plural] => typeof entry[1] !== 'string')

/** What is filled in, whichever form it is in. */
const placeholdersIn = (text: string | Plural) => [...new Set(JSON.stringify(text).match(/\{\w+\}/g))].sort()

test('those that go by what the server calls a thing are known to the form in the order in which the script carries them', () => {
  const unnumbered = [...numberTexts(`${import.meta.dirname}/..`)].filter(([key, number]) => key in form && !number)
  expect(unnumbered.map(([key]) => key)).toEqual(namedTexts)
})

describe.each(languages)('the texts in %s', async (language) => {
  const own = await load(language)
  const dutch = await load('nl')

  test('are for exactly what the Dutch ones are for, and count where those count', () => {
    const kindOf = (entries: Entry[]) => entries.map(([key, text]) => `${key}: ${typeof text}`).sort()
    expect(kindOf(own)).toEqual(kindOf(dutch))
  })

  test('have the same places to fill in', () => {
    const inDutch = new Map(dutch)
    expect(own.filter(([key, text]) => `${placeholdersIn(text)}` !== `${placeholdersIn(inDutch.get(key) ?? '')}`)).toEqual([])
  })

  test('have one form for every number, or all that the language has', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.sort()
    const incomplete = plurals(own).filter(([, text]) => `${Object.keys(text).sort()}` !== `${forms}` && `${Object.keys(text)}` !== 'other')
    expect(incomplete.map(([key]) => key)).toEqual([])
  })

  test('leave a number out only where the form belongs to that number alone', () => {
    const rules = new Intl.PluralRules(language)
    const silent = lines(plurals(own)).filter(([, form]) => !form.includes('{n}'))
    const unclear = silent.filter(([key]) => numbers.filter((number) => key.endsWith(`.${rules.select(number)}`)).length > 1)
    expect(unclear).toEqual([])
  })

  test('are never empty, and begin and end with a word or a mark', () => {
    expect(lines(own).filter(([, text]) => text === '' || text !== text.trim() || /\s\s/.test(text))).toEqual([])
  })

  test('hold no bar, with which the script keeps them apart', () => {
    expect(lines(own).filter(([, text]) => text.includes('|'))).toEqual([])
  })

  test('say different things with different words', () => {
    const seen = new Map<string, string>()
    const twice = own.flatMap(([key, text]) => {
      if (typeof text !== 'string' || alike.includes(key)) return []
      const first = seen.get(text.toLowerCase())
      seen.set(text.toLowerCase(), key)
      return first ? [`${first} = ${key}`] : []
    })
    expect(twice).toEqual([])
    expect(new Map(own).get('spam')).toBe(new Map(own).get('received'))
  })

  test('end with a mark wherever the Dutch ones do', () => {
    const mark = (text: string | Plural | undefined) => /[.?؟…)]?$/.exec(typeof text === 'string' ? text : (text?.other ?? ''))?.[0].replace('؟', '?')
    const inDutch = new Map(dutch)
    expect(own.filter(([key, text]) => mark(text) !== mark(inDutch.get(key)))).toEqual([])
  })

  test('never cheer', () => {
    expect(lines(own).filter(([, text]) => text.includes('!'))).toEqual([])
  })

  test('fit in the buttons of a phone that is 320 pixels wide', () => {
    const widest = (key: string) => (kinds.includes(key as Kind) ? 13 : buttons.includes(key) ? 26 : Number.POSITIVE_INFINITY)
    expect(lines(own).filter(([key, text]) => text.length > widest(key))).toEqual([])
  })
})

test.each(languages.filter((language) => language !== 'en'))('no text in %s is left in English', async (language) => {
  const english = new Map(lines(await load('en')))
  const left = lines(await load(language)).filter(([key, text]) => english.get(key) === text && !shared[language]?.includes(key))
  expect(left).toEqual([])
})

test('French keeps its marks on the line of the word before them', async () => {
  expect(lines(await load('fr')).filter(([, text]) => /[^\u00a0][:;?=]/.test(text))).toEqual([])
})
