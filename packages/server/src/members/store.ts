import type { Me, Member, Organisation, Role, TeamRole } from '@klankbord/shared/members'
import { sql } from 'kysely'
import type { Db } from '../db/db.ts'
import { idsIn } from '../db/ids-in.ts'
import { prepared } from '../db/prepared.ts'
import type { MemberRow, OrganisationRow } from '../db/schema.ts'
import type { Scope } from '../db/scope.ts'
import { versionOfSetting } from '../db/setting-version.ts'

export type Membership = Member['teams'][number]

const columns = ['id', 'name', 'email', 'role', 'locale', 'createdAt', 'deactivatedAt'] as const
type MemberColumns = Pick<MemberRow, (typeof columns)[number]>
type MyMember = NonNullable<Me['member']>

export interface WantedMembers {
  /** Each of them is in the name or the address. */
  words: string[]
  teamId?: string | undefined
  ids?: string[] | undefined
  activeOnly: boolean
  /** Name and id of the one before the first. */
  after: string[] | null
  limit: number
}

/** Members by name, one more than the limit to tell whether there are others. */
export async function listMembers(db: Db, scope: Scope, { words, teamId, ids: named, activeOnly, after, limit }: WantedMembers): Promise<Member[]> {
  let query = db.within(scope).selectFrom('members').select(columns)
  if (named) query = query.where('id', 'in', idsIn(db.engine, named))
  if (activeOnly) query = query.where('deactivatedAt', 'is', null)
  if (teamId !== undefined)
    query = query.where('id', 'in', db.within(scope).selectFrom('teamMembers').where('teamId', '=', teamId).select('memberId'))
  for (const word of words) {
    const anywhere = `%${word.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`
    query = query.where(sql<boolean>`(lower(name) like ${anywhere} escape '\\' or lower(email) like ${anywhere} escape '\\')`)
  }
  if (after)
    query = query.where((eb) => eb.or([eb('name', '>', after[0] ?? ''), eb.and([eb('name', '=', after[0] ?? ''), eb('id', '>', after[1] ?? '')])]))
  const page = query
    .orderBy('name')
    .orderBy('id')
    .limit(limit + 1)
  const rows = words.length > 0 ? await db.scan(page) : await page.execute()
  const ids = idsIn(
    db.engine,
    rows.map(({ id }) => id),
  )
  const memberships = db.within(scope).selectFrom('teamMembers').select(['memberId', 'teamId', 'role']).where('memberId', 'in', ids)
  const teams = new Map<string, Membership[]>(rows.map(({ id }) => [id, []]))
  for (const { memberId, ...membership } of await memberships.orderBy('teamId').execute()) teams.get(memberId)?.push(membership as Membership)
  return rows.map((row) => {
    const { locale, ...member } = present(row, teams.get(row.id) ?? [])
    return member
  })
}

export async function findMember(db: Db, scope: Scope, id: string): Promise<MyMember | undefined> {
  const row = await db.within(scope).selectFrom('members').select(columns).where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const teams = await db
    .within(scope)
    .selectFrom('teamMembers')
    .select(['memberId', 'teamId', 'role'])
    .where('memberId', '=', id)
    .orderBy('teamId')
    .execute()
  return present(row, teams)
}

function present({ role, ...member }: MemberColumns, teams: { teamId: string; role: string }[]): MyMember {
  const known = { ...member, role: role as Role, teams: teams.map(({ teamId, role }) => ({ teamId, role: role as TeamRole })) }
  return { ...known, version: versionOfSetting(memberSettings(known)) }
}

/** What an admin sets of a colleague. */
export const memberSettings = ({ role, teams, deactivatedAt }: Pick<Member, 'role' | 'teams' | 'deactivatedAt'>) => ({
  ...{ role, teams, deactivated: deactivatedAt !== null },
})

