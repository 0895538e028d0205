import { colleagues } from './nl/colleagues.ts'
import { letters } from './nl/letters.ts'
import { pages } from './nl/pages.ts'
import { words } from './nl/words.ts'

export const nl = { words, letters, pages, colleagues }
