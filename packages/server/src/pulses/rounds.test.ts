import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { engines } from '../../test/engines.ts'
import { openPolling, type Polling } from '../../test/polling.ts'
import type { Scope } from '../db/scope.ts'
import { turnPulses } from './turn-pulses.ts'

const enps = { kind: 'enps', startsOn: '2026-03-03', everyWeeks: 4, closesAfterDays: 7 }

describe.each(engines)('$engine', ({ open }) => {
  let company: Polling
  let all: Scope[]

  beforeEach(async () => {
    company = await openPolling(open)
    // With the owner, eight in the workshop.
    all = [company.given.scope, ...(await company.people(7, company.given.teamId))]
  })
  afterEach(() => company.harness.close())

  const create = (input: object = {}) => company.ask('POST', '/api/v1/pulses', { ...enps, ...input })
  /** A pulse with a round that is open and mailed. */
  const opened = async (input: object = {}) => {
    const { body: pulse } = await create(input)
    const { body: round } = await company.ask('POST', `/api/v1/pulses/${pulse.id}/rounds`)
    await company.work()
    return { pulse, round }
  }
  const close = (pulseId: string, roundId: string) => company.ask('PUT', `/api/v1/pulses/${pulseId}/rounds/${roundId}/end`)
  const rounds = async (pulseId: string, scope: Scope = company.given.scope) =>
    (await company.askAs(scope)('GET', `/api/v1/pulses/${pulseId}/rounds`)).body.items
  const answers = async (...values: number[]) => {
    for (const [i, value] of values.entries()) expect((await company.answer(all[i] as Scope, value)).status).toBe(200)
  }
  const tallies = () => company.mine.selectFrom('pulseTallies').select(['value', 'answers']).where('answers', '>', 0).orderBy('value').execute()

  test('a round opens at nine on the clock of the organisation, asks each colleague once in their language, and closes when its last day is over', async () => {
    const { deps, harness, mine } = company
    await mine
      .updateTable('members')
      .set({ locale: 'en' })
      .where('id', '=', company.idOf(all[1] as Scope))
      .execute()
    const { status, body } = await create()
    expect({ status, body }).toMatchObject({ status: 201, body: { nextAt: '2026-03-03T08:00:00.000Z', openRound: null, team: null } })
    harness.pass({ hours: 22 })
    await company.work()
    expect(harness.mails).toEqual([])
    harness.pass({ hours: 1 })
    await Promise.all([1, 2, 3].map(() => turnPulses(deps)))
    await company.work()
    await company.work()
    expect(harness.mails).toHaveLength(8)
    expect(company.mailTo(all[1] as Scope)).toMatchObject([{ subject: 'How likely are you to recommend us as a place to work?' }])
    const [mail] = company.mailTo(all[2] as Scope)
    expect(mail).toMatchObject({
      subject: 'Hoe waarschijnlijk is het dat je ons als werkgever aanraadt?',
      text: expect.stringContaining('tot en met dinsdag 10 maart'),
      headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    })
    expect(mail?.html.match(/href="[^"]+#a\d+"/g)).toHaveLength(11)
    const [pulse] = (await company.ask('GET', '/api/v1/pulses')).body.items
    // The clocks go forward on 29 March: nine o'clock stays nine o'clock.
    expect(pulse).toMatchObject({ nextAt: '2026-03-31T07:00:00.000Z', openRound: { invited: 8, closesAt: '2026-03-10T23:00:00.000Z' } })
    await answers(10, 9, 9, 8, 3)
    harness.pass({ days: 7, hours: 14 })
    await company.work()
    expect((await rounds(pulse.id))[0]).toMatchObject({ closedAt: null })
    harness.pass({ hours: 1 })
    await Promise.all([1, 2, 3].map(() => turnPulses(deps)))
    expect((await rounds(pulse.id))[0]).toMatchObject({
      closedAt: '2026-03-10T23:00:00.000Z',
      groups: [
        {
          teamId: null,
          name: 'Bakker Fietsen',
          hidden: null,
          result: { answers: 5, invited: 8, score: 40, counts: [0, 0, 0, 1, 0, 0, 0, 0, 1, 2, 1] },
        },
        { name: 'Werkplaats', hidden: null, result: { answers: 5, score: 40 } },
      ],
    })
    const types = (await mine.selectFrom('events').select('type').orderBy('id').execute()).map(({ type }) => type)
    expect(types).toEqual(['pulse.created', 'pulse.opened', 'pulse.closed'])
  })

  test('opening a link counts nothing, sending an answer counts it once, and what the address says is no answer', async () => {
    const { pulse } = await opened()
    const link = company.linkOf(all[0] as Scope)
    for (let i = 0; i < 3; i++) expect(await company.harness.request('GET', `${link}&answer=10`)).toMatchObject({ status: 200 })
    expect(await tallies()).toEqual([])
    const page = String((await company.harness.request('GET', link)).body)
    expect(page).toContain('Hoe waarschijnlijk is het dat je ons als werkgever aanraadt?')
    expect(page).not.toContain('Robin')
    expect((await company.post(link, 'answer=9')).body).toContain('Je antwoord is geteld')
    for (const wrong of ['answer=3', 'answer=9']) expect((await company.post(link, wrong)).body).toContain('Deze uitnodiging is al gebruikt')
    expect((await company.harness.request('GET', link)).body).toContain('Deze uitnodiging is al gebruikt')
    expect(await tallies()).toEqual([{ value: 9, answers: 1 }])
    expect(pulse.id).toBeTruthy()
  })

  test('what is no answer leaves the invitation as it was', async () => {
    await opened()
    const link = company.linkOf(all[0] as Scope)
    for (const wrong of ['answer=11', 'answer=', 'answer=-1', 'answer=9.5', 'answer=1e1', 'answer=9&answer=', '', 'answer=99999999999999999999'])
      expect([400, 200]).toContain((await company.post(link, wrong)).status)
    expect((await company.post(link, 'answer=7')).body).toContain('Je antwoord is geteld')
    expect((await tallies()).reduce((sum, { answers }) => sum + answers, 0)).toBe(1)
  })

  test('of an answer that is sent ten times at once, one counts', async () => {
    await opened()
    const link = company.linkOf(all[0] as Scope)
    await Promise.all(Array.from({ length: 10 }, (_, i) => company.post(link, `answer=${i}`)))
    expect((await tallies()).reduce((sum, { answers }) => sum + answers, 0)).toBe(1)
  })

  test('while a round is open nothing of it shows, and below five answers nothing ever does', async () => {
    const { pulse, round } = await opened()
    await answers(10, 9, 9, 8)
    expect((await rounds(pulse.id))[0].groups.every(({ result }: { result: unknown }) => result === null)).toBe(true)
    const { body } = await close(pulse.id, round.id)
    expect(body.groups).toMatchObject([
      { hidden: 'few', result: null },
      { hidden: 'few', result: null },
    ])
    expect(await company.mine.selectFrom('pulseTallies').selectAll().execute()).toEqual([])
    expect(await close(pulse.id, round.id)).toMatchObject({ status: 409 })
    expect((await company.answer(all[5] as Scope, 3)).body).toContain('de vraag is gesloten')
  })

  test('a team that is too small counts with the level above, and so does one that could be found by subtracting', async () => {
    const shops = await company.team('Winkels', null, 'department')
    const [zwolle, assen, emmen] = [await company.team('Zwolle', shops), await company.team('Assen', shops), await company.team('Emmen', shops)]
    const inZwolle = await company.people(6, zwolle)
    const inAssen = await company.people(7, assen)
    await company.people(2, emmen)
    const { pulse, round } = await opened({ teamId: shops, kind: 'scale' })
    expect(round).toMatchObject({ invited: 15 })
    // Two in Emmen: they count with the shops, and one of the others with them, so that they are never fewer than five.
    expect(Object.fromEntries(round.groups.map(({ name, hidden }: { name: string; hidden: string }) => [name, hidden]))).toEqual({
      Winkels: null,
      Assen: null,
      Zwolle: 'subtract',
      Emmen: 'few',
    })
    for (const [i, one] of inAssen.slice(0, 6).entries()) await company.answer(one, i < 5 ? 4 : 5)
    for (const one of inZwolle.slice(0, 3)) await company.answer(one, 2)
    const { body } = await close(pulse.id, round.id)
    // Three answers beside those of Assen: Assen is hidden too, or they could be found.
    expect(Object.fromEntries(body.groups.map(({ name, hidden, result }: never) => [name, hidden ?? (result as { score: number }).score]))).toEqual({
      Winkels: 3.4,
      Assen: 'subtract',
      Zwolle: 'subtract',
      Emmen: 'few',
    })
    expect(await company.mine.selectFrom('pulseTallies').select('groupId').distinct().execute()).toEqual([{ groupId: shops }])
  })

  test('who is in several teams counts in one', async () => {
    const shop = await company.team('Winkel')
    for (const one of all) await company.join(one, shop)
    await company.people(5, shop)
    const { round } = await opened()
    expect(round.invited).toBe(13)
    const counted = await company.mine.selectFrom('pulseGroups').select(['name', 'invited']).orderBy('name').execute()
    expect(counted).toEqual([
      { name: 'Bakker Fietsen', invited: 0 },
      { name: 'Werkplaats', invited: 8 },
      { name: 'Winkel', invited: 5 },
    ])
  })

  test('a member sees everyone’s result and that of their own team, a lead those below it, an admin all', async () => {
    const shops = await company.team('Winkels', null, 'department')
    const [zwolle, assen] = [await company.team('Zwolle', shops), await company.team('Assen', shops)]
    const inZwolle = await company.people(5, zwolle)
    const inAssen = await company.people(5, assen)
    const [lead] = (await company.people(1, null)) as [Scope]
    await company.join(lead, shops, 'lead')
    const { pulse, round } = await opened()
    for (const one of [...all.slice(0, 5), ...inZwolle, ...inAssen]) await company.answer(one, 10)
    await close(pulse.id, round.id)
    const seenBy = async (scope: Scope) => (await rounds(pulse.id, scope))[0].groups.map(({ name }: { name: string }) => name)
    expect(await seenBy(company.given.scope)).toEqual(['Assen', 'Bakker Fietsen', 'Werkplaats', 'Winkels', 'Zwolle'])
    expect(await seenBy(inZwolle[0] as Scope)).toEqual(['Bakker Fietsen', 'Winkels', 'Zwolle'])
    expect(await seenBy(lead)).toEqual(['Assen', 'Bakker Fietsen', 'Winkels', 'Zwolle'])
    const [outside] = await company.people(1)
    expect(await seenBy(outside as Scope)).toEqual(['Bakker Fietsen'])
    const key: Scope = { ...company.given.scope, who: { kind: 'api-key', id: 'k', name: 'Rapport', role: 'viewer' } }
    expect(await seenBy(key)).toEqual(['Bakker Fietsen'])
  })

  test('who stops these mails, has left, or is nobody’s colleague is not asked', async () => {
    const { harness, deps, mine } = company
    const [stopping, leaving] = [all[6] as Scope, all[7] as Scope]
    const stop = `/p/stop/${deps.tokens.sign('stop-pulses', company.idOf(stopping))}`
    expect((await harness.request('GET', stop)).body).toContain('Niets meer gevraagd worden?')
    expect((await company.post(stop, 'List-Unsubscribe=One-Click')).body).toContain('Je wordt niets meer gevraagd')
    await mine.updateTable('members').set({ deactivatedAt: deps.clock().toISOString() }).where('id', '=', company.idOf(leaving)).execute()
    const { round } = await opened()
    expect(round.invited).toBe(6)
    expect(company.mailTo(stopping)).toEqual([])
    expect((await company.post(stop, 'mail=again')).body).toContain('Je doet weer mee')
    expect((await harness.request('GET', stop)).body).toContain('Niets meer gevraagd worden?')
  })

  test('the result becomes a value of the measure that the pulse feeds', async () => {
    const { body: measure } = { body: { id: 'm1' } }
    await company.mine
      .insertInto('measures', {
        ...{ id: measure.id, goalId: null, name: 'Bevlogenheid', unit: 'eNPS', direction: 'up', baseline: null, target: null, source: 'pushed' },
        createdAt: company.deps.clock().toISOString(),
      })
      .execute()
    const { pulse, round } = await opened({ measureId: measure.id })
    await answers(10, 10, 9, 6, 8)
    await close(pulse.id, round.id)
    const points = () => company.mine.selectFrom('measurePoints').select(['at', 'value']).execute()
    expect(await points()).toEqual([{ at: '2026-03-02T09:00:00.000Z', value: 40 }])
    const { body: second } = await company.ask('POST', `/api/v1/pulses/${pulse.id}/rounds`)
    await close(pulse.id, second.id)
    expect(await points()).toHaveLength(1)
  })

  test('a question of one’s own is asked in both languages, with choices of its own', async () => {
    const input = {
      kind: 'choice',
      question: { nl: 'Wat geeft je energie?', en: 'What gives you energy?' },
      choices: [{ nl: 'Klanten', en: 'Customers' }, { nl: 'Collega’s' }, { en: 'The craft' }],
    }
    const { pulse, round } = await opened(input)
    expect(company.mailTo(all[0] as Scope)).toMatchObject([{ subject: 'Wat geeft je energie?' }])
    const link = company.linkOf(all[0] as Scope)
    const page = String((await company.harness.request('GET', link.replace('lang=nl', 'lang=en'))).body)
    for (const words of ['What gives you energy?', 'Customers', 'Collega’s', 'The craft']) expect(page).toContain(words)
    await answers(0, 0, 1, 2, 2)
    expect((await close(pulse.id, round.id)).body.groups[0].result).toEqual({ answers: 5, invited: 8, counts: [2, 1, 2], score: null })
  })
})
