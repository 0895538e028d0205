import type { LetterChoice } from '@klankbord/shared/letters'
import type { Db } from '../db/db.ts'
import type { LetterChoiceRow } from '../db/people-rows.ts'
import type { Scope } from '../db/scope.ts'

export interface KnownChoice extends LetterChoice {
  /** Moments before it have no letter. */
  changedAt: string
}

/** Off, and what somebody who turns it on most likely wants: Monday at eight. */
export const untouched = (locale: string): KnownChoice => ({
  on: false,
  weekday: 1,
  hour: 8,
  locale: locale.startsWith('nl') ? 'nl' : 'en',
  changedAt: '',
})

const present = ({ weekday, hour, locale, onAt, changedAt }: Omit<LetterChoiceRow, 'organisationId' | 'teamId'>): KnownChoice => ({
  on: onAt !== null,
  weekday,
  hour,
  locale: locale === 'nl' ? 'nl' : 'en',
  changedAt,
})

/** What was chosen, by team; the organisation's own id stands for every team that chose nothing. */
export async function listChoices(db: Db, scope: Scope): Promise<Map<string, KnownChoice>> {
  const rows = await db.within(scope).selectFrom('letterChoices').select(['teamId', 'weekday', 'hour', 'locale', 'onAt', 'changedAt']).execute()
  return new Map(rows.map(({ teamId, ...row }) => [teamId, present(row)]))
}

export async function upsertChoice(db: Db, scope: Scope, teamId: string, { on, ...choice }: LetterChoice, at: string) {
  const row = { ...choice, onAt: on ? at : null, changedAt: at }
  await db
    .within(scope)
    .insertInto('letterChoices', { teamId, ...row })
    .onConflict((conflict) => conflict.columns(['organisationId', 'teamId']).doUpdateSet(row))
    .execute()
}

export const removeChoice = (db: Db, scope: Scope, teamId: string) =>
  db.within(scope).deleteFrom('letterChoices').where('teamId', '=', teamId).execute()

/** Leaves only what counts for every team. */
export const removeChoices = (db: Db, scope: Scope) =>
  db.within(scope).deleteFrom('letterChoices').where('teamId', '!=', scope.organisationId).execute()

/** Organisations in which some team gets letters. */
export const listWithLetters = ({ everywhere }: Db) =>
  everywhere
    .selectFrom('organisations')
    .select(['id', 'timeZone', 'locale'])
    .where('id', 'in', (eb) => eb.selectFrom('letterChoices').where('onAt', 'is not', null).select('letterChoices.organisationId'))
    .execute()
