import type { Computed, Measure } from '@klankbord/shared/measures'
import type { Db } from '../db/db.ts'
import type { MeasureRow } from '../db/measure-rows.ts'
import type { Scope } from '../db/scope.ts'

/** A measure as it is kept, with what is decided by its goal and its owner. */
export interface StoredMeasure extends Omit<Measure, 'points' | 'periods' | 'outcomes' | 'may'> {
  /** The team that it belongs to itself, whatever its goal. */
  ownTeamId: string | null
  /** The state of its goal; null where it has none. */
  goalState: string | null
}

const measures = (db: Db, scope: Scope) =>
  db
    .within(scope)
    .selectFrom('measures')
    .leftJoin('goals', 'goals.id', 'measures.goalId')
    .leftJoin('teams', 'teams.id', 'measures.teamId')
    .leftJoin('members', (join) => join.onRef('members.id', '=', 'measures.ownerId').on('members.deactivatedAt', 'is', null))
    .select(['measures.id', 'measures.goalId', 'measures.name', 'measures.unit', 'measures.direction', 'measures.baseline', 'measures.target'])
    .select(['measures.period', 'measures.source', 'measures.computed', 'measures.updatedAt', 'measures.createdAt'])
    .select(['goals.teamId as goalTeamId', 'goals.state as goalState', 'teams.id as ownTeamId', 'members.id as ownerId', 'members.name as owner'])
    .orderBy('measures.createdAt')
    .orderBy('measures.id')

type Row = Awaited<ReturnType<ReturnType<typeof measures>['execute']>>[number]

const present = ({ goalTeamId, ownTeamId, direction, period, source, computed, ...row }: Row): StoredMeasure => ({
  ...row,
  ownTeamId,
  teamId: goalTeamId ?? ownTeamId,
  direction: direction as Measure['direction'],
  period: period as Measure['period'],
  source: source as Measure['source'],
  computed: computed === null ? null : (JSON.parse(computed) as Computed),
})

interface Asked {
  goalId?: string | undefined
  teamId?: string | undefined
}

/** Measures, oldest first; of one goal, of one team, or all. */
export async function listStoredMeasures(db: Db, scope: Scope, { goalId, teamId }: Asked): Promise<StoredMeasure[]> {
  let query = measures(db, scope)
  if (goalId !== undefined) query = query.where('measures.goalId', '=', goalId)
  if (teamId !== undefined) query = query.where((eb) => eb.or([eb('goals.teamId', '=', teamId), eb('measures.teamId', '=', teamId)]))
  return (await query.execute()).map(present)
}

export async function findMeasure(db: Db, scope: Scope, id: string): Promise<StoredMeasure | undefined> {
  const row = await measures(db, scope).where('measures.id', '=', id).executeTakeFirst()
  return row && present(row)
}

export async function insertMeasure(db: Db, scope: Scope, measure: Omit<MeasureRow, 'organisationId' | 'period'> & { period: string }) {
  await db.within(scope).insertInto('measures', measure).execute()
}

export async function updateMeasure(
  db: Db,
  scope: Scope,
  id: string,
  change: Partial<Omit<MeasureRow, 'organisationId' | 'id' | 'period'>> & { period?: string },
) {
  await db.within(scope).updateTable('measures').set(change).where('id', '=', id).execute()
}

/** Removes a measure, its values, those that are still being written, and the way back of its imports. */
export async function deleteMeasure(db: Db, scope: Scope, id: string) {
  const landings = db.within(scope).selectFrom('measureLandings').select('id').where('measureId', '=', id)
  await db.within(scope).deleteFrom('measurePoints').where('measureId', 'in', landings).execute()
  await db.within(scope).deleteFrom('measureLandings').where('measureId', '=', id).execute()
  await db.within(scope).deleteFrom('measurePoints').where('measureId', '=', id).execute()
  await db.within(scope).deleteFrom('measureImportParts').where('measureId', '=', id).execute()
  await db.within(scope).deleteFrom('measures').where('id', '=', id).execute()
}

/** What happened to a measure, newest first. */
export const listMeasureEvents = (db: Db, scope: Scope, id: string) =>
  db
    .within(scope)
    .selectFrom('events')
    .select(['id', 'type', 'actorName', 'detail', 'createdAt'])
    .where('aboutId', '=', id)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
