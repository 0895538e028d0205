import type { Tenant } from './schema.ts'

/** When an organisation works; one without a row works from Monday to Friday. */
export interface CalendarRow extends Tenant {
  /** JSON: number[]. */
  workdays: string
  /** JSON: Calendar['holidays']. */
  holidays: string | null
  /** JSON: OwnDay[]. */
  ownDays: string
  /** JSON: Calendar, as it was before the last change. */
  before: string | null
  changedAt: string
  changedBy: string | null
}

/** The public holidays of a country, or of a part of it, in one year; the same for every organisation. */
export interface HolidaysRow {
  country: string
  /** Empty for what is free in the whole country. */
  region: string
  year: number
  /** JSON: Holiday[]. */
  days: string
}

/** A promise that got another date. */
export interface PromiseMoveRow extends Tenant {
  id: string
  feedbackItemId: string
  movedFrom: string
  movedTo: string
  reason: string
  createdAt: string
}

export interface NotificationRow extends Tenant {
  id: string
  memberId: string
  kind: string
  feedbackItemId: string | null
  /** The effect's own key: a member is told the same once. */
  about: string
  count: number
  actorName: string | null
  step: string | null
  at: string
  readAt: string | null
  /** When it went into a mail, or was found to need none. */
  mailedAt: string | null
}

export interface NotificationChoiceRow extends Tenant {
  memberId: string
  mail: string
  hour: number
}
