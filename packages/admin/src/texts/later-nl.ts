import type { LaterTexts } from './later-en.ts'
import { letters, pulses } from './nl/colleagues.ts'
import { entering, templates } from './nl/entering.ts'
import { fieldProblem } from './nl/fields.ts'
import { goal, how } from './nl/goal.ts'
import { goals } from './nl/goals.ts'
import { calendar, kept, moving, notifications } from './nl/keeping.ts'
import { learned } from './nl/learned.ts'
import { loop } from './nl/loop.ts'
import { measures } from './nl/measures.ts'
import { answering, outcomes } from './nl/outcomes.ts'
import { keys, palette } from './nl/palette.ts'
import { routing } from './nl/routing.ts'
import { saving } from './nl/saving.ts'
import { settings } from './nl/settings.ts'
import { sites } from './nl/sites.ts'
import { signIn, start } from './nl/start.ts'
import { coverage, sharing, story } from './nl/views.ts'

export const laterNl: LaterTexts = {
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
