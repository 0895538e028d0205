import type { Texts } from './en.ts'
import { letters, pulses } from './nl/colleagues.ts'
import { goal, how } from './nl/goal.ts'
import { goals } from './nl/goals.ts'
import { inbox } from './nl/inbox.ts'
import { learned } from './nl/learned.ts'
import { measures } from './nl/measures.ts'
import { outcomes } from './nl/outcomes.ts'
import { routing } from './nl/routing.ts'
import { settings } from './nl/settings.ts'
import { sites } from './nl/sites.ts'
import { signIn, start } from './nl/start.ts'
import { coverage, sharing, story } from './nl/views.ts'
import { words } from './nl/words.ts'

export const nl: Texts = {
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
