import type { FeedbackItem, MineThread, Receipt } from '@klankbord/shared/feedback'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Given, givenOrganisation, SITE_ORIGIN } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { replyFeedback } from './reply.ts'
import { react } from './thread/react.ts'
import { readThread } from './thread/read-thread.ts'
import { markSpam, planFeedback, routeFeedback, unmarkSpam } from './triage.ts'

const submission = { kind: 'complaint', message: 'De remmen van mijn fiets piepen na de beurt.', locale: 'nl', pageUrl: `${SITE_ORIGIN}/werkplaats` }

describe.each(engines)('$engine', ({ open }) => {
  let harness: Harness
  let given: Given
  let count = 0

  beforeEach(async () => {
    harness = await openHarness(open)
    given = await givenOrganisation(harness.deps)
  })
  afterEach(() => harness.close())

  const submit = (body: unknown = submission, headers: Record<string, string> = {}) => {
    count++
    return harness.request('POST', `/widget/v1/sites/${given.siteKey}/feedback`, {
      body,
      headers: { Origin: SITE_ORIGIN, 'Idempotency-Key': `key-${count}`, ...headers },
    }) as Promise<{ status: number; body: Receipt & { code: string; errors: { path: string }[] }; headers: Headers }>
  }
  const customerScope = async (id: string) => {
    const item = await harness.deps.db.everywhere.selectFrom('feedbackItems').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    return { organisationId: item.organisationId, who: { kind: 'customer' as const, id: item.customerId, siteId: item.siteId } }
  }
  const addRule = () =>
    harness.deps.db
      .within(given.scope)
      .insertInto('routingRules', {
        id: 'rule',
        goalId: given.goalId,
        conditions: JSON.stringify([{ field: 'message', op: 'contains word', value: 'remmen' }]),
        position: 0,
        createdAt: harness.deps.clock().toISOString(),
      })
      .execute()
  const countItems = async () => (await harness.deps.db.everywhere.selectFrom('feedbackItems').select('id').execute()).length

  test('what a customer says is kept, and waits in the triage inbox when no rule fits', async () => {
    const { status, body } = await submit()
    expect(status).toBe(201)
    expect(body).toMatchObject({ status: 'received', goal: null, mail: 'none' })
    expect(body.customerToken).toMatch(/^[\w-]{64}$/)
    expect(body.statusUrl).toContain('/f/')
    const thread = await readThread(harness.deps, await customerScope(body.id), body.id)
    expect(thread).toMatchObject({ message: submission.message, status: 'received', timeline: [{ type: 'received' }] })
  })

  test('the first rule that fits gives an item its goal, with the reason and a promised date', async () => {
    await addRule()
    const { body } = await submit()
    expect(body).toMatchObject({
      status: 'routed',
      goal: { title: 'Elke fiets binnen een dag klaar', team: 'Werkplaats', replyBy: '2026-03-05T16:00:00.000Z' },
    })
    const thread = await readThread(harness.deps, await customerScope(body.id), body.id)
    expect(thread.timeline.map(({ type, team }) => [type, team])).toEqual([
      ['received', null],
      ['routed', 'Werkplaats'],
    ])
  })

  test('a colleague accepts what a rule chose: the reasons stay, and the customer hears nothing twice', async () => {
    await addRule()
    const { body } = await submit()
    const before = await readThread(harness.deps, await customerScope(body.id), body.id)
    const accepted = await routeFeedback(harness.deps, given.scope, { id: body.id, goalId: given.goalId })
    expect(accepted.routing.method).toBe('person')
    expect(accepted.routing.because[0]).toContain('remmen')
    expect(accepted.routing.because).toHaveLength(2)
    expect(accepted.timeline.map(({ type }) => type)).toContain('feedback.accepted')
    const again = await routeFeedback(harness.deps, given.scope, { id: body.id, goalId: given.goalId })
    expect(again.routing).toEqual(accepted.routing)
    const after = await readThread(harness.deps, await customerScope(body.id), body.id)
    expect(after).toEqual(before)
  })

  test('the same key with the same body gives the same answer and one item; with another body it is refused', async () => {
    const key = { 'Idempotency-Key': 'once' }
    const first = await submit(submission, key)
    const second = await submit(submission, key)
    expect(second).toMatchObject({ status: 201, body: first.body })
    expect(await submit({ ...submission, message: 'Iets anders' }, key)).toMatchObject({ status: 422, body: { code: 'key-reused' } })
    expect(await submit(submission, { 'Idempotency-Key': '' })).toMatchObject({ status: 400, body: { code: 'key-missing' } })
    expect(await countItems()).toBe(1)
  })

  test('fifty equal requests at once keep one item', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => submit(submission, { 'Idempotency-Key': 'fifty' })))
    expect(await countItems()).toBe(1)
    const kept = answers.filter(({ status }) => status === 201)
    expect(kept.length).toBeGreaterThan(0)
    expect(new Set(kept.map(({ body }) => body.id)).size).toBe(1)
    expect(answers.filter(({ status }) => status !== 201).every(({ body }) => body.code === 'key-in-use')).toBe(true)
  })

  test('many different items at once are all kept, and one that is refused harms no other', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, i) => submit({ ...submission, message: `Nummer ${i}`, kind: i % 10 === 0 ? 'nonsense' : 'idea' })),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(36)
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(4)
    expect(await countItems()).toBe(36)
  })

  test('a page whose origin the site does not list may neither send nor read, and is told so', async () => {
    const foreign = await submit(submission, { Origin: 'https://evil.example' })
    expect(foreign).toMatchObject({ status: 403, body: { code: 'origin-not-allowed' } })
    expect(foreign.headers.get('Access-Control-Allow-Origin')).toBeNull()
    const suffix = await submit(submission, { Origin: `${SITE_ORIGIN}.evil.example` })
    expect(suffix.status).toBe(403)
    const allowed = await submit()
    expect(allowed.headers.get('Access-Control-Allow-Origin')).toBe(SITE_ORIGIN)
    expect(await countItems()).toBe(1)
  })

  test('a customer who comes back with their token adds to the same list', async () => {
    const first = await submit()
    const token = { Authorization: `Bearer ${first.body.customerToken}` }
    const second = await submit({ ...submission, message: 'En de bel doet het niet.' }, token)
    expect(second.body.customerToken).toBeUndefined()
    const list = await harness.request('GET', '/widget/v1/mine/feedback?limit=1', { headers: token })
    const page = list.body as { items: { id: string }[]; next: string }
    expect(page.items.map(({ id }) => id)).toEqual([second.body.id])
    const rest = await harness.request('GET', `/widget/v1/mine/feedback?cursor=${page.next}`, { headers: token })
    expect((rest.body as { items: { id: string }[]; next: null }).items.map(({ id }) => id)).toEqual([first.body.id])
  })

  test('a colleague routes, plans and replies; the customer sees the team, the plan and the words, never the note', async () => {
    const { body } = await submit()
    const { deps } = harness
    await routeFeedback(deps, given.scope, { id: body.id, goalId: given.goalId })
    await deps.db
      .within(given.scope)
      .insertInto('initiatives', {
        id: 'how',
        goalId: given.goalId,
        title: 'Remproef',
        plan: 'Elke fiets krijgt een remproef.',
        createdBy: given.ownerId,
        createdAt: deps.clock().toISOString(),
        endedAt: null,
      })
      .execute()
    await planFeedback(deps, given.scope, { id: body.id, initiativeId: 'how' })
    await replyFeedback(deps, given.scope, { id: body.id, text: 'Kom langs, we kijken ernaar.', internal: false })
    await replyFeedback(deps, given.scope, { id: body.id, text: 'GEHEIM: klant is lastig', internal: true })
    const thread = (await readThread(deps, await customerScope(body.id), body.id)) as MineThread
    expect(thread).toMatchObject({ status: 'in_progress', plan: 'Elke fiets krijgt een remproef.', goal: { team: 'Werkplaats' }, news: 3 })
    expect(thread.messages.map(({ text }) => text)).toEqual(['Kom langs, we kijken ernaar.'])
    expect(JSON.stringify(thread)).not.toContain('GEHEIM')
  })

  test('spam is out of sight and comes back where it stood', async () => {
    const { body } = await submit()
    const { deps } = harness
    expect((await markSpam(deps, given.scope, { id: body.id })).status).toBe('spam')
    await expect(routeFeedback(deps, given.scope, { id: body.id, goalId: given.goalId })).rejects.toMatchObject({ code: 'conflict' })
    expect((await readThread(deps, await customerScope(body.id), body.id)).status).toBe('received')
    expect((await unmarkSpam(deps, given.scope, { id: body.id })).status).toBe('received')
  })

  test('a customer can’t react before there is an outcome, and `no` afterwards reopens the item with a new promise', async () => {
    const { body } = await submit()
    const { deps } = harness
    const scope = await customerScope(body.id)
    await routeFeedback(deps, given.scope, { id: body.id, goalId: given.goalId })
    await expect(react(deps, scope, { id: body.id, helped: 'no' })).rejects.toMatchObject({ code: 'conflict' })
    const at = deps.clock().toISOString()
    await deps.db
      .within(given.scope)
      .insertInto('outcomes', {
        id: 'outcome',
        goalId: given.goalId,
        kind: 'done',
        title: 'Klaar',
        did: 'Remmen vervangen',
        better: null,
        next: null,
        locale: 'nl',
        translations: '{}',
        publicAt: null,
        createdBy: null,
        createdAt: at,
        publishAt: null,
        publishedAt: at,
      })
      .execute()
    await deps.db
      .within(given.scope)
      .updateTable('feedbackItems')
      .set({ status: 'answered', outcomeId: 'outcome', answeredAt: at, repliedAt: at })
      .where('id', '=', body.id)
      .execute()
    harness.pass({ days: 7 })
    await react(deps, scope, { id: body.id, helped: 'no', text: 'Ze piepen nog.' })
    expect(await readThread(deps, scope, body.id)).toMatchObject({
      status: 'reopened',
      reaction: { helped: 'no', text: 'Ze piepen nog.' },
      goal: { replyBy: '2026-03-12T16:00:00.000Z' },
    })
    await react(deps, scope, { id: body.id, helped: 'yes' })
    expect(await readThread(deps, scope, body.id)).toMatchObject({ status: 'answered', reaction: { helped: 'yes' } })
  })

  test('search finds words and beginnings, and a query without a word finds nothing', async () => {
    await submit()
    await submit({ ...submission, message: 'Prachtige winkel!' })
    const { listFeedback } = await import('./inbox/read-feedback.ts')
    const find = async (q: string) =>
      (await listFeedback(harness.deps, given.scope, { q, limit: 50, sort: 'new' })).items.map(
        ({ message }: Pick<FeedbackItem, 'message'>) => message,
      )
    expect(await find('remmen')).toEqual([submission.message])
    expect(await find('pracht')).toEqual(['Prachtige winkel!'])
    expect(await find("'; drop table feedback_items; --")).toEqual([])
    expect(await find('"* OR')).toEqual([])
    expect(await find('!!!')).toEqual([])
  })

  test('asking for the own list again costs nothing while nothing changed', async () => {
    const { body } = await submit()
    const ask = (known?: string) =>
      harness.request('GET', '/widget/v1/mine/feedback', {
        headers: { Authorization: `Bearer ${body.customerToken}`, ...(known && { 'If-None-Match': known }) },
      })
    const first = await ask()
    const tag = first.headers.get('ETag')!
    expect([first.status, first.headers.get('Cache-Control')]).toEqual([200, 'private, no-cache'])
    for (const known of [tag, tag.slice(2), `"other", ${tag}`]) {
      const again = await ask(known)
      expect([again.status, again.body, again.headers.get('ETag')]).toEqual([304, '', tag])
    }
    expect((await ask('"other"')).status).toBe(200)
    await replyFeedback(harness.deps, given.scope, { id: body.id, text: 'We kijken ernaar', internal: false })
    const changed = await ask(tag)
    expect([changed.status, changed.headers.get('ETag') === tag]).toEqual([200, false])
  })

  test('an item whose promise has passed is overdue until somebody speaks', async () => {
    const { body } = await submit()
    const { deps } = harness
    const { listFeedback } = await import('./inbox/read-feedback.ts')
    const { countInbox } = await import('./inbox/count-feedback.ts')
    await routeFeedback(deps, given.scope, { id: body.id, goalId: given.goalId })
    harness.pass({ days: 2 })
    expect(await countInbox(deps, given.scope)).toMatchObject({ mine: 1, dueSoon: 1, overdue: 0, toRoute: 0, waiting: 1 })
    harness.pass({ days: 5 })
    expect((await listFeedback(deps, given.scope, { due: 'overdue', limit: 50, sort: 'due' })).items).toMatchObject([{ id: body.id, overdue: true }])
    await replyFeedback(deps, given.scope, { id: body.id, text: 'We zijn er mee bezig.', internal: false })
    expect(await countInbox(deps, given.scope)).toMatchObject({ overdue: 0 })
  })
})
