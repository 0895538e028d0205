import type { Tenant } from './schema.ts'

export interface PulseRow extends Tenant {
  id: string
  kind: string
  /** JSON: PulseWords; null asks the question of its kind. */
  question: string | null
  /** JSON: PulseWords[]. */
  choices: string
  /** Who is asked: this team and all below it; null is everyone. */
  teamId: string | null
  measureId: string | null
  everyWeeks: number
  closesAfterDays: number
  /** When the next round opens; null while it rests. */
  nextAt: string | null
  createdAt: string
}

export interface PulseRoundRow extends Tenant {
  id: string
  pulseId: string
  invited: number
  openedAt: string
  closesAt: string
  closedAt: string | null
}

/** A team as it was when the round opened; the organisation's own id stands for everyone. */
export interface PulseGroupRow extends Tenant {
  roundId: string
  groupId: string
  parentId: string | null
  name: string
  /** Those whose answers are counted in this very group, not in one below it. */
  invited: number
  /** Why nothing is counted or shown here: `few` or `subtract`; null where something is. */
  hidden: string | null
}

/** How often an answer was given. A single answer is a row nowhere. */
export interface PulseTallyRow extends Tenant {
  roundId: string
  groupId: string
  value: number
  answers: number
}

/** An invitation that was not used yet; using it removes it. It knows no person and no time, and its id is drawn at random. */
export interface PulseInvitationRow extends Tenant {
  id: string
  roundId: string
  groupId: string
}

/** A member who wants to be asked nothing. */
export interface PulseRefusalRow extends Tenant {
  memberId: string
  refusedAt: string
}

/** When the letter of a team comes; the organisation's own id stands for every team that chose nothing. */
export interface LetterChoiceRow extends Tenant {
  teamId: string
  weekday: number
  hour: number
  locale: string
  onAt: string | null
  changedAt: string
}

/** A team whose letters of a week were queued. */
export interface LetterRunRow extends Tenant {
  teamId: string
  /** ISO 8601: `2026-W48`. */
  week: string
}

/** The last letter of each member. */
export interface LetterRow extends Tenant {
  memberId: string
  week: string
  queuedAt: string
}

/** A member who stopped the letter. */
export interface LetterRefusalRow extends Tenant {
  memberId: string
  refusedAt: string
}
