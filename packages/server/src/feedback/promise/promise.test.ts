import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Given, givenFeedback, givenMember, givenOrganisation } from '../../../test/builders.ts'
import { engines } from '../../../test/engines.ts'
import { type Harness, openHarness } from '../../../test/harness.ts'
import { changeCalendar } from '../../calendar/change-calendar.ts'
import { customerScope } from '../../customers/confirm.ts'
import { newId } from '../../db/ids.ts'
import { openDatabase } from '../../db/open.ts'
import { composers, ticks } from '../../deliveries.ts'
import { readNotifications } from '../../notifications/read-notifications.ts'
import { startWorker } from '../../outbox/worker.ts'
import { endGoalOfFeedback } from '../goals/end-goal.ts'
import { countInbox } from '../inbox/count-feedback.ts'
import { readFeedback } from '../inbox/read-feedback.ts'
import { mergeFeedback, splitFeedback } from '../merging/merge.ts'
import { replyFeedback } from '../reply.ts'
import { addMessage } from '../thread/add-message.ts'
import { react } from '../thread/react.ts'
import { readThread } from '../thread/read-thread.ts'
import { markSpam, routeFeedback, unmarkSpam } from '../triage.ts'
import { bringPromises } from './bring-promises.ts'
import { movePromise } from './move-promise.ts'

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  let given: Given

  // Monday 2 March 2026, 10:00 in Amsterdam. The goal promises three working days.
  beforeEach(async () => {
    h = await openHarness(open)
    given = await givenOrganisation(h.deps)
  })
  afterEach(() => h.close())

  const turn = () => startWorker(h.deps, composers, ticks, { pollMs: null }).runOnce()
  const customer = (customerId: string) => customerScope({ id: customerId, siteId: given.siteId, organisationId: given.scope.organisationId })

  async function promised(says: Parameters<typeof givenFeedback>[2] = {}) {
    const said = await givenFeedback(h.deps, given, { status: 'received', goalId: null, ...says })
    await routeFeedback(h.deps, given.scope, { id: said.id, goalId: given.goalId })
    return said
  }
  const item = (id: string) => readFeedback(h.deps, given.scope, id)
  const told = async (scope = given.scope) => (await readNotifications(h.deps, scope, { limit: 50 })).items

  test('a promise counts in the working days of the calendar: no weekends, no holidays, no day of our own', async () => {
    const calendar = { timeZone: 'Europe/Amsterdam', workdays: [1, 2, 3, 4, 5], ownDays: [{ date: '2026-04-24', name: 'Uitje' }] }
    await changeCalendar(h.deps, given.scope, { ...calendar, holidays: { country: 'NL', region: null } })
    h.pass({ days: 51 })
    const { id } = await promised()
    // Wednesday 22 April: Thursday, then Tuesday, since Friday is our own and Monday is King's Day, then Wednesday.
    expect((await item(id)).replyBy).toBe('2026-04-29T15:00:00.000Z')
  })

  test('a promise stands still while the customer is asked something, and goes on with the working time that was left', async () => {
    const { id, customerId } = await promised({ email: 'ada@example.com' })
    expect((await item(id)).replyBy).toBe('2026-03-05T16:00:00.000Z')
    h.pass({ days: 1 })
    await replyFeedback(h.deps, given.scope, { id, text: 'Welke fiets is het?', internal: false, asks: true })
    const asked = await item(id)
    expect(asked).toMatchObject({ replyBy: null, repliedAt: null, overdue: false, promise: { pausedAt: '2026-03-03T09:00:00.000Z' } })
    const seen = await readThread(h.deps, customer(customerId), id)
    expect(seen.askedAt).toBe('2026-03-03T09:00:00.000Z')
    expect(seen.timeline.at(-1)?.type).toBe('asked')
    await turn()
    expect(h.mails.at(-1)?.text).toContain('vraagt je iets')

    // Two weeks later; two days and seven hours were left.
    h.pass({ days: 14 })
    await addMessage(h.deps, customer(customerId), 'antwoord', { id, text: 'De blauwe' })
    const resumed = await item(id)
    expect(resumed).toMatchObject({ replyBy: '2026-03-19T16:00:00.000Z', promise: { pausedAt: null } })
    expect((await readThread(h.deps, customer(customerId), id)).askedAt).toBeNull()
  })

  test('an answer to who is still asked something keeps the promise, however long that took', async () => {
    const { id } = await promised()
    await replyFeedback(h.deps, given.scope, { id, text: 'Welke fiets?', internal: false, asks: true })
    h.pass({ days: 20 })
    await replyFeedback(h.deps, given.scope, { id, text: 'We vonden hem zelf', internal: false })
    const kept = await item(id)
    expect(kept.promise.pausedAt).toBeNull()
    expect(kept.repliedAt && kept.replyBy && kept.repliedAt <= kept.replyBy).toBe(true)
  })

  test('a new date comes with its reason, by mail, on the timeline and as news, and says so when the old one has passed', async () => {
    const { id, customerId } = await promised({ email: 'ada@example.com' })
    const moved = await movePromise(h.deps, given.scope, { id, replyBy: '2026-03-10', reason: 'Het onderdeel is op', late: false })
    expect(moved).toMatchObject({ replyBy: '2026-03-10T16:00:00.000Z', promise: { moved: [{ reason: 'Het onderdeel is op' }] } })
    await turn()
    expect(h.mails.at(-1)).toMatchObject({ to: 'ada@example.com', text: expect.stringContaining('Het onderdeel is op') })
    const seen = await readThread(h.deps, customer(customerId), id)
    expect(seen).toMatchObject({ goal: { replyBy: '2026-03-10T16:00:00.000Z' }, moved: { reason: 'Het onderdeel is op' } })
    expect(seen.timeline.at(-1)).toMatchObject({ type: 'moved', to: '2026-03-10T16:00:00.000Z' })

    h.pass({ days: 12 })
    const late = { id, replyBy: '2026-03-20', reason: 'Nog steeds op' }
    await expect(movePromise(h.deps, given.scope, { ...late, late: false })).rejects.toThrow()
    expect((await item(id)).replyBy).toBe('2026-03-10T16:00:00.000Z')
    await movePromise(h.deps, given.scope, { ...late, late: true })
    await turn()
    expect(h.mails.at(-1)?.text).toContain('niet gelukt')
  })

  test('a promise moves to a working day to come only, and not once it was kept', async () => {
    const { id } = await promised()
    const move = (replyBy: string) => movePromise(h.deps, given.scope, { id, replyBy, reason: 'Later', late: false })
    await expect(move('2026-03-07')).rejects.toMatchObject({ code: 'bad-input' })
    await expect(move('2026-02-27')).rejects.toMatchObject({ code: 'bad-input' })
    await expect(move('2028-03-06')).rejects.toMatchObject({ code: 'bad-input' })
    await replyFeedback(h.deps, given.scope, { id, text: 'Klaar', internal: false })
    await expect(move('2026-03-10')).rejects.toMatchObject({ code: 'conflict' })
  })

  async function givenLine() {
    const [owner, lead, chief] = [0, 1, 2].map(() => givenMember(h.deps, given.scope.organisationId, 'member'))
    const people = { owner: await (owner as never), lead: await (lead as never), chief: await (chief as never) } as Record<string, Given['scope']>
    const idOf = (name: string) => (people[name]?.who.kind === 'member' ? people[name].who.id : '')
    const mine = h.deps.db.within(given.scope)
    await mine.deleteFrom('teamMembers').execute()
    await mine.insertInto('teamMembers', { teamId: given.teamId, memberId: idOf('lead'), role: 'lead' }).execute()
    const parentId = '01970000-0000-7000-8000-000000000001'
    const parent = { id: parentId, title: 'Iedereen fietst', why: null, teamId: given.teamId, memberId: null, ownerId: idOf('chief'), parentId: null }
    await mine.insertInto('goals', { ...parent, replyWithinDays: 3, intake: null, public: 'true', createdAt: h.deps.clock().toISOString() }).execute()
    await mine
      .updateTable('goals')
      .set({ ownerId: idOf('owner'), parentId })
      .where('id', '=', given.goalId)
      .execute()
    return people as { owner: Given['scope']; lead: Given['scope']; chief: Given['scope'] }
  }

  test('a promise climbs: before its date to the owner, once it has passed to the owner, a working day later to the lead, and another to the owner above', async () => {
    const { owner, lead, chief } = await givenLine()
    const { id } = await promised()
    const kinds = async (scope: Given['scope']) => (await told(scope)).map(({ kind, step }) => (step ? `${kind} ${step}` : kind))
    await turn()
    expect(await kinds(owner)).toEqual(['assigned'])
    h.pass({ days: 2 })
    await turn()
    expect(await kinds(owner)).toEqual(['due-soon owner', 'assigned'])
    // Thursday 17:00 in Amsterdam has passed.
    h.pass({ days: 1, hours: 8 })
    await turn()
    expect(await kinds(owner)).toEqual(['overdue owner', 'due-soon owner', 'assigned'])
    expect(await kinds(lead)).toEqual([])
    h.pass({ days: 1 })
    await turn()
    expect([await kinds(lead), await kinds(chief)]).toEqual([['overdue lead'], []])
    // Over the weekend nobody is told anything.
    h.pass({ days: 2 })
    await turn()
    expect(await kinds(chief)).toEqual([])
    h.pass({ days: 1 })
    await turn()
    await turn()
    expect(await kinds(chief)).toEqual(['overdue above'])
    expect((await item(id)).promise.steps.map(({ step }) => step)).toEqual(['due-soon', 'owner', 'lead', 'above'])
  })

  test('two processes at once bring each step once', async () => {
    const { owner } = await givenLine()
    const { id } = await promised()
    // Thursday evening.
    h.pass({ days: 3, hours: 9 })
    const others = await Promise.all([1, 2].map(() => openDatabase({ url: h.url })))
    await Promise.all([h.deps.db, ...others].map((db) => bringPromises({ ...h.deps, db })))
    await Promise.all(others.map((db) => db.close()))
    expect((await told(owner)).filter(({ kind }) => kind === 'overdue')).toHaveLength(1)
    expect((await item(id)).promise.steps.map(({ step }) => step)).toEqual(['owner'])
  })

  test('a promise that stands still climbs no further', async () => {
    const { owner } = await givenLine()
    const { id } = await promised()
    await replyFeedback(h.deps, given.scope, { id, text: 'Welke fiets?', internal: false, asks: true })
    h.pass({ days: 30 })
    await turn()
    expect((await told(owner)).map(({ kind }) => kind)).toEqual(['assigned'])
  })

  const endGoal = () => endGoalOfFeedback(h.deps, given.scope, { id: given.goalId, state: 'stopped', lookBack: 'Het is nu van ons allemaal' })

  test('what a goal leaves behind when it ends stands to be routed, alarms the admins, and its promise is brought to them', async () => {
    const admin = await givenMember(h.deps, given.scope.organisationId, 'admin')
    // Somebody was told of it once, before it had a goal.
    const { id } = await promised()
    await h.deps.db.within(given.scope).updateTable('feedbackItems').set({ alarmedAt: h.deps.clock().toISOString() }).where('id', '=', id).execute()
    await turn()
    expect(await told(admin)).toEqual([])
    h.pass({ days: 2 })
    await endGoal()
    expect(await item(id)).toMatchObject({ status: 'received', goal: null, replyBy: '2026-03-05T16:00:00.000Z' })
    await turn()
    expect((await told(admin)).map(({ kind, count }) => [kind, count])).toEqual(
      expect.arrayContaining([
        ['to-route', 1],
        ['due-soon', 1],
      ]),
    )
    h.pass({ days: 1, hours: 8 })
    await turn()
    expect((await told(admin)).map(({ kind }) => kind)).toContain('overdue')
    // Nobody is above them.
    h.pass({ days: 10 })
    await turn()
    expect((await told(admin)).filter(({ kind }) => kind === 'overdue')).toHaveLength(1)
    expect((await item(id)).promise.steps.map(({ step }) => step)).toEqual(expect.arrayContaining(['to-route', 'due-soon', 'owner']))
  })

  test('what comes back to a goal that has ended stands to be routed too, however it came back', async () => {
    const at = h.deps.clock().toISOString()
    const set = (id: string, to: object) => h.deps.db.within(given.scope).updateTable('feedbackItems').set(to).where('id', '=', id).execute()
    const [reopened, spam, merged, into] = [await promised(), await promised(), await promised(), await promised()]
    await set(reopened.id, { status: 'answered', outcomeId: newId(), answeredAt: at })
    await markSpam(h.deps, given.scope, { id: spam.id })
    await mergeFeedback(h.deps, given.scope, { id: merged.id, into: into.id })
    await endGoal()
    h.pass({ days: 1 })
    await react(h.deps, customer(reopened.customerId), { id: reopened.id, helped: 'no' })
    await unmarkSpam(h.deps, given.scope, { id: spam.id })
    await splitFeedback(h.deps, given.scope, { id: merged.id })
    await turn()
    const stands = await Promise.all([reopened, spam, merged, into].map(async ({ id }) => [(await item(id)).status, (await item(id)).goal]))
    expect(stands).toEqual([
      ['reopened', null],
      ['received', null],
      ['received', null],
      ['received', null],
    ])
    expect((await countInbox(h.deps, given.scope)).toRoute).toBe(4)
    expect((await item(spam.id)).routing.because).toEqual([expect.stringContaining('loopt niet meer')])
  })

  test('forty items that nobody routes for a working day alarm the admins once', async () => {
    const admin = await givenMember(h.deps, given.scope.organisationId, 'admin')
    for (let i = 0; i < 40; i++) await givenFeedback(h.deps, given, { status: 'received', goalId: null })
    h.pass({ hours: 20 })
    await turn()
    expect(await told(admin)).toEqual([])
    h.pass({ hours: 6 })
    await turn()
    expect(await told(admin)).toMatchObject([{ kind: 'to-route', count: 40, feedbackId: null }])
    await givenFeedback(h.deps, given, { status: 'received', goalId: null })
    h.pass({ days: 2 })
    await turn()
    expect(await told(admin)).toMatchObject([{ kind: 'to-route', count: 41 }])
  })
})