/** The member with this address in any organisation: an address signs in to one. */
export function findByEmail(db: Db, email: string) {
  return db.everywhere.selectFrom('members').selectAll().where('email', '=', email).executeTakeFirst()
}

export async function insertMember(db: Db, scope: Scope, member: Pick<MemberRow, 'id' | 'email' | 'name' | 'role' | 'passwordHash'>, now: Date) {
  await db
    .within(scope)
    .insertInto('members', { ...member, locale: null, createdAt: now.toISOString(), deactivatedAt: null })
    .execute()
}

export async function updateMember(
  db: Db,
  scope: Scope,
  id: string,
  change: Partial<Pick<MemberRow, 'name' | 'locale' | 'role' | 'deactivatedAt' | 'passwordHash'>>,
) {
  if (Object.values(change).some((value) => value !== undefined))
    await db.within(scope).updateTable('members').set(change).where('id', '=', id).execute()
}

export async function passwordHashOf(db: Db, scope: Scope, id: string): Promise<string | undefined> {
  return (await db.within(scope).selectFrom('members').select('passwordHash').where('id', '=', id).executeTakeFirst())?.passwordHash
}

/** Puts a member into these teams and no others. */
export async function replaceMemberships(db: Db, scope: Scope, memberId: string, teams: Membership[]) {
  await db.within(scope).deleteFrom('teamMembers').where('memberId', '=', memberId).execute()
  const rows = teams.map(({ teamId, role }) => ({ teamId, memberId, role }))
  if (rows.length > 0) await db.within(scope).insertInto('teamMembers', rows).execute()
}

/** Which of these teams the organisation has. */
export async function existingTeams(db: Db, scope: Scope, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db.within(scope).selectFrom('teams').select('id').where('id', 'in', ids).execute()
  return new Set(rows.map(({ id }) => id))
}

/** Which of these are members who have not left. */
export async function existingMembers(db: Db, scope: Scope, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db.within(scope).selectFrom('members').select('id').where('id', 'in', ids).where('deactivatedAt', 'is', null).execute()
  return new Set(rows.map(({ id }) => id))
}

const address = prepared((db, { organisationId, id }: { organisationId: string; id: string }) =>
  db
    .within({ organisationId, who: { kind: 'system' } })
    .selectFrom('members')
    .select('email')
    .where('id', '=', id)
    .where('deactivatedAt', 'is', null),
)

/** The address of a member who has not left. */
export const findAddress = async (db: Db, { organisationId }: Scope, id: string): Promise<string | undefined> =>
  (await address(db, { organisationId, id }))[0]?.email

export async function hasOtherOwner(db: Db, scope: Scope, id: string): Promise<boolean> {
  const owners = db.within(scope).selectFrom('members').select('id').where('role', '=', 'owner').where('deactivatedAt', 'is', null)
  return (await owners.where('id', '!=', id).executeTakeFirst()) !== undefined
}

/** What an admin sets of the organisation itself. */
export const organisationSettings = ({ name, locale, timeZone }: Pick<Organisation, 'name' | 'locale' | 'timeZone'>) => ({ name, locale, timeZone })

const organisationColumns = ['id', 'name', 'locale', 'timeZone'] as const

const organisation = prepared((db, { organisationId }: { organisationId: string }) =>
  db.everywhere.selectFrom('organisations').select(organisationColumns).where('id', '=', organisationId),
)

export async function readOrganisation(db: Db, { organisationId }: Scope): Promise<Organisation> {
  const [row] = await organisation(db, { organisationId })
  if (!row) throw new Error(`There is no organisation ${organisationId}`)
  return { ...row, version: versionOfSetting(organisationSettings(row)) }
}

export async function updateOrganisation(db: Db, { organisationId }: Scope, change: Partial<Pick<OrganisationRow, 'name' | 'locale' | 'timeZone'>>) {
  if (Object.values(change).some((value) => value !== undefined))
    await db.everywhere.updateTable('organisations').set(change).where('id', '=', organisationId).execute()
}
