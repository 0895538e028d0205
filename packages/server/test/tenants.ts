import { type Role, roles } from '@klankbord/shared/members'
import { hashSecret, newId, newSecret } from '../src/db/ids.ts'
import { type Scope, systemScope } from '../src/db/scope.ts'
import type { Deps } from '../src/deps.ts'
import { hashPassword } from '../src/members/password.ts'
import { addIdentityKey } from '../src/sites/identity-keys.ts'
import { plantActs } from './planted-acts.ts'
import { plantChange } from './planted-change.ts'
import { keepMail, makeKey, plantCustomers, plantOutcomes } from './planted-feedback.ts'
import { plantLearned } from './planted-learning.ts'
import { plantPromises } from './planted-promises.ts'
import { plantPulses } from './planted-pulses.ts'
import { plantReplies } from './planted-replies.ts'

/** A customer with an item of their own, and the token that their device holds. */
export interface PlantedCustomer {
  id: string
  email: string
  token: string
  statusToken: string
  feedbackId: string
  /** A picture that came with it. */
  attachmentId: string
}

/** An organisation with at least one row in every table. Each text of its rows begins with `mark`, so that one that turns up elsewhere is seen. */
export interface Tenant extends Awaited<ReturnType<typeof plantOutcomes>> {
  mark: string
  organisationId: string
  /** What only members may read. */
  noteMark: string
  people: Record<Role, { id: string; email: string; cookie: string; apiKey: string; apiKeyId: string }>
  password: string
  /** Keys and sessions that must be worth nothing. */
  worthless: { revokedKey: string; endedSession: string; deactivatedSession: string }
  teamId: string
  spareTeamId: string
  settingChangeId: string
  goalId: string
  /** Waits for somebody to agree. */
  proposalId: string
  initiativeId: string
  measureId: string
  pulseId: string
  roundId: string
  pulseInvitationId: string
  importId: string
  ruleId: string
  storyLinkId: string
  viewId: string
  teamLinkId: string
  templateId: string
  /** A reply of the owner that has not gone out. */
  heldReplyId: string
  siteId: string
  siteKey: string
  identityKeyId: string
  /** The secret that the host site signs with. */
  identitySecret: string
  customer: PlantedCustomer
  /** Another customer of the same site. */
  neighbour: PlantedCustomer
  /** An e-mail to the customer that was kept in the data folder. */
  mailId: string
  signingKeyId: string
  /** An act on what the customer said; it can be undone. */
  bulkActId: string
  invitationId: string
  invitationToken: string
  setUpToken: string
  inboundToken: string
}

export const ALLOWED_ORIGIN = 'https://www.winkel.example'

export async function plantTenant(deps: Deps, mark: string): Promise<Tenant> {
  const organisationId = newId()
  const at = deps.clock().toISOString()
  const scope = systemScope(organisationId)
  await deps.db.everywhere
    .insertInto('organisations')
    .values({ id: organisationId, name: `${mark} organisatie`, locale: 'nl', timeZone: 'Europe/Amsterdam', setUpAt: at, createdAt: at })
    .execute()
  const planting: Planting = { deps, scope, at, mark, mine: deps.db.within(scope) }
  const people = await plantPeople(planting)
  const work = await plantWork(planting, people.people.owner.id)
  const identity = await plantIdentity(planting, work.siteId)
  const customers = await plantCustomers(planting, work)
  const outcomes = await plantOutcomes(planting, work.goalId, customers.customer, people.people.owner.id)
  await plantLearned(planting, work.goalId, customers.customer.feedbackId)
  await plantPromises(planting, customers.customer.feedbackId, [people.people.owner.id, people.people.viewer.id])
  const pulses = await plantPulses(planting, { teamId: work.teamId, memberId: people.people.viewer.id })
  const acts = await plantActs(planting, customers.customer.feedbackId, people.people.owner.id, work.goalId)
  const replies = await plantReplies(planting, work.teamId, customers.customer.feedbackId, people.people.owner.id)
  const mailId = await keepMail(planting, outcomes.failedDeliveryId)
  const signingKeyId = await makeKey(planting)
  return {
    mark,
    mailId,
    signingKeyId,
    noteMark: `notitie-${mark}`,
    organisationId,
    ...people,
    ...work,
    ...identity,
    ...customers,
    ...outcomes,
    ...pulses,
    ...acts,
    ...replies,
    ...{ setUpToken: deps.tokens.sign('set-up', organisationId), inboundToken: deps.tokens.sign('inbound', organisationId, hashSecret(mark)) },
  }
}

