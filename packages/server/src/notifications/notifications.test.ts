import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Given, givenFeedback, givenMember, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { composers } from '../deliveries.ts'
import { replyFeedback } from '../feedback/reply.ts'
import { startWorker } from '../outbox/worker.ts'
import { queueNotifications } from './queue-notifications.ts'
import { changeChoice, countMine, markRead, readNotifications } from './read-notifications.ts'

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  let given: Given
  let colleague: Given['scope']

  // Monday 2 March 2026, 10:00 in Amsterdam.
  beforeEach(async () => {
    h = await openHarness(open)
    given = await givenOrganisation(h.deps)
    colleague = await givenMember(h.deps, given.scope.organisationId, 'member')
  })
  afterEach(() => h.close())

  const idOf = ({ who }: Given['scope']) => ('id' in who ? who.id : '')
  const turn = () => startWorker(h.deps, composers, [queueNotifications], { pollMs: null }).runOnce()
  async function mention(message = 'Mijn band is lek') {
    const { id } = await givenFeedback(h.deps, given, { message })
    await replyFeedback(h.deps, given.scope, { id, text: 'Kijk jij even?', internal: true, mentions: [idOf(colleague)] })
    return id
  }

  test('whom a note names is told, and nobody of what they did themselves', async () => {
    const id = await mention()
    expect((await readNotifications(h.deps, colleague, { limit: 50 })).items).toMatchObject([
      { kind: 'mention', feedbackId: id, by: 'Robin owner', readAt: null, item: { words: 'Mijn band is lek' } },
    ])
    await replyFeedback(h.deps, given.scope, { id, text: 'Ik ook', internal: true, mentions: [idOf(given.scope)] })
    expect(await countMine(h.deps, given.scope)).toEqual({ unread: 0 })
    const stranger = (await givenOrganisation(h.deps, 'Andere zaak')).ownerId
    await expect(replyFeedback(h.deps, given.scope, { id, text: 'Jij', internal: true, mentions: [stranger] })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('reading one or all of them is remembered, for oneself only', async () => {
    await mention()
    await mention()
    const [first] = (await readNotifications(h.deps, colleague, { limit: 50 })).items
    expect(await markRead(h.deps, given.scope, { ids: [first?.id ?? ''] })).toEqual({ unread: 0 })
    expect(await markRead(h.deps, colleague, { ids: [first?.id ?? ''] })).toEqual({ unread: 1 })
    expect((await readNotifications(h.deps, colleague, { limit: 50, unread: 'yes' })).items).toHaveLength(1)
    expect(await markRead(h.deps, colleague, {})).toEqual({ unread: 0 })
  })

  test('one letter a day holds all that is unread, on working days at the chosen hour, and can be stopped with one click', async () => {
    await mention('Eerste')
    await mention('Tweede')
    await turn()
    expect(h.mails).toEqual([])
    h.pass({ hours: 21 })
    await turn()
    expect(h.mails).toEqual([])
    h.pass({ hours: 1 })
    await turn()
    await turn()
    expect(h.mails).toHaveLength(1)
    expect(h.mails[0]).toMatchObject({ to: `${idOf(colleague)}@bakker.example`, text: expect.stringMatching(/Tweede[\s\S]*Eerste/) })
    const { headers } = h.mails[0] as { headers: Record<string, string> }
    expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    const path = new URL(headers['List-Unsubscribe']?.slice(1, -1) ?? '').pathname
    const post = (body: string) => h.request('POST', path, { body, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } })
    expect((await h.request('GET', path)).status).toBe(200)
    await post('List-Unsubscribe=One-Click')
    await mention('Derde')
    h.pass({ days: 2 })
    await turn()
    expect(h.mails).toHaveLength(1)
    // The page offers to have it sent again.
    expect((await h.request('GET', path)).body).toContain('value="again"')
    await post('mail=again')
    await mention('Vierde')
    h.pass({ days: 1 })
    await turn()
    expect(h.mails).toHaveLength(2)
  })

  test('who wants each by itself hears at once, and who read it in the app hears nothing more', async () => {
    await changeChoice(h.deps, colleague, { mail: 'single', hour: 8 })
    await mention()
    await turn()
    expect(h.mails).toMatchObject([{ subject: 'Robin owner noemt je in een notitie: ‘Mijn band is lek’' }])
    await mention('Gelezen')
    await markRead(h.deps, colleague, {})
    h.pass({ minutes: 1 })
    await turn()
    expect(h.mails).toHaveLength(1)
  })
})
