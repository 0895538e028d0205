import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { newId } from '../db/ids.ts'
import type { FeedbackItemRow } from '../db/schema.ts'
import type { Scope } from '../db/scope.ts'
import { countInbox } from '../feedback/inbox/count-feedback.ts'
import { readTree } from '../goals/read-tree.ts'
import { listInitiatives } from '../initiatives/store.ts'
import { foundOrganisation } from '../members/found-organisation.ts'
import { findByEmail } from '../members/store.ts'
import { foundSite } from '../sites/found-site.ts'
import { fillDemo } from './fill-demo.ts'

const firstOwner = { email: 'demo@klankbord.example', password: 'klankbord-demo' }

describe.each(engines)('$engine', ({ open }) => {
  let harness: Harness
  let organisationId: string
  let siteKey: string
  let owner: Scope
  let items: FeedbackItemRow[]
  const now = () => harness.deps.clock().toISOString()

  beforeAll(async () => {
    harness = await openHarness(open)
    const { deps } = harness
    // A Tuesday in June, one in the afternoon.
    harness.pass({ days: 92, hours: 4 })
    organisationId = (await foundOrganisation(deps, { firstOwner })).organisationId
    siteKey = await foundSite(deps, organisationId)
    await fillDemo(deps, organisationId, siteKey)
    const member = await findByEmail(deps.db, firstOwner.email)
    owner = { organisationId, who: { kind: 'member', id: member?.id ?? '', name: member?.name ?? '', role: 'owner' } }
    items = (await deps.db.within(owner).selectFrom('feedbackItems').selectAll().execute()) as unknown as FeedbackItemRow[]
  }, 60_000)
  afterAll(() => harness.close())

  const count = (is: (item: FeedbackItemRow) => boolean) => items.filter(is).length

  test('300 items stand in every state that an item can have, most of them answered', async () => {
    expect(items).toHaveLength(300)
    expect(count(({ status }) => status === 'answered')).toBeGreaterThan(220)
    expect(count(({ status }) => status === 'in_progress')).toBeGreaterThan(20)
    expect(count(({ status }) => status === 'spam')).toBe(2)
    const counts = await countInbox(harness.deps, owner)
    expect(counts.toRoute).toBe(12)
    expect(counts.reopened).toBe(3)
    expect(counts.overdue).toBeGreaterThanOrEqual(5)
    expect(counts.overdue).toBeLessThanOrEqual(8)
    expect(counts.mine).toBeGreaterThan(10)
  })

  test('the rules route most of it, colleagues the rest', () => {
    const routed = (method: string) => count(({ routing }) => (JSON.parse(routing) as { method: string }).method === method)
    expect(routed('rule')).toBeGreaterThan(200)
    expect(routed('person')).toBeGreaterThan(20)
  })

  test('every item has an owner or stands in the inbox, and none ended without a published outcome', async () => {
    const { db } = harness.deps
    const published = new Set(
      (await db.within(owner).selectFrom('outcomes').select('id').where('publishedAt', 'is not', null).execute()).map(({ id }) => id),
    )
    for (const { goalId, status, outcomeId, message, answeredAt } of items) {
      if (goalId === null) expect(['received', 'spam'], message).toContain(status)
      if (status === 'answered') expect(outcomeId !== null && answeredAt !== null && published.has(outcomeId), message).toBe(true)
    }
  })

  test('the history of each item runs forward, from received to where it stands, and ends before now', async () => {
    const events = await harness.deps.db.within(owner).selectFrom('events').selectAll().orderBy('createdAt').orderBy('id').execute()
    for (const { id, status, submittedAt, message } of items) {
      const ofItem = events.filter(({ feedbackItemId }) => feedbackItemId === id)
      expect(ofItem[0], message).toMatchObject({ type: 'feedback.received', createdAt: submittedAt })
      expect((ofItem.at(-1)?.createdAt ?? '') < now(), message).toBe(true)
      const types = ofItem.map(({ type }) => type)
      expect(types.includes('outcome.published'), message).toBe(['answered', 'reopened'].includes(status))
      if (types.includes('feedback.reaction')) expect(types.indexOf('feedback.reaction')).toBeGreaterThan(types.indexOf('outcome.published'))
    }
  })

  test('most promises were kept, and most customers say that it helped', () => {
    const promised = items.filter(({ replyBy, repliedAt }) => replyBy !== null && repliedAt !== null)
    expect(promised.filter(({ replyBy, repliedAt }) => (repliedAt ?? '') <= (replyBy ?? '')).length / promised.length).toBeGreaterThan(0.9)
    const asked = count(({ helped }) => helped !== null)
    expect(asked).toBeGreaterThan(100)
    expect(count(({ helped }) => helped === 'yes') / asked).toBeGreaterThan(0.7)
  })

  test('the mails of the past are not sent again; only the newest few wait', async () => {
    const deliveries = await harness.deps.db.within(owner).selectFrom('deliveries').selectAll().execute()
    expect(deliveries.filter(({ state }) => state === 'queued')).toHaveLength(4)
    expect(deliveries.filter(({ state }) => state === 'sent').length).toBeGreaterThan(200)
    for (const { kind, state, queuedAt, updatedAt } of deliveries) if (state === 'sent') expect(updatedAt, kind).toBe(queuedAt)
  })

  test('every level has goals with a why, and every measure two years of values', async () => {
    const { db } = harness.deps
    const goals = await db
      .within(owner)
      .selectFrom('goals')
      .innerJoin('teams', 'teams.id', 'goals.teamId')
      .select(['teams.level', 'why', 'goals.parentId'])
      .execute()
    expect(new Set(goals.map(({ level }) => level))).toEqual(new Set(['organisation', 'department', 'team']))
    expect(goals.every(({ why }) => why)).toBe(true)
    // The company's own, one that hangs loose, and one that is only proposed.
    expect(goals.filter(({ parentId }) => parentId === null)).toHaveLength(3)
    const points = await db.within(owner).selectFrom('measurePoints').selectAll().orderBy('at').execute()
    const followed = new Set(points.map(({ measureId }) => measureId))
    expect(followed.size).toBeGreaterThan(10)
    for (const id of followed) {
      const at = points.filter(({ measureId }) => measureId === id).map((point) => Date.parse(point.at))
      expect((at.at(-1) ?? 0) - (at[0] ?? 0)).toBeGreaterThan(600 * 86_400_000)
      expect(new Date(at.at(-1) ?? 0).toISOString() <= now()).toBe(true)
    }
  })

  test('240 colleagues work in 25 teams on 60 goals, of which some are proposed and some have ended with a look back', async () => {
    const mine = harness.deps.db.within(owner)
    const { teams, goals } = await readTree(harness.deps, owner)
    expect([teams.length, goals.length]).toEqual([25, 60])
    const members = await mine.selectFrom('members').select(['id', 'deactivatedAt', 'email']).execute()
    expect(members.filter(({ deactivatedAt }) => deactivatedAt === null)).toHaveLength(240)
    expect(new Set(members.map(({ email }) => email)).size).toBe(members.length)
    const inTeams = new Set((await mine.selectFrom('teamMembers').select('teamId').execute()).map(({ teamId }) => teamId))
    expect(inTeams.size).toBe(25)
    const count = (state: string) => goals.filter((goal) => goal.state === state).length
    expect([count('proposed'), count('achieved'), count('missed')]).toEqual([4, 3, 1])
    expect(goals.filter(({ waits }) => waits)).toHaveLength(5)
    expect(goals.filter(({ owner }) => owner === null).length).toBeGreaterThan(0)
    const ended = await mine.selectFrom('goals').select('lookBack').where('endedAt', 'is not', null).execute()
    expect(ended.every(({ lookBack }) => lookBack)).toBe(true)
  })

  test('every agreed goal was proposed by one side and accepted by the other, or by who holds both', async () => {
    const mine = harness.deps.db.within(owner)
    const events = await mine.selectFrom('events').select(['type', 'aboutId', 'actorId', 'detail']).where('aboutId', 'is not', null).execute()
    const { goals } = await readTree(harness.deps, owner)
    for (const { id, title, state } of goals.filter(({ state }) => state === 'agreed')) {
      const [created, agreed] = ['goal.created', 'goal.agreed'].map((type) => events.find((event) => event.aboutId === id && event.type === type))
      expect(created !== undefined && (JSON.parse(created.detail).state === 'agreed' || agreed !== undefined), title).toBe(true)
      if (agreed) expect(agreed.actorId, `${title} ${state}`).not.toBe(created?.actorId)
    }
  })

  test('initiatives have people and dates, some wait to be taken up, and what led to its outcome is finished', async () => {
    const { db } = harness.deps
    const initiatives = await listInitiatives(db, owner, { goalId: undefined, limit: 200, after: null })
    const by = (state: string) => initiatives.filter((one) => one.state === state)
    expect(
      by('proposed')
        .map(({ createdBy }) => createdBy)
        .sort(),
    ).toEqual(['Fikria', 'Henk', 'Milan'])
    expect(by('planned')).toHaveLength(2)
    expect(by('started').length).toBeGreaterThan(10)
    expect(by('finished').length).toBeGreaterThan(5)
    for (const { title, people, startsOn, endsOn } of [...by('planned'), ...by('started'), ...by('finished')])
      expect(people.length > 0 && startsOn !== null && endsOn !== null && startsOn < endsOn, title).toBe(true)
  })

  test('the owner becomes a named colleague, with the sign-in that they had', async () => {
    expect(owner.who).toMatchObject({ name: 'Marloes Dijkstra' })
    expect((await harness.request('POST', '/api/v1/session', { body: firstOwner })).status).toBe(204)
  })

  test('what a visitor of the sample site says gets a team and a date at once', async () => {
    for (const [message, team] of [
      ['Mijn fiets is nog steeds niet klaar bij de Oosterpoort.', 'Werkplaats Oosterpoort'],
      ['De monteur aan huis kwam precies op tijd!', 'Monteur aan huis'],
      ['Het licht van mijn abonnementsfiets doet het niet.', 'Fietsenpark'],
      ['Kan ik mijn bestelling ook later ophalen?', 'Webwinkel en magazijn'],
    ]) {
      const { status, body } = await harness.request('POST', `/widget/v1/sites/${siteKey}/feedback`, {
        body: { kind: 'complaint', message, pageUrl: 'http://localhost:3000/demo' },
        headers: { 'Idempotency-Key': newId() },
      })
      expect(status).toBe(201)
      expect(body).toMatchObject({ goal: { team, replyBy: expect.stringMatching(/^2026-06/) } })
    }
  })

  test('filling again is refused, and nothing is added', async () => {
    const countItems = async () => (await harness.deps.db.within(owner).selectFrom('feedbackItems').select('id').execute()).length
    const before = await countItems()
    await expect(fillDemo(harness.deps, organisationId, siteKey)).rejects.toThrow('already, so nothing was added')
    expect(await countItems()).toBe(before)
  })
})