export interface Planting {
  deps: Deps
  scope: Scope
  at: string
  mark: string
  mine: ReturnType<Deps['db']['within']>
}

const password = 'een-lang-wachtwoord'
const slowHash = hashPassword(password)

async function plantPeople({ deps, mine, at, mark }: Planting) {
  const member = async (id: string, role: string, deactivatedAt: string | null = null) =>
    mine
      .insertInto('members', {
        id,
        email: `${id}@${mark}.example`,
        name: `${mark} ${role}`,
        role,
        passwordHash: await slowHash,
        locale: null,
        createdAt: at,
        deactivatedAt,
      })
      .execute()
  const session = async (memberId: string, expiresAt = '2026-04-01T00:00:00.000Z') => {
    const token = newSecret()
    await mine.insertInto('sessions', { tokenHash: hashSecret(token), memberId, createdAt: at, expiresAt }).execute()
    return `klankbord_session=${token}`
  }
  const apiKey = async (role: string, revokedAt: string | null = null) => {
    const [id, key] = [newId(), `kb_${newSecret()}`]
    await mine
      .insertInto('apiKeys', { id, name: `${mark} sleutel`, role, keyHash: hashSecret(key), createdAt: at, lastUsedAt: null, revokedAt })
      .execute()
    return { id, key }
  }
  const people = {} as Tenant['people']
  for (const role of roles) {
    const id = newId()
    await member(id, role)
    const { id: apiKeyId, key } = await apiKey(role)
    people[role] = { id, email: `${id}@${mark}.example`, cookie: await session(id), apiKey: key, apiKeyId }
  }
  const gone = newId()
  await member(gone, 'owner', at)
  const invitationId = newId()
  await mine
    .insertInto('invitations', {
      id: invitationId,
      email: `genodigd@${mark}.example`,
      name: null,
      role: 'member',
      teams: '[]',
      invitedBy: people.owner.id,
      createdAt: at,
      expiresAt: '2026-04-01T00:00:00.000Z',
      acceptedAt: null,
      withdrawnAt: null,
    })
    .execute()
  const worthless = {
    revokedKey: (await apiKey('admin', at)).key,
    endedSession: await session(people.owner.id, at),
    deactivatedSession: await session(gone),
  }
  return { people, password, worthless, invitationId, invitationToken: deps.tokens.sign('invitation', invitationId) }
}

async function plantIdentity({ deps, scope, mark }: Planting, siteId: string) {
  const identitySecret = `${mark} geheim dat alleen de winkel kent`
  const { id } = await addIdentityKey(deps, scope, { id: siteId, kid: 'eerste', algorithm: 'HS256', key: identitySecret })
  return { identityKeyId: id, identitySecret }
}

