import type { FeedbackFilter, FeedbackSort } from '@klankbord/shared/finding'
import type { Db } from '../db/db.ts'
import type { SavedViewRow } from '../db/finding-rows.ts'
import type { Scope } from '../db/scope.ts'

const views = (db: Db, scope: Scope) =>
  db
    .within(scope)
    .selectFrom('savedViews')
    .leftJoin('members', 'members.id', 'savedViews.memberId')
    .selectAll('savedViews')
    .select('members.name as by')

export interface StoredView extends Omit<SavedViewRow, 'filter' | 'sort' | 'organisationId'> {
  filter: FeedbackFilter
  sort: FeedbackSort
  by: string | null
}

const stored = (row: Awaited<ReturnType<ReturnType<typeof views>['execute']>>[number]): StoredView => ({
  ...row,
  filter: JSON.parse(row.filter) as FeedbackFilter,
  sort: row.sort as FeedbackSort,
})

/** The views that a member made for themselves and those of their teams, by name. */
export async function listViews(db: Db, scope: Scope, memberId: string | null): Promise<StoredView[]> {
  const rows = await views(db, scope)
    .where((eb) =>
      eb.or([
        eb.and([eb('savedViews.teamId', 'is', null), eb('savedViews.memberId', memberId === null ? 'is' : '=', memberId)]),
        eb('savedViews.teamId', 'in', eb.selectFrom('teamMembers').where('teamMembers.memberId', '=', memberId).select('teamMembers.teamId')),
      ]),
    )
    .orderBy('savedViews.name')
    .orderBy('savedViews.id')
    .limit(500)
    .execute()
  return rows.map(stored)
}

export async function findView(db: Db, scope: Scope, id: string): Promise<StoredView | undefined> {
  const row = await views(db, scope).where('savedViews.id', '=', id).executeTakeFirst()
  return row && stored(row)
}

export type NewView = Pick<StoredView, 'id' | 'memberId' | 'teamId' | 'name' | 'filter' | 'sort' | 'createdAt'>

export const insertView = (db: Db, scope: Scope, view: NewView) =>
  db
    .within(scope)
    .insertInto('savedViews', { ...view, filter: JSON.stringify(view.filter) })
    .execute()

export const updateView = (db: Db, scope: Scope, { id, name, teamId, filter, sort }: StoredView) =>
  db
    .within(scope)
    .updateTable('savedViews')
    .set({ name, teamId, sort, filter: JSON.stringify(filter) })
    .where('id', '=', id)
    .execute()

export const deleteView = (db: Db, scope: Scope, id: string) => db.within(scope).deleteFrom('savedViews').where('id', '=', id).execute()

/** Takes away what a team kept for itself. */
export const deleteTeamsViews = (db: Db, scope: Scope, teamId: string) =>
  db.within(scope).deleteFrom('savedViews').where('teamId', '=', teamId).execute()
