import { atLeast } from '@klankbord/shared/members'
import type { ReplyTemplate } from '@klankbord/shared/reply-templates'
import { type Db, transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { notFound, notFoundAt, ProblemError } from '../problem-error.ts'
import { findTeam, membershipIn } from '../teams/store.ts'
import { countTemplates, deleteTemplate, findTemplate, insertTemplate, updateTemplate } from './store.ts'

interface NewTemplate {
  name: string
  text: string
  teamId?: string | null | undefined
  locale?: string | null | undefined
}

/** More could not be read through, and all of them are read at once. */
const MOST = 500

export function createTemplate({ db, clock }: Deps, scope: Scope, { name, text, teamId = null, locale = null }: NewTemplate): Promise<ReplyTemplate> {
  const now = clock()
  const template = { id: newId(), name, text, teamId, locale }
  return transact(db, async (db) => {
    await requireHand(db, scope, teamId)
    if ((await countTemplates(db, scope)) >= MOST)
      throw new ProblemError('conflict', `There are ${MOST} templates already. Remove what nobody uses; nothing was kept.`)
    await insertTemplate(db, scope, { ...template, createdAt: now.toISOString() })
    await record(db, scope, [{ type: 'reply-template.created', detail: { templateId: template.id, name, teamId } }], now)
    return template
  })
}

/** Changes what is given. Who gives it to another team must be at home in both. */
export function changeTemplate({ db, clock }: Deps, scope: Scope, { id, ...input }: Partial<NewTemplate> & { id: string }): Promise<ReplyTemplate> {
  return transact(db, async (db) => {
    const template = await requireOurs(db, scope, id)
    const isOther = ([name, value]: [string, unknown]) => value !== undefined && value !== template[name as keyof ReplyTemplate]
    const changes = Object.fromEntries(Object.entries(input).filter(isOther)) as Partial<Omit<ReplyTemplate, 'id'>>
    if (Object.keys(changes).length === 0) return template
    if (changes.teamId !== undefined) await requireHand(db, scope, changes.teamId)
    await updateTemplate(db, scope, id, changes)
    await record(db, scope, [{ type: 'reply-template.changed', detail: { templateId: id, from: template, to: changes } }], clock())
    return { ...template, ...changes }
  })
}

export function removeTemplate({ db, clock }: Deps, scope: Scope, { id }: { id: string }): Promise<void> {
  return transact(db, async (db) => {
    const template = await requireOurs(db, scope, id)
    await deleteTemplate(db, scope, id)
    await record(db, scope, [{ type: 'reply-template.removed', detail: { templateId: id, from: template } }], clock())
  })
}

async function requireOurs(db: Db, scope: Scope, id: string): Promise<ReplyTemplate> {
  const template = await findTemplate(db, scope, id)
  if (!template) throw notFound('template')
  if (template.teamId === null || (await findTeam(db, scope, template.teamId))) await requireHand(db, scope, template.teamId)
  return template
}

/** A team's own templates are written by who is in it, those for everybody by admins, who may write all of them. */
async function requireHand(db: Db, scope: Scope, teamId: string | null) {
  const { who } = scope
  const team = teamId === null ? null : await findTeam(db, scope, teamId)
  if (team === undefined) throw notFoundAt('teamId', 'team')
  if ('role' in who && atLeast(who.role, 'admin')) return
  if (team === null)
    throw new ProblemError('forbidden', 'A template for everybody is written by an admin. Make it one of your team, or ask an admin.')
  if (who.kind === 'member' && (await membershipIn(db, scope, team.id, who.id)) !== undefined) return
  throw new ProblemError('forbidden', `The templates of ${team.name} are written by its members. Ask one of them, or an admin.`)
}
