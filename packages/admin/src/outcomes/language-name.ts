import type { LanguageCode } from '../language.tsx'

/** A language by its name, in the language of the member: customers read more languages than colleagues do. */
export const languageName = (locale: string, reader: LanguageCode): string => new Intl.DisplayNames(reader, { type: 'language' }).of(locale) ?? locale
