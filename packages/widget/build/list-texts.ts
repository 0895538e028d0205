import { readdirSync, readFileSync } from 'node:fs'
import type { Plural } from '../src/texts/languages.ts'

/** Which text has which number. Those without one are found by what the server or a draft calls them. */
export type Numbers = Map<string, number | undefined>

/** How a text is named where it is used. */
export const ACCESS = /\btexts\.(\w+)\b(?!\()/g

/** Numbers the texts in the order of the Dutch file, where they are named where they are used: the same for every language. */
export function numberTexts(source: string): Numbers {
  const files = (readdirSync(source, { recursive: true }) as string[]).filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
  const used = new Set(files.flatMap((file) => [...readFileSync(`${source}/${file}`, 'utf8').matchAll(ACCESS)].map(([, key]) => key)))
  const keys = [...readFileSync(`${source}/texts/nl.ts`, 'utf8').matchAll(/^ {2}(\w+):/gm)].map(([, key]) => key as string)
  let last = 0
  return new Map(keys.map((key) => [key, used.has(key) ? ++last : undefined]))
}

/**
 * The texts of one part as JavaScript: those that go by their name or differ with a number, the number of the first of the others, and those.
 * Where the names are known to who loads the part, theirs stand before the others, in the order of the Dutch file.
 */
export function listTexts(texts: { [key: string]: string | Plural }, numbers: Numbers, areNamesKnown: boolean): string {
  const keys = [...numbers.keys()].filter((key) => key in texts)
  const numbered = keys.filter((key) => numbers.get(key))
  const known = areNamesKnown ? keys.filter((key) => !numbers.get(key)) : []
  const listed = [...known, ...numbered]
  const shortest = new Map(keys.map((key) => [key, fewestForms(texts[key] as string)]))
  const own = keys.filter((key) => !listed.includes(key) || typeof shortest.get(key) !== 'string')
  const named = JSON.stringify(Object.fromEntries(own.map((key) => [numbers.get(key) ?? key, shortest.get(key)]))).replaceAll(/"(\w+)":/g, '$1:')
  const others = listed.map((key) => (own.includes(key) ? '' : shortest.get(key))).join('|')
  return `export default[${named},${(numbers.get(numbered[0] as string) as number) - known.length},${JSON.stringify(others)}]`
}

/** A text without the forms that are the one for all other numbers. */
function fewestForms(text: string | Plural) {
  if (typeof text === 'string') return text
  const forms = Object.entries(text).filter(([category, form]) => category === 'other' || form !== text.other)
  return forms.length > 1 ? Object.fromEntries(forms) : text.other
}
