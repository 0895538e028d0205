import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Day, Id, line, Time } from './fields.ts'
import { pageOf } from './page.ts'

/** How colleagues answer: 0 to 10 (would you recommend us as an employer), 1 to 5, or one of a few choices. */
export const PulseKind = z.enum(['enps', 'scale', 'choice'])
export type PulseKind = z.infer<typeof PulseKind>

/** No result of fewer answers is shown, or can be found by subtracting shown ones. */
export const LEAST_ANSWERS = 5

/** Words of the organisation's own, in one language or both; a colleague whose language is missing reads the other. */
export const PulseWords = z
  .object({ nl: line(0, 200).optional(), en: line(0, 200).optional() })
  .refine(({ nl, en }) => !!nl || !!en, { error: 'Fill this in in at least one language' })
export type PulseWords = z.infer<typeof PulseWords>

const Rhythm = {
  /** A new round every so many weeks. */
  everyWeeks: z.int().min(1, 'Ask at most once a week').max(26, 'Ask at least twice a year'),
  /** A round closes at the end of this many days after the one that it opened on. */
  closesAfterDays: z.int().min(1, 'Give at least one day').max(28, 'Give at most 28 days'),
  /** Where each round's result is written down as a value; not for choices, which are no number. */
  measureId: Id.nullable().optional(),
}

const PulseInput = z.object({
  kind: PulseKind,
  /** Null asks the question that comes with its kind; a choice has none. */
  question: PulseWords.nullable().optional(),
  choices: z.array(PulseWords).max(6, 'Give at most 6 choices').optional(),
  /** Who is asked: this team and all below it; null is everyone. */
  teamId: Id.nullable().optional(),
  /** The day on which the first round opens, at nine o'clock. */
  startsOn: Day,
  ...Rhythm,
})

/** A round as it runs: answers are counted, and nothing of them is shown before it has closed. */
const OpenRound = z.object({ id: Id, openedAt: Time, closesAt: Time, invited: z.int() })

/** A short, anonymous question to colleagues, asked again every few weeks. */
export const Pulse = z.object({
  id: Id,
  kind: PulseKind,
  question: PulseWords.nullable(),
  choices: z.array(PulseWords),
  teamId: Id.nullable(),
  team: z.string().nullable(),
  measureId: Id.nullable(),
  everyWeeks: z.int(),
  closesAfterDays: z.int(),
  /** When the next round opens; null while it rests. */
  nextAt: Time.nullable(),
  openRound: OpenRound.nullable(),
  createdAt: Time,
})
export type Pulse = z.infer<typeof Pulse>

/** Why a group has no result: too few answers, or it could be found by subtracting what is shown. */
export const PulseHidden = z.enum(['few', 'subtract'])
export type PulseHidden = z.infer<typeof PulseHidden>

/** What one group of colleagues answered. */
export const PulseResult = z.object({
  answers: z.int(),
  invited: z.int(),
  /** How often each answer was given, in the order in which they were offered. */
  counts: z.array(z.int()),
  /** eNPS (−100 to 100), or the mean from 1 to 5; null for choices. */
  score: z.number().nullable(),
})
export type PulseResult = z.infer<typeof PulseResult>

/** A team and all below it in one round; `teamId` is null for everyone. */
export const PulseGroup = z.object({
  teamId: Id.nullable(),
  parentId: Id.nullable(),
  name: z.string(),
  hidden: PulseHidden.nullable(),
  /** Null while the round is open, and where it is hidden. */
  result: PulseResult.nullable(),
})
export type PulseGroup = z.infer<typeof PulseGroup>

export const PulseRound = OpenRound.extend({ pulseId: Id, closedAt: Time.nullable(), groups: z.array(PulseGroup) })
export type PulseRound = z.infer<typeof PulseRound>

const OfPulse = z.object({ id: Id })

export const pulseEndpoints = {
  listPulses: endpoint('GET', '/api/v1/pulses', { access: 'viewer' }, z.object({}), pageOf(Pulse)),
  createPulse: endpoint('POST', '/api/v1/pulses', { access: 'admin', status: 201 }, PulseInput, Pulse),
  /** `startsOn: null` lets it rest, a day starts it again. What it asks stays: another question is another pulse. */
  changePulse: endpoint(
    'PATCH',
    '/api/v1/pulses/:id',
    { access: 'admin' },
    z
      .object({ startsOn: Day.nullable(), ...Rhythm })
      .partial()
      .extend({ id: Id }),
    Pulse,
  ),
  /**
   * The last rounds, newest first. Owners and admins see every group; a member sees everyone's result, that of their own teams and of the levels above, and a lead
   * those of the teams below too.
   */
  listPulseRounds: endpoint('GET', '/api/v1/pulses/:id/rounds', { access: 'viewer' }, OfPulse, pageOf(PulseRound)),
  /** Opens a round now. Refused (`conflict`) while one is open, or when fewer than five colleagues would be asked. */
  openPulseRound: endpoint('POST', '/api/v1/pulses/:id/rounds', { access: 'admin', status: 201 }, OfPulse, PulseRound),
  /** Closes a round before its time; it can't be opened again. */
  closePulseRound: endpoint('PUT', '/api/v1/pulses/:id/rounds/:roundId/end', { access: 'admin' }, OfPulse.extend({ roundId: Id }), PulseRound),
}
