import { letters, pulses } from './en/colleagues.ts'
import { goal, how } from './en/goal.ts'
import { goals } from './en/goals.ts'
import { inbox } from './en/inbox.ts'
import { learned } from './en/learned.ts'
import { measures } from './en/measures.ts'
import { outcomes } from './en/outcomes.ts'
import { routing } from './en/routing.ts'
import { settings } from './en/settings.ts'
import { sites } from './en/sites.ts'
import { signIn, start } from './en/start.ts'
import { coverage, sharing, story } from './en/views.ts'
import { words } from './en/words.ts'

export const en = {
  ...words,
  signIn,
  start,
  inbox,
  outcomes,
  goals,
  goal,
  how,
  measures,
  learned,
  routing,
  settings,
  sites,
  coverage,
  story,
  sharing,
  letters,
  pulses,
}
export type Texts = typeof en
