import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Given, givenOrganisation, SITE_ORIGIN } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { composers } from '../deliveries.ts'
import { changeGoal } from '../goals/change-goal.ts'
import { readGoal } from '../goals/read-goal.ts'
import { startWorker } from '../outbox/worker.ts'
import { askAgain } from '../outcomes/ask-again.ts'
import { publishOutcome } from '../outcomes/publish-outcome.ts'
import { createOutcome } from '../outcomes/write-outcome.ts'
import { readFeedback } from './inbox/read-feedback.ts'

describe.each(engines)('$engine', ({ open }) => {
  let harness: Harness
  let given: Given

  beforeEach(async () => {
    harness = await openHarness(open)
    given = await givenOrganisation(harness.deps)
  })
  afterEach(() => harness.close())

  interface Page {
    status: number
    body: string
    headers: Headers
  }
  const pathOf = (address: string) => new URL(address).pathname + new URL(address).search
  const get = async (address: string) => (await harness.request('GET', pathOf(address))) as Page
  const post = async (address: string, fields: [string, string][]) =>
    (await harness.request('POST', pathOf(address), {
      body: new URLSearchParams(fields).toString(),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    })) as Page
  const work = async () => {
    const worker = startWorker(harness.deps, composers, [askAgain], { pollMs: null })
    await worker.runOnce()
    await worker.stop()
  }
  let keys = 0
  const submit = async (message: string, email?: string) => {
    keys++
    const { body } = await harness.request('POST', `/widget/v1/sites/${given.siteKey}/feedback`, {
      body: { kind: 'complaint', message, locale: 'nl', ...(email && { email, emailConsent: true }) },
      headers: { Origin: SITE_ORIGIN, 'Idempotency-Key': `key-${keys}` },
    })
    if (email) {
      await work()
      const mail = harness.mails.findLast(({ to }) => to === email)
      await post(/http\S+\/confirm\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? '', [])
    }
    return body as { id: string; statusUrl: string }
  }
  const answer = async (ids: string[], kind: 'done' | 'not_doing' = 'done') => {
    const words = { title: 'De plakbank staat er', did: 'Er staat een tweede plakbank.', better: 'Dezelfde dag klaar.', next: 'Ook op zaterdag.' }
    const outcome = await createOutcome(harness.deps, given.scope, {
      ...words,
      goalId: given.goalId,
      kind,
      feedbackIds: ids,
      locale: 'nl',
      public: true,
    })
    await publishOutcome(harness.deps, given.scope, { id: outcome.id })
    return outcome.id
  }
  const row = (id: string) =>
    harness.deps.db.everywhere.selectFrom('feedbackItems').select(['helped', 'status', 'version']).where('id', '=', id).executeTakeFirstOrThrow()
  const answersIn = (html: string) => [...html.matchAll(/href="(http[^"]+\/reaction\/(?:yes|partly|no)[^"]*)"/g)].map(([, link]) => link ?? '')
  const mailTo = (email: string) => harness.mails.findLast(({ to }) => to === email)
  const helpedOf = async () => (await readGoal(harness.deps, given.scope, given.goalId)).helped

  test('each answer in the mail is one click to a page with one button, and no program that opens the links votes', async () => {
    const item = await submit('Mijn band is lek', 'ada@example.nl')
    await answer([item.id])
    await work()
    const links = answersIn(mailTo('ada@example.nl')?.html ?? '')
    expect(links).toHaveLength(3)
    const before = await row(item.id)
    for (const link of links) for (const method of ['GET', 'HEAD']) expect((await harness.request(method, pathOf(link))).status).toBe(200)
    expect(await row(item.id)).toEqual(before)
    const page = await get(links[1] ?? '')
    expect(page.body.match(/<button/g)).toHaveLength(1)
    expect(page.body).toContain('Verstuur: deels')
    expect(page.body).not.toContain('<script')
    expect(page.headers.get('X-Robots-Tag')).toContain('noindex')
    await post(`${item.statusUrl}/reaction`, [['helped', 'yes']])
    expect((await row(item.id)).helped).toBe('yes')
  })

  test('before there is an outcome, or with an answer that does not exist, the link leads to the page of the item', async () => {
    const item = await submit('Mijn band is lek')
    expect((await get(`${item.statusUrl}/reaction/yes`)).status).toBe(303)
    await answer([item.id])
    expect((await get(`${item.statusUrl}/reaction/maybe`)).status).toBe(303)
    expect((await get(`${item.statusUrl}x/reaction/yes`)).status).toBe(404)
  })

  test('a no with its reasons reopens the item for the team, and lowers the goal until it is answered again', async () => {
    const [item, other] = [await submit('Mijn band is lek'), await submit('Mijn zadel wiebelt')]
    await answer([item.id, other.id])
    await post(`${other.statusUrl}/reaction`, [['helped', 'yes']])
    expect(await helpedOf()).toEqual({ value: 1, n: 1 })
    const said: [string, string][] = [
      ['helped', 'no'],
      ['reasons', 'not_solved'],
      ['reasons', 'came_back'],
      ['text', 'Na een dag weer lek'],
    ]
    expect((await post(`${item.statusUrl}/reaction`, said)).status).toBe(303)
    const read = await readFeedback(harness.deps, given.scope, item.id)
    expect(read).toMatchObject({ status: 'reopened', reaction: { helped: 'no', reasons: ['not_solved', 'came_back'], text: 'Na een dag weer lek' } })
    expect(read.timeline.find(({ type }) => type === 'feedback.reopened')?.detail).toMatchObject({ reasons: ['not_solved', 'came_back'] })
    expect((await get(item.statusUrl)).body).toContain('Het is niet opgelost · Het was beter, maar het is terug')
    expect(await helpedOf()).toEqual({ value: 0.5, n: 2 })
    await answer([item.id])
    expect(await helpedOf()).toEqual({ value: 1, n: 1 })
    expect((await get(item.statusUrl)).body).not.toContain('Het is niet opgelost ·')
  })

  test('a refusal asks too, whether it is clear why, and offers reasons that fit', async () => {
    const item = await submit('Blijf open tot middernacht', 'ada@example.nl')
    await answer([item.id], 'not_doing')
    await work()
    const links = answersIn(mailTo('ada@example.nl')?.html ?? '')
    expect(links).toHaveLength(3)
    const { body } = await get(links[2] ?? '')
    expect(body).toContain('Is het duidelijk waarom?')
    expect(body).toContain('value="disagree"')
    expect(body).not.toContain('value="came_back"')
    await post(`${item.statusUrl}/reaction`, [
      ['helped', 'no'],
      ['reasons', 'unclear'],
    ])
    expect((await row(item.id)).status).toBe('reopened')
  })

  test('a reason that does not exist is left out, and a yes has none', async () => {
    const item = await submit('Mijn band is lek')
    await answer([item.id])
    await post(`${item.statusUrl}/reaction`, [
      ['helped', 'yes'],
      ['reasons', 'not_solved'],
    ])
    const read = await readFeedback(harness.deps, given.scope, item.id)
    expect(read.reaction).toMatchObject({ helped: 'yes', reasons: [] })
    await post(`${item.statusUrl}/reaction`, [
      ['helped', 'partly'],
      ['reasons', '<script>'],
    ])
    expect((await readFeedback(harness.deps, given.scope, item.id)).reaction).toMatchObject({ helped: 'partly', reasons: [] })
  })

  describe('after some weeks', () => {
    const asked = () => harness.mails.filter(({ subject }) => subject.startsWith('Is het nog steeds beter?')).map(({ to }) => to)
    const allAnswered = async () => {
      const emails = ['ja@example.nl', 'deels@example.nl', 'nee@example.nl', 'stil@example.nl', 'weg@example.nl']
      const items = []
      for (const email of emails) items.push(await submit(`Van ${email}`, email))
      items.push(await submit('Zonder adres'))
      await answer(items.map(({ id }) => id))
      const [yes, partly, no, , gone, without] = items
      for (const [item, helped] of [
        [yes, 'yes'],
        [partly, 'partly'],
        [no, 'no'],
        [gone, 'yes'],
        [without, 'yes'],
      ] as const)
        await post(`${item?.statusUrl}/reaction`, [['helped', helped]])
      await work()
      const stop = /http\S+\/unsubscribe\/[\w-]+/.exec(mailTo('weg@example.nl')?.text ?? '')?.[0] ?? ''
      await post(stop, [['List-Unsubscribe', 'One-Click']])
      return items
    }

    test('those whom it helped are asked once whether it is still better, and nobody else', async () => {
      await changeGoal(harness.deps, given.scope, { id: given.goalId, askAgainAfterWeeks: 6 })
      const [yes] = await allAnswered()
      harness.pass({ days: 41 })
      await work()
      expect(asked()).toEqual([])
      harness.pass({ days: 1 })
      await work()
      expect(asked().toSorted()).toEqual(['deels@example.nl', 'ja@example.nl'])
      const { events } = {
        events: await harness.deps.db.everywhere.selectFrom('events').select('type').where('type', '=', 'outcome.asked-again').execute(),
      }
      expect(events).toHaveLength(1)
      for (let weeks = 0; weeks < 8; weeks++) {
        harness.pass({ days: 7 })
        await work()
      }
      expect(asked()).toHaveLength(2)

      const [, , no] = answersIn(mailTo('ja@example.nl')?.html ?? '')
      const page = await get(no ?? '')
      expect(page.body).toContain('Is het nog steeds beter?')
      expect(page.body).toContain('name="again"')
      await post(`${yes?.statusUrl}/reaction`, [
        ['helped', 'no'],
        ['again', '1'],
        ['reasons', 'came_back'],
      ])
      const read = await readFeedback(harness.deps, given.scope, yes?.id ?? '')
      expect(read).toMatchObject({ status: 'reopened', reaction: { helped: 'no', reasons: ['came_back'] } })
      expect(read.timeline.findLast(({ type }) => type === 'feedback.reaction')?.detail).toMatchObject({ again: true })
    })

    test('who thinks otherwise by the time the mail is written is not asked', async () => {
      await changeGoal(harness.deps, given.scope, { id: given.goalId, askAgainAfterWeeks: 1 })
      const [yes] = await allAnswered()
      harness.pass({ days: 7 })
      await askAgain(harness.deps)
      await post(`${yes?.statusUrl}/reaction`, [['helped', 'no']])
      await work()
      expect(asked()).toEqual(['deels@example.nl'])
    })

    test('nobody is asked unless the goal says so, nor about what was long ago when it begins to', async () => {
      await allAnswered()
      harness.pass({ days: 60 })
      await work()
      await changeGoal(harness.deps, given.scope, { id: given.goalId, askAgainAfterWeeks: 6 })
      await work()
      expect(asked()).toEqual([])
    })
  })
})
