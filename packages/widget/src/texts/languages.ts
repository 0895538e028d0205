import type * as nl from './nl.ts'

/** The languages that the widget speaks: each is a file beside this one. */
export const languages = ['nl', 'en', 'de', 'fr', 'es', 'it', 'pl', 'pt', 'tr', 'ar', 'uk'] as const

/** A language tag that begins with one of them: the same list, in the fewest bytes for the loader. */
export const spoken = /^(nl|en|de|fr|es|it|pl|pt|tr|ar|uk)/

export type Language = (typeof languages)[number]

/** One text for each plural category of the language that differs, as `Intl.PluralRules` names them. */
export type Plural = { [Category in Intl.LDMLPluralRule]?: string } & { other: string }

type Part<Given> = { [Key in keyof Given]: Given[Key] extends string ? string : Plural }

/** What the file of a language holds. */
export type Texts = { [Name in keyof typeof nl]: Part<(typeof nl)[Name]> }

export type TextKey = { [Name in keyof Texts]: keyof Texts[Name] }[keyof Texts]
