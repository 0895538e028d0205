import { colleagues } from './en/colleagues.ts'
import { letters } from './en/letters.ts'
import { pages } from './en/pages.ts'
import { words } from './en/words.ts'
import type { Texts } from './texts.ts'

export const en: Texts = { words, letters, pages, colleagues }
