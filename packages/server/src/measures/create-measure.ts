import type { Measure } from '@klankbord/shared/measures'
import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { checkPlaces } from './check-places.ts'
import { readStoredMeasure } from './read-stored.ts'
import { insertMeasure } from './store.ts'

type Optional<Fields> = { [Name in keyof Fields]?: Fields[Name] | null | undefined }

type NewMeasure = Pick<Measure, 'name' | 'unit' | 'direction' | 'source'> &
  Optional<Pick<Measure, 'goalId' | 'teamId' | 'ownerId' | 'baseline' | 'target' | 'computed'>> & { period?: Measure['period'] }

/** Starts following a number: for a goal, for a team, or for the whole organisation. */
export function createMeasure({ db, clock }: Deps, scope: Scope, input: NewMeasure): Promise<Measure> {
  const now = clock()
  const { goalId = null, teamId = null, ownerId = null, baseline = null, target = null, computed = null, period = 'month', ...fields } = input
  return transact(db, async (db) => {
    await checkPlaces(db, scope, { goalId, teamId, ownerId, computed })
    const id = newId()
    const stored = computed && JSON.stringify(computed)
    const places = { goalId, teamId, ownerId, baseline, target, period, computed: stored }
    await insertMeasure(db, scope, { ...fields, ...places, id, updatedAt: null, createdAt: now.toISOString() })
    const detail = { measureId: id, goalId, name: fields.name }
    await record(db, scope, [{ type: 'measure.created', aboutId: id, detail }], now)
    return readStoredMeasure(db, scope, id)
  })
}
