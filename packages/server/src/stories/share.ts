import { atLeast } from '@klankbord/shared/members'
import type { ShareKind, ShareLink } from '@klankbord/shared/stories'
import { type Db, transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { newId } from '../db/ids.ts'
import { type Scope, systemScope } from '../db/scope.ts'
import type { ShareLinkRow } from '../db/share-rows.ts'
import { takeTurn } from '../db/take-turn.ts'
import type { Deps } from '../deps.ts'
import { badField, notFound, notFoundAt, ProblemError } from '../problem-error.ts'
import { findTeam, membershipIn } from '../teams/store.ts'
import { findAnyLink, findLink, findLive, insertLink, revokeLink, type Shared } from './link-store.ts'

/** Whether somebody may let people without an account see a page: owners and admins, and leads of the team that it is of. */
export async function mayShare(db: Db, scope: Scope, teamId: string | null): Promise<boolean> {
  const { who } = scope
  if (who.kind !== 'member' && who.kind !== 'api-key') return false
  if (atLeast(who.role, 'admin')) return true
  if (who.kind !== 'member' || teamId === null || !atLeast(who.role, 'member')) return false
  return (await membershipIn(db, scope, teamId, who.id)) === 'lead'
}

interface Asked {
  kind: ShareKind
  teamId?: string | undefined
}

async function requirePage(db: Db, scope: Scope, { kind, teamId = '' }: Asked): Promise<Shared> {
  if (kind === 'team-page' && teamId === '') throw badField('teamId', 'Say of which team')
  if (teamId !== '' && !(await findTeam(db, scope, teamId))) throw notFoundAt('teamId', 'team')
  const page = { kind, teamId: teamId || null }
  await requireShare(db, scope, page.teamId)
  return page
}

async function requireShare(db: Db, scope: Scope, teamId: string | null) {
  if (await mayShare(db, scope, teamId)) return
  throw new ProblemError('forbidden', 'Links for people without an account are made by leads of the team, owners and admins. Ask one of them.')
}

const PATHS: Record<ShareKind, string> = { story: '/s', 'team-page': '/t' }

const present = ({ tokens, config }: Deps, link: NonNullable<Awaited<ReturnType<typeof findLink>>>): ShareLink => {
  const kind = link.kind as ShareKind
  return { ...link, kind, url: `${config.publicUrl}${PATHS[kind]}/${tokens.sign(kind, link.id)}` }
}

export async function readShareLink(deps: Deps, scope: Scope, asked: Asked): Promise<{ link: ShareLink | null }> {
  const link = await findLive(deps.db, scope, await requirePage(deps.db, scope, asked))
  return { link: link ? present(deps, link) : null }
}

/** Makes a link to a page. The one before it stops: there is one at a time, so that it is clear what works. */
export function createShareLink(deps: Deps, scope: Scope, asked: Asked): Promise<ShareLink> {
  return transact(deps.db, async (db) => {
    const page = await requirePage(db, scope, asked)
    await takeTurn(db, scope)
    const [now, before] = [deps.clock(), await findLive(db, scope, page)]
    if (before) await revokeLink(db, scope, before.id, now.toISOString())
    const id = newId()
    const createdBy = scope.who.kind === 'member' ? scope.who.id : null
    await insertLink(db, scope, { ...page, id, createdBy, createdAt: now.toISOString(), revokedAt: null })
    await record(
      db,
      scope,
      [{ type: 'share-link.created', ...about(page), detail: { linkId: id, kind: page.kind, replaced: before?.id ?? null } }],
      now,
    )
    const made = await findLink(db, scope, id)
    if (!made) throw new Error(`The link ${id} was not kept`)
    return present(deps, made)
  })
}

/** Makes a link worth nothing, at once and for good. */
export function revokeShareLink({ db, clock }: Deps, scope: Scope, id: string): Promise<void> {
  return transact(db, async (db) => {
    const link = await findLink(db, scope, id)
    if (!link) throw notFound('link')
    await requireShare(db, scope, link.teamId)
    await revokeLink(db, scope, id, clock().toISOString())
    await record(db, scope, [{ type: 'share-link.revoked', ...about(link), detail: { linkId: id, kind: link.kind } }], clock())
  })
}

const about = ({ teamId }: { teamId: string | null }) => (teamId === null ? {} : { aboutId: teamId })

/** What a link opens: the page that it was made for, or that it does so no more. Nobody asks in whose name: the link is all that they have. */
export async function openLink({ db, tokens }: Deps, kind: ShareKind, token: string): Promise<{ link: ShareLinkRow; scope: Scope } | null> {
  const id = tokens.read(kind, token)
  const link = id === null ? undefined : await findAnyLink(db, id)
  if (!link || link.kind !== kind || link.revokedAt !== null) return null
  return { link, scope: systemScope(link.organisationId) }
}
