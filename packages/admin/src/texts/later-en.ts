import { letters, pulses } from './en/colleagues.ts'
import { entering, templates } from './en/entering.ts'
import { fieldProblem } from './en/fields.ts'
import { goal, how } from './en/goal.ts'
import { goals } from './en/goals.ts'
import { calendar, kept, moving, notifications } from './en/keeping.ts'
import { learned } from './en/learned.ts'
import { loop } from './en/loop.ts'
import { measures } from './en/measures.ts'
import { answering, outcomes } from './en/outcomes.ts'
import { keys, palette } from './en/palette.ts'
import { routing } from './en/routing.ts'
import { saving } from './en/saving.ts'
import { settings } from './en/settings.ts'
import { sites } from './en/sites.ts'
import { signIn, start } from './en/start.ts'
import { coverage, sharing, story } from './en/views.ts'
import type { FirstTexts } from './en.ts'

/** What is said beside the inbox: on the other pages, and in what opens over it. */
export const laterEn = {
  letters,
  pulses,
  fieldProblem,
  keys,
  palette,
  goal,
  how,
  goals,
  entering,
  templates,
  learned,
  loop,
  measures,
  answering,
  outcomes,
  calendar,
  kept,
  moving,
  notifications,
  routing,
  saving,
  settings,
  sites,
  signIn,
  start,
  coverage,
  sharing,
  story,
}
export type LaterTexts = typeof laterEn
export type Texts = FirstTexts & LaterTexts
