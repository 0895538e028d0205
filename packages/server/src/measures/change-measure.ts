import type { Measure } from '@klankbord/shared/measures'
import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { badField, notFound, ProblemError } from '../problem-error.ts'
import { checkPlaces } from './check-places.ts'
import { readStoredMeasure } from './read-stored.ts'
import { findMeasure, type StoredMeasure, updateMeasure } from './store.ts'
import { judgeFor } from './who-may.ts'

type Changeable = Pick<Measure, 'teamId' | 'ownerId' | 'name' | 'unit' | 'direction' | 'baseline' | 'target' | 'period' | 'computed'>
type Change = { id: string } & { [Name in keyof Changeable]?: Changeable[Name] | undefined }

/** Changes a measure; its history says of each field what it was and what it became. */
export function changeMeasure({ db, clock }: Deps, scope: Scope, { id, ...input }: Change): Promise<Measure> {
  const now = clock()
  return transact(db, async (db) => {
    const before = await findMeasure(db, scope, id)
    if (!before) throw notFound('measure')
    const changes = differences(before, input)
    const may = (await judgeFor(db, scope))(before)
    if (!may.change) throw new ProblemError('forbidden', 'A measure is changed by its owner, by members of its team and by those who lead it.')
    if ('target' in changes && !may.changeTarget) throw new ProblemError('forbidden', AGREED)
    if ('computed' in changes && (before.computed === null || !input.computed))
      throw badField('computed', 'Where its values come from can’t be changed; start another measure')
    await checkPlaces(db, scope, { goalId: input.teamId ? before.goalId : null, ...input })
    if (Object.keys(changes).length === 0) return readStoredMeasure(db, scope, id)
    const { computed, ...fields } = input
    await updateMeasure(db, scope, id, { ...fields, ...(computed && { computed: JSON.stringify(computed) }) } as Parameters<typeof updateMeasure>[3])
    const detail = { measureId: id, goalId: before.goalId, name: before.name, changes }
    await record(db, scope, [{ type: 'measure.changed', aboutId: id, detail }], now)
    return readStoredMeasure(db, scope, id)
  })
}

const AGREED = 'This target belongs to a goal that was agreed on. Leads of its team or of a team above change it, and owners and admins.'

function differences(before: StoredMeasure, input: Omit<Change, 'id'>): Record<string, { from: unknown; to: unknown }> {
  const changes: Record<string, { from: unknown; to: unknown }> = {}
  for (const [name, to] of Object.entries(input)) {
    const from = before[name as keyof Changeable]
    if (to !== undefined && JSON.stringify(to) !== JSON.stringify(from)) changes[name] = { from, to }
  }
  return changes
}
