import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { engines } from '../../test/engines.ts'
import { openPolling, type Polling } from '../../test/polling.ts'
import type { Scope } from '../db/scope.ts'

const enps = { kind: 'enps', startsOn: '2026-03-03', everyWeeks: 4, closesAfterDays: 7 }

describe.each(engines)('$engine', ({ open }) => {
  let company: Polling
  let all: Scope[]

  beforeEach(async () => {
    company = await openPolling(open)
    all = [company.given.scope, ...(await company.people(7, company.given.teamId))]
  })
  afterEach(() => company.harness.close())

  const create = (input: object = {}) => company.ask('POST', '/api/v1/pulses', { ...enps, ...input })

  test.each([
    [{ kind: 'choice' }, 'question'],
    [{ kind: 'choice', question: { nl: 'Wat?' }, choices: [{ nl: 'Eén' }] }, 'choices'],
    [{ kind: 'choice', question: { nl: '', en: '' }, choices: [{ nl: 'Eén' }, { nl: 'Twee' }] }, 'question'],
    [{ choices: [{ nl: 'Eén' }, { nl: 'Twee' }] }, 'choices'],
    [{ everyWeeks: 1, closesAfterDays: 7 }, 'closesAfterDays'],
    [{ startsOn: '2026-03-01' }, 'startsOn'],
    [{ everyWeeks: 0 }, 'everyWeeks'],
    [{ startsOn: '2026-02-30' }, 'startsOn'],
  ])('%o is refused at %s', async (input, path) => {
    const { status, body } = await create(input)
    expect({ status, path: body.errors?.[0]?.path }).toEqual({ status: 400, path })
  })

  test('a pulse rests and goes on, and no round opens of fewer than five', async () => {
    const { body: pulse } = await create()
    const change = (input: object) => company.ask('PATCH', `/api/v1/pulses/${pulse.id}`, input)
    expect(await change({ startsOn: null })).toMatchObject({ status: 200, body: { nextAt: null } })
    company.harness.pass({ days: 30 })
    await company.work()
    expect(company.harness.mails).toEqual([])
    expect(await change({ startsOn: '2026-04-02', everyWeeks: 2 })).toMatchObject({ body: { nextAt: '2026-04-02T07:00:00.000Z', everyWeeks: 2 } })
    for (const one of all.slice(4))
      await company.mine.updateTable('members').set({ deactivatedAt: 'x' }).where('id', '=', company.idOf(one)).execute()
    expect(await company.ask('POST', `/api/v1/pulses/${pulse.id}/rounds`)).toMatchObject({ status: 409 })
    company.harness.pass({ days: 2 })
    await company.work()
    expect(company.harness.mails).toEqual([])
    expect((await company.ask('GET', '/api/v1/pulses')).body.items[0]).toMatchObject({ nextAt: '2026-04-16T07:00:00.000Z', openRound: null })
  })

  test('after a long stop one round opens, not one for each that was missed', async () => {
    await create({ everyWeeks: 1, closesAfterDays: 3 })
    company.harness.pass({ days: 60 })
    await company.work()
    expect(company.harness.mails).toHaveLength(8)
    expect((await company.ask('GET', '/api/v1/pulses')).body.items[0].nextAt).toBe('2026-05-05T07:00:00.000Z')
  })
})
