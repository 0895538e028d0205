import { letters, pulses } from './en/colleagues.ts'
import { goals } from './en/goals.ts'
import { inbox } from './en/inbox.ts'
import { measures } from './en/measures.ts'
import { outcomes } from './en/outcomes.ts'
import { settings } from './en/settings.ts'
import { sites } from './en/sites.ts'
import { signIn, start } from './en/start.ts'
import { words } from './en/words.ts'

export const en = { ...words, signIn, start, inbox, outcomes, goals, measures, settings, sites, letters, pulses }
export type Texts = typeof en
