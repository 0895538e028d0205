import type { Pulse, PulseKind, PulseWords } from '@klankbord/shared/pulses'
import { type Db, transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { findMeasure } from '../measures/store.ts'
import { atHour, dayAt } from '../members/local-time.ts'
import { readOrganisation } from '../members/store.ts'
import { badField, notFound, notFoundAt, ProblemError } from '../problem-error.ts'
import { findTeam } from '../teams/store.ts'
import { findPulse, insertPulse, updatePulse } from './store.ts'
import { OPENS_AT } from './turn-pulses.ts'

interface Rhythm {
  startsOn: string
  everyWeeks: number
  closesAfterDays: number
}

interface NewPulse extends Rhythm {
  kind: PulseKind
  question?: PulseWords | null | undefined
  choices?: PulseWords[] | undefined
  teamId?: string | null | undefined
  measureId?: string | null | undefined
}

/** Sets up what colleagues are asked, how often and whom. Its first round opens by itself. */
export async function createPulse({ db, clock }: Deps, scope: Scope, input: NewPulse): Promise<Pulse> {
  const { kind, question = null, choices = [], teamId = null, measureId = null, everyWeeks, closesAfterDays } = input
  const now = clock()
  checkQuestion(kind, question, choices)
  checkRhythm(everyWeeks, closesAfterDays)
  const id = newId()
  return transact(db, async (db) => {
    if (teamId !== null && !(await findTeam(db, scope, teamId))) throw notFoundAt('teamId', 'team')
    await checkMeasure(db, scope, kind, measureId)
    await insertPulse(db, scope, {
      id,
      kind,
      teamId,
      measureId,
      everyWeeks,
      closesAfterDays,
      question: question && JSON.stringify(question),
      choices: JSON.stringify(choices),
      nextAt: await opening(db, scope, input.startsOn, now),
      createdAt: now.toISOString(),
    })
    await record(db, scope, [{ type: 'pulse.created', detail: { pulseId: id, kind, teamId } }], now)
    return readPulse(db, scope, id)
  })
}

interface PulseChange {
  id: string
  startsOn?: string | null | undefined
  everyWeeks?: number | undefined
  closesAfterDays?: number | undefined
  measureId?: string | null | undefined
}

/** Changes when a pulse asks and what it feeds; a round that is open goes on as it was. */
export function changePulse({ db, clock }: Deps, scope: Scope, { id, startsOn, measureId, ...rhythm }: PulseChange): Promise<Pulse> {
  const now = clock()
  return transact(db, async (db) => {
    const before = await readPulse(db, scope, id)
    if (startsOn && before.teamId !== null && before.team === null)
      throw new ProblemError('conflict', 'The team that this pulse asked is gone. Its results stay; start another pulse to ask on.')
    checkRhythm(rhythm.everyWeeks ?? before.everyWeeks, rhythm.closesAfterDays ?? before.closesAfterDays)
    if (measureId) await checkMeasure(db, scope, before.kind, measureId)
    const nextAt = startsOn === undefined || startsOn === null ? startsOn : await opening(db, scope, startsOn, now)
    const change = { ...rhythm, measureId, nextAt }
    await updatePulse(db, scope, id, change)
    await record(db, scope, [{ type: 'pulse.changed', detail: { pulseId: id, ...change } }], now)
    return readPulse(db, scope, id)
  })
}

async function readPulse(db: Db, scope: Scope, id: string): Promise<Pulse> {
  const pulse = await findPulse(db, scope, id)
  if (!pulse) throw notFound('pulse')
  return pulse
}

function checkQuestion(kind: PulseKind, question: PulseWords | null, choices: PulseWords[]) {
  if (kind !== 'choice') {
    if (choices.length > 0) throw badField('choices', 'Only a question with choices has these')
    return
  }
  if (!question) throw badField('question', 'Fill this in')
  if (choices.length < 2) throw badField('choices', 'Give at least 2 choices')
}

/** A round has closed before the next one opens. */
function checkRhythm(everyWeeks: number, closesAfterDays: number) {
  if (closesAfterDays >= 7 * everyWeeks) throw badField('closesAfterDays', 'A round must close before the next one opens')
}

async function checkMeasure(db: Db, scope: Scope, kind: PulseKind, measureId: string | null) {
  if (measureId === null) return
  if (kind === 'choice') throw badField('measureId', 'A question with choices has no number to write down')
  const measure = await findMeasure(db, scope, measureId)
  if (!measure) throw notFoundAt('measureId', 'measure')
  if (measure.source === 'computed') throw badField('measureId', 'This measure is computed, so it takes no values')
}

/** Nine o'clock on that day, which is today or later; today after nine means now. */
async function opening(db: Db, scope: Scope, day: string, now: Date): Promise<string> {
  const { timeZone } = await readOrganisation(db, scope)
  if (day < dayAt(now, timeZone)) throw badField('startsOn', 'Choose today or a later day')
  return atHour(day, OPENS_AT, timeZone).toISOString()
}
