import type { Role } from '@klankbord/shared/members'
import { newId } from '../src/db/ids.ts'
import type { Scope } from '../src/db/scope.ts'
import type { Deps } from '../src/deps.ts'

/** An organisation with an owner, a team that the owner leads, a goal of that team and a site: what most tests start from. */
export interface Given {
  /** Asks as the owner. */
  scope: Scope
  ownerId: string
  teamId: string
  goalId: string
  siteId: string
  siteKey: string
}

export const SITE_ORIGIN = 'https://www.bakker.example'

export async function givenOrganisation({ db, clock }: Deps, name = 'Bakker Fietsen'): Promise<Given> {
  const createdAt = clock().toISOString()
  const organisationId = newId()
  const [teamId, goalId, siteId, siteKey] = [newId(), newId(), newId(), `site_${newId()}`]
  await db.everywhere
    .insertInto('organisations')
    .values({ id: organisationId, name, locale: 'nl', timeZone: 'Europe/Amsterdam', setUpAt: createdAt, createdAt })
    .execute()
  const scope = await givenMember({ db, clock }, organisationId, 'owner')
  const ownerId = scope.who.kind === 'member' ? scope.who.id : ''
  const mine = db.within(scope)
  await mine.insertInto('teams', { id: teamId, name: 'Werkplaats', level: 'team', parentId: null, createdAt }).execute()
  await mine.insertInto('teamMembers', { teamId, memberId: ownerId, role: 'lead' }).execute()
  await mine
    .insertInto('goals', {
      id: goalId,
      title: 'Elke fiets binnen een dag klaar',
      why: null,
      teamId,
      memberId: null,
      parentId: null,
      replyWithinDays: 3,
      intake: null,
      public: 'true',
      createdAt,
    })
    .execute()
  await mine
    .insertInto('sites', {
      id: siteId,
      key: siteKey,
      name: 'Webwinkel',
      origins: JSON.stringify([SITE_ORIGIN]),
      kinds: JSON.stringify(['compliment', 'complaint', 'idea', 'question']),
      rating: null,
      look: JSON.stringify({ accent: '#0f6b5c', position: 'right', theme: 'auto' }),
      locale: 'nl',
      firstSeenAt: null,
      createdAt,
    })
    .execute()
  return { scope, ownerId, teamId, goalId, siteId, siteKey }
}

/** One more member of an organisation; their password can't be used. */
export async function givenMember({ db, clock }: Pick<Deps, 'db' | 'clock'>, organisationId: string, role: Role): Promise<Scope> {
  const id = newId()
  const scope: Scope = { organisationId, who: { kind: 'member', id, name: `Robin ${role}`, role } }
  await db
    .within(scope)
    .insertInto('members', {
      id,
      email: `${id}@bakker.example`,
      name: `Robin ${role}`,
      role,
      passwordHash: '-',
      locale: null,
      createdAt: clock().toISOString(),
      deactivatedAt: null,
    })
    .execute()
  return scope
}

interface CustomerSays {
  message?: string
  status?: string
  goalId?: string | null
  /** Theirs, when they said something before. */
  customerId?: string
  email?: string | null
  emailConfirmedAt?: string | null
  unsubscribedAt?: string | null
}

/** A feedback item, with its customer unless `customerId` names one; their address is confirmed unless told. */
export async function givenFeedback({ db, clock }: Pick<Deps, 'db' | 'clock'>, { scope, siteId, goalId }: Given, says: CustomerSays = {}) {
  const at = clock().toISOString()
  const customerId = says.customerId ?? newId()
  const { email = null, emailConfirmedAt = email === null ? null : at, unsubscribedAt = null } = says
  const customer = { siteId, email, emailConfirmedAt, unsubscribedAt, confirmationSentAt: emailConfirmedAt, name: 'Ada', locale: 'nl', createdAt: at }
  if (!says.customerId)
    await db
      .within(scope)
      .insertInto('customers', { ...customer, id: customerId })
      .execute()
  const item = itemOf({ siteId, goalId }, { ...says, customerId }, at)
  await db.within(scope).insertInto('feedbackItems', item).execute()
  return { id: item.id, customerId }
}

/** The row of something that a customer said. */
export function itemOf({ siteId, goalId }: Pick<Given, 'siteId' | 'goalId'>, says: CustomerSays & { customerId: string }, at: string) {
  const given = {
    status: says.status ?? 'routed',
    goalId: says.goalId === undefined ? goalId : says.goalId,
    message: says.message ?? 'Mijn band is lek',
    customerId: says.customerId,
  }
  const empty = { ratingScale: null, ratingValue: null, pageUrl: null, initiativeId: null, plan: null, outcomeId: null, mergedIntoId: null }
  const unanswered = { replyBy: null, repliedAt: null, answeredAt: null, helped: null, reactionText: null, reactedAt: null }
  return {
    ...{ ...empty, ...unanswered, ...given, id: newId(), siteId, kind: 'complaint', locale: 'nl', attributes: '{}', submittedAt: at },
    ...{ routing: JSON.stringify({ method: 'none', because: [] }), news: 0 },
  }
}