async function plantWork({ mine, at, mark }: Planting, ownerId: string) {
  const [teamId, spareTeamId, measureId, ruleId, siteId] = [newId(), newId(), newId(), newId(), newId()]
  const siteKey = `site_${newSecret().slice(0, 20)}`
  const team = { level: 'organisation', parentId: null, createdAt: at }
  await mine
    .insertInto('teams', [
      { ...team, id: teamId, name: `${mark} team` },
      { ...team, id: spareTeamId, name: `${mark} ander team` },
    ])
    .execute()
  await mine.insertInto('teamMembers', { teamId, memberId: ownerId, role: 'lead' }).execute()
  const settingChangeId = await plantChange({ mine, at, mark }, spareTeamId)
  const { goalId, proposalId, initiativeId } = await plantGoal({ mine, at, mark }, teamId, ownerId)
  const measure = {
    name: `${mark} meting`,
    unit: `${mark} %`,
    direction: 'up',
    baseline: 1,
    target: 2,
    source: 'entered',
    teamId: null,
    ownerId,
    period: 'month',
    computed: null,
    updatedAt: at,
  }
  await mine.insertInto('measures', { ...measure, id: measureId, goalId, createdAt: at }).execute()
  await mine.insertInto('measurePoints', { measureId, at, value: 1, n: 3 }).execute()
  const importId = newId()
  await mine.insertInto('measureImports', { id: importId, importedBy: ownerId, importedAt: at, undoneAt: null }).execute()
  await mine.insertInto('measureImportParts', { importId, measureId, part: 0, changes: JSON.stringify([[at, 1, 3, null, null]]) }).execute()
  await mine.insertInto('measureLandings', { id: newId(), importId, measureId, kind: 'import', begunAt: at, shownAt: null }).execute()
  const conditions = JSON.stringify([{ field: 'message', op: 'contains', value: `${mark} woord` }])
  const effects = JSON.stringify({ ask: `${mark} vraag` })
  await mine.insertInto('routingRules', { id: ruleId, goalId, conditions, effects, position: 0, createdAt: at }).execute()
  const kept = { id: ruleId, goalId, when: JSON.parse(conditions), effects: JSON.parse(effects), position: 0, createdAt: at }
  const change = { kind: 'added', ruleId, from: null }
  await mine
    .insertInto('routingVersions', { number: 1, madeAt: at, madeBy: `${mark} owner`, change: JSON.stringify(change), rules: JSON.stringify([kept]) })
    .execute()
  const [storyLinkId, teamLinkId] = [newId(), newId()]
  const link = { teamId, createdBy: ownerId, createdAt: at, revokedAt: null }
  await mine
    .insertInto('shareLinks', [
      { ...link, id: storyLinkId, kind: 'story' },
      { ...link, id: teamLinkId, kind: 'team-page' },
    ])
    .execute()
  const viewId = newId()
  const filter = JSON.stringify({ goalId, q: `${mark} woord` })
  await mine
    .insertInto('savedViews', { id: viewId, memberId: ownerId, teamId, name: `${mark} weergave`, filter, sort: 'new', createdAt: at })
    .execute()
  const kinds = '["compliment","complaint","idea","question"]'
  const site = { name: `${mark} site`, origins: JSON.stringify([ALLOWED_ORIGIN]), kinds, rating: null }
  const look = JSON.stringify({ accent: '#0f6b5c', position: 'right', theme: 'auto' })
  await mine.insertInto('sites', { ...site, id: siteId, key: siteKey, look, locale: 'nl', firstSeenAt: at, createdAt: at }).execute()
  return {
    ...{ teamId, spareTeamId, settingChangeId, goalId, proposalId, initiativeId, measureId, importId, ruleId },
    ...{ storyLinkId, teamLinkId, viewId, siteId, siteKey },
  }
}

async function plantGoal({ mine, at, mark }: Pick<Planting, 'mine' | 'at' | 'mark'>, teamId: string, ownerId: string) {
  const [goalId, proposalId, initiativeId] = [newId(), newId(), newId()]
  const goal = { title: `${mark} doel`, why: `${mark} waarom`, target: `${mark} streven`, replyWithinDays: 3, intake: `${mark} intake` }
  await mine.insertInto('goals', { ...goal, id: goalId, teamId, ownerId, public: 'true', createdAt: at }).execute()
  const proposal = { changes: JSON.stringify({ title: `${mark} voorstel` }), side: 'team', proposedBy: ownerId, proposer: `${mark} owner` }
  await mine.insertInto('goalProposals', { ...proposal, id: proposalId, goalId, proposedAt: at }).execute()
  await mine.insertInto('goalReasons', { goalId, feedbackItemId: newId() }).execute()
  const how = { title: `${mark} aanpak`, plan: `${mark} plan`, notes: `notitie-${mark} bij de aanpak`, createdBy: ownerId, createdAt: at }
  await mine.insertInto('initiatives', { ...how, id: initiativeId, goalId }).execute()
  await mine.insertInto('initiativeMembers', { initiativeId, memberId: ownerId }).execute()
  const said = { memberId: ownerId, author: `${mark} owner`, text: `notitie-${mark} over het doel`, createdAt: at }
  await mine
    .insertInto(
      'comments',
      [goalId, initiativeId].map((aboutId) => ({ ...said, aboutId, id: newId() })),
    )
    .execute()
  return { goalId, proposalId, initiativeId }
}
