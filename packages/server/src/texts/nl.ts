import { colleagues } from './nl/colleagues.ts'
import { letters } from './nl/letters.ts'
import { notifications } from './nl/notifications.ts'
import { pages } from './nl/pages.ts'
import { publicPage } from './nl/public-page.ts'
import { words } from './nl/words.ts'

export const nl = { words, letters, pages, colleagues, notifications, publicPage }
