import type { Compilable } from 'kysely'
import { sql } from 'kysely'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import type { RoutingModelRow, RoutingSettingsRow } from '../db/suggestion-rows.ts'
import { USUAL } from '../feedback/learning-store.ts'
import type { Words } from '../routing/flags.ts'
import type { ThresholdPoint } from '../routing/learned/backtest.ts'
import type { Decision } from '../routing/learned/may-route.ts'
import type { Twins } from '../routing/learned/twins.ts'

/** How the model stands with goals that it was tried on: it may route to them, or did until people overturned it. */
export type Standing = Record<string, 'on' | 'overturned'>

export interface Settings extends Pick<RoutingSettingsRow, 'threshold' | 'target' | 'rebuildAt' | 'buildingAt'> {
  wanted: string[]
  standing: Standing
  flagWords: Words | null
}

export async function readSettings(db: Db, scope: Scope): Promise<Settings> {
  const row = (await db.within(scope).selectFrom('routingSettings').selectAll().executeTakeFirst()) ?? USUAL
  return {
    ...row,
    wanted: JSON.parse(row.wanted) as string[],
    standing: JSON.parse(row.standing) as Standing,
    flagWords: row.flagWords === null ? null : (JSON.parse(row.flagWords) as Words),
  }
}

type Change = Partial<Pick<Settings, 'threshold' | 'target' | 'wanted' | 'standing' | 'flagWords'>>

export async function changeSettings(db: Db, scope: Scope, { wanted, standing, flagWords, ...plain }: Change) {
  const change = {
    ...plain,
    ...(wanted && { wanted: JSON.stringify(wanted) }),
    ...(standing && { standing: JSON.stringify(standing) }),
    ...(flagWords && { flagWords: JSON.stringify(flagWords) }),
  }
  if (Object.keys(change).length === 0) return
  await db
    .within(scope)
    .insertInto('routingSettings', { ...USUAL, ...change })
    .onConflict((conflict) => conflict.column('organisationId').doUpdateSet(change))
    .execute()
}

/** Organisations whose model must be built anew, and nobody is at it. */
export const listToBuild = ({ everywhere }: Db, now: string) =>
  everywhere
    .selectFrom('routingSettings')
    .select('organisationId')
    .where('rebuildAt', '<=', now)
    .where((eb) => eb.or([eb('buildingAt', 'is', null), eb('buildingAt', '<', now)]))
    .orderBy('rebuildAt')
    .limit(1)
    .execute()

/** The time at which it was asked for, for the one process that may build now; undefined for others. */
export async function claimBuild(db: Db, scope: Scope, now: string, until: string): Promise<string | undefined> {
  const row = await db
    .within(scope)
    .updateTable('routingSettings')
    .set({ buildingAt: until })
    .where('rebuildAt', '<=', now)
    .where((eb) => eb.or([eb('buildingAt', 'is', null), eb('buildingAt', '<', now)]))
    .returning('rebuildAt')
    .executeTakeFirst()
  return row?.rebuildAt ?? undefined
}

/** Whoever asked for it meanwhile is still to be answered. */
export const endBuild = (db: Db, scope: Scope, askedAt: string | null) =>
  db
    .within(scope)
    .updateTable('routingSettings')
    .set((eb) => ({
      buildingAt: null,
      rebuildAt: eb
        .case()
        .when('rebuildAt', '=', askedAt ?? '')
        .then(null)
        .else(eb.ref('rebuildAt'))
        .end(),
    }))
    .execute()

export interface StoredModel extends Omit<RoutingModelRow, 'curve' | 'history' | 'twins' | 'organisationId'> {
  curve: ThresholdPoint[]
  history: Decision[]
  twins: Twins[]
}

/** The newest model; undefined while there is none. */
export async function findModel(db: Db, scope: Scope): Promise<StoredModel | undefined> {
  const row = await db.within(scope).selectFrom('routingModels').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirst()
  return row && { ...row, curve: JSON.parse(row.curve), history: JSON.parse(row.history), twins: JSON.parse(row.twins) }
}

/** The newest model's number and what it was built for. */
export const findModelNumber = (db: Db, scope: Scope) =>
  db
    .within(scope)
    .selectFrom('routingModels')
    .select(['number', 'builtAt', 'goals', 'examples'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

export async function readPart(db: Db, scope: Scope, number: number, part: number): Promise<string | undefined> {
  const rows = await db.scan(db.within(scope).selectFrom('routingModelParts').select('packed').where('number', '=', number).where('part', '=', part))
  return rows[0]?.packed
}

export const keepingPart = (db: Db, { organisationId }: Scope, number: number, part: number, packed: string): Compilable =>
  db.everywhere
    .insertInto('routingModelParts')
    .values({ organisationId, number, part, packed })
    .onConflict((conflict) => conflict.columns(['organisationId', 'number', 'part']).doUpdateSet({ packed }))

/** Makes the model the newest one. What it was tried with stays of the last ten, its parts only of the last two: another process may be reading the one before. */
export function keepingModel(db: Db, scope: Scope, { curve, history, twins, ...model }: StoredModel): Compilable[] {
  const { organisationId } = scope
  const row = { ...model, organisationId, curve: JSON.stringify(curve), history: JSON.stringify(history), twins: JSON.stringify(twins) }
  return [
    db.everywhere
      .insertInto('routingModels')
      .values(row)
      .onConflict((conflict) => conflict.columns(['organisationId', 'number']).doUpdateSet({ curve: row.curve, history: row.history })),
    db
      .within(scope)
      .deleteFrom('routingModelParts')
      .where('number', '<', model.number - 1),
    db
      .within(scope)
      .deleteFrom('routingModels')
      .where('number', '<=', model.number - 10),
  ]
}

/** The locales of an organisation and of its sites. */
export async function listLocales(db: Db, scope: Scope): Promise<string[]> {
  const own = await db.everywhere.selectFrom('organisations').select('locale').where('id', '=', scope.organisationId).execute()
  const sites = await db.within(scope).selectFrom('sites').select('locale').distinct().execute()
  return [...own, ...sites].map(({ locale }) => locale)
}

/** Every goal with the texts to go by. */
export const listTaught = (db: Db, scope: Scope) =>
  db
    .within(scope)
    .selectFrom('goals')
    .innerJoin('teams', 'teams.id', 'goals.teamId')
    .select(['goals.id', 'goals.title', 'goals.intake', 'goals.parentId', 'goals.endedAt', 'goals.state', 'teams.name as team'])
    .orderBy('goals.createdAt')
    .orderBy('goals.id')
    .execute()

export type TaughtGoal = Awaited<ReturnType<typeof listTaught>>[number]

/** Whether there is anything that a suggestion could be for. */
export const anyGoal = (db: Db, scope: Scope) =>
  db.within(scope).selectFrom('goals').select(sql<number>`1`.as('one')).where('endedAt', 'is', null).limit(1).executeTakeFirst()
