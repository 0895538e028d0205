import type { ShareKind } from '@klankbord/shared/stories'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import type { ShareLinkRow } from '../db/share-rows.ts'

export interface Shared {
  kind: ShareKind
  /** Null for the whole organisation. */
  teamId: string | null
}

const links = (db: Db, scope: Scope) =>
  db
    .within(scope)
    .selectFrom('shareLinks')
    .leftJoin('members', 'members.id', 'shareLinks.createdBy')
    .select(['shareLinks.id', 'shareLinks.kind', 'shareLinks.teamId', 'members.name as createdBy', 'shareLinks.createdAt'])
    .where('shareLinks.revokedAt', 'is', null)

/** The link that works now. */
export const findLive = (db: Db, scope: Scope, { kind, teamId }: Shared) =>
  links(db, scope)
    .where('shareLinks.kind', '=', kind)
    .where('shareLinks.teamId', teamId === null ? 'is' : '=', teamId)
    .executeTakeFirst()

/** The links of a team that work now. */
export const listLiveOf = (db: Db, scope: Scope, teamId: string) => links(db, scope).where('shareLinks.teamId', '=', teamId).execute()

export const findLink = (db: Db, scope: Scope, id: string) => links(db, scope).where('shareLinks.id', '=', id).executeTakeFirst()

/** The link that a token speaks of, whatever its organisation, also one that was revoked. */
export const findAnyLink = (db: Db, id: string) => db.everywhere.selectFrom('shareLinks').selectAll().where('id', '=', id).executeTakeFirst()

export const insertLink = (db: Db, scope: Scope, link: Omit<ShareLinkRow, 'organisationId'>) =>
  db.within(scope).insertInto('shareLinks', link).execute()

export const revokeLink = (db: Db, scope: Scope, id: string, at: string) =>
  db.within(scope).updateTable('shareLinks').set({ revokedAt: at }).where('id', '=', id).where('revokedAt', 'is', null).execute()
