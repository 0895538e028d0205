import { colleagues } from './en/colleagues.ts'
import { letters } from './en/letters.ts'
import { notifications } from './en/notifications.ts'
import { pages } from './en/pages.ts'
import { publicPage } from './en/public-page.ts'
import { words } from './en/words.ts'
import type { Texts } from './texts.ts'

export const en: Texts = { words, letters, pages, colleagues, notifications, publicPage }
