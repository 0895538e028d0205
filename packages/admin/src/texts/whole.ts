import { en } from './en.ts'
import { laterEn, type Texts } from './later-en.ts'
import { laterNl } from './later-nl.ts'
import { nl } from './nl.ts'

/** Both languages at once, for what shows each beside the other. */
export const whole: Record<'nl' | 'en', Texts> = { nl: { ...nl, ...laterNl }, en: { ...en, ...laterEn } }
