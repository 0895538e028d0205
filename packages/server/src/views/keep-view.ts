import type { FeedbackFilter, FeedbackSort } from '@klankbord/shared/finding'
import type { SavedView } from '@klankbord/shared/views'
import { type Db, transact } from '../db/db.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { countFeedback } from '../feedback/inbox/count-feedback.ts'
import { badField, notFound, notFoundAt } from '../problem-error.ts'
import { findTeam, membershipIn } from '../teams/store.ts'
import { deleteView, findView, insertView, listViews, type StoredView, updateView } from './store.ts'

/** Most views that one person or team keeps. */
const MOST = 200

const memberOf = ({ who }: Scope) => (who.kind === 'member' ? who.id : null)

/** One's own views and those of one's teams, each with how many items it shows. */
export async function readViews(deps: Deps, scope: Scope): Promise<SavedView[]> {
  const views = await listViews(deps.db, scope, memberOf(scope))
  return Promise.all(views.map((view) => present(deps, scope, view)))
}

const present = async (deps: Deps, scope: Scope, { id, name, teamId, filter, sort, by }: StoredView): Promise<SavedView> => ({
  ...{ id, name, teamId, filter, sort, by },
  count: await countFeedback(deps, scope, filter),
})

interface Kept {
  name: string
  teamId: string | null
  filter: FeedbackFilter
  sort: FeedbackSort
}

export async function createView(deps: Deps, scope: Scope, kept: Kept): Promise<SavedView> {
  const { db, clock } = deps
  await checkTeam(db, scope, kept.teamId)
  if ((await listViews(db, scope, memberOf(scope))).length >= MOST) throw badField('name', `Keep at most ${MOST} views; take one away first`)
  const id = newId()
  // In a transaction, so that the name of the act is kept with it: asked for again, it is not made twice.
  await transact(db, (db) => insertView(db, scope, { ...kept, id, memberId: memberOf(scope), createdAt: clock().toISOString() }))
  return readView(deps, scope, id)
}

export async function changeView(
  deps: Deps,
  scope: Scope,
  { id, ...change }: { id: string } & Partial<{ [Key in keyof Kept]: Kept[Key] | undefined }>,
) {
  const { db } = deps
  const view = await requireOurs(db, scope, id)
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  if (change.teamId !== undefined) await checkTeam(db, scope, change.teamId)
  await updateView(db, scope, { ...view, ...given })
  return readView(deps, scope, id)
}

export async function removeView({ db }: Deps, scope: Scope, { id }: { id: string }): Promise<void> {
  await requireOurs(db, scope, id)
  await deleteView(db, scope, id)
}

async function readView(deps: Deps, scope: Scope, id: string): Promise<SavedView> {
  return present(deps, scope, await requireOurs(deps.db, scope, id))
}

/** Another person's view does not exist for who asks, nor does that of a team that they are not in. */
async function requireOurs(db: Db, scope: Scope, id: string): Promise<StoredView> {
  const view = await findView(db, scope, id)
  const memberId = memberOf(scope)
  const isOurs =
    view && (view.teamId === null ? view.memberId === memberId : memberId === null || (await membershipIn(db, scope, view.teamId, memberId)))
  if (!view || !isOurs) throw notFound('view')
  return view
}

async function checkTeam(db: Db, scope: Scope, teamId: string | null) {
  if (teamId === null) return
  if (!(await findTeam(db, scope, teamId))) throw notFoundAt('teamId', 'team')
  const memberId = memberOf(scope)
  if (memberId !== null && !(await membershipIn(db, scope, teamId, memberId))) throw badField('teamId', 'Share a view with a team that you are in')
}
