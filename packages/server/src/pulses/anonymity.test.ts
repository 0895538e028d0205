import { sql } from 'kysely'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { engines } from '../../test/engines.ts'
import { openPolling, type Polling } from '../../test/polling.ts'
import { hashSecret } from '../db/ids.ts'
import { tables } from '../db/integrity.ts'
import type { Scope } from '../db/scope.ts'

type Row = Record<string, unknown>

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Of these tables, where a row lies on the disk is compared too: it tells in which order rows were written. */
const ON_DISK = ['pulseTallies', 'pulseGroups', 'pulseRounds', 'pulses']

/**
 * Each case is the same round twice, with the same answers in the same order given by other people. Whatever could tell who answered, or what, by whatever join, would be a
 * difference between what is kept of the two.
 */
describe.each(engines)('$engine', ({ engine, open }) => {
  const companies: Polling[] = []
  afterEach(async () => {
    for (const company of companies.splice(0)) await company.harness.close()
  })

  async function company() {
    const opened = await openPolling(open, { LOG_LEVEL: 'debug' })
    companies.push(opened)
    const lines: Row[] = []
    for (const level of ['debug', 'info', 'warn', 'error'] as const)
      vi.spyOn(opened.deps.log, level).mockImplementation((line: unknown) => lines.push(line as Row))
    const shop = await opened.team('Winkel')
    const people = [opened.given.scope, ...(await opened.people(6, opened.given.teamId)), ...(await opened.people(3, shop))]
    const { body: pulse } = await opened.ask('POST', '/api/v1/pulses', { kind: 'scale', startsOn: '2026-03-02', everyWeeks: 4, closesAfterDays: 7 })
    const { body: round } = await opened.ask('POST', `/api/v1/pulses/${pulse.id}/rounds`)
    const named = new Map([...people.map((one, i) => [opened.idOf(one), `member ${i}`] as const), [pulse.id, 'pulse'], [round.id, 'round']])
    named.set(opened.given.teamId, 'workshop').set(shop, 'shop').set(opened.given.scope.organisationId, 'organisation')
    /** Ids that mean something by name; those that were drawn for this run alone as a star. */
    const plain = (value: unknown) => JSON.stringify(value).replace(UUID, (id) => named.get(id) ?? '*')
    return { ...opened, people, pulse, round, lines, plain }
  }
  type Company = Awaited<ReturnType<typeof company>>

  const rowsOf = async ({ deps }: Company, table: (typeof tables)[number]): Promise<Row[]> => {
    if (!ON_DISK.includes(table)) return deps.db.everywhere.selectFrom(table).selectAll().execute() as Promise<Row[]>
    const place = engine === 'postgres' ? sql`ctid::text` : sql`rowid`
    return (await sql<Row>`select ${place} as place, * from ${sql.table(table)}`.execute(deps.db.everywhere)).rows
  }
  /** All that is kept. An id that was drawn for this run is named after every row that it stands in, so that what a join could find is there to be compared. */
  const kept = async (company: Company): Promise<string[]> => {
    const rows: { table: string; row: Row }[] = []
    for (const table of tables) for (const row of await rowsOf(company, table)) rows.push({ table, row })
    const places = new Map<string, string[]>()
    for (const { table, row } of rows)
      for (const id of new Set(JSON.stringify(row).match(UUID))) places.set(id, [...(places.get(id) ?? []), `${table} ${company.plain(row)}`])
    const told = rows.map(({ table, row }) => {
      const joined = [...new Set(JSON.stringify(row).match(UUID))].map((id) => hashSecret(String(places.get(id)?.sort())).slice(0, 8))
      return { table, line: `${table} ${company.plain(row)} ${joined.sort()}` }
    })
    return tables.flatMap((table) => {
      const lines = told.filter((one) => one.table === table).map(({ line }) => line)
      return ON_DISK.includes(table) ? lines : lines.sort()
    })
  }
  const logged = ({ lines, plain }: Company) => {
    const told = lines.map(({ ms, ...line }) => plain(line))
    return [...told.filter((line) => line.includes('"route"')), ...told.filter((line) => !line.includes('"route"')).sort()]
  }

  /** The values in this order, each from the person at that place; what is kept before and after the round has closed, and all that was logged. */
  async function play(values: number[], from: number[]) {
    const one = await company()
    await one.work()
    for (const [i, value] of values.entries()) {
      const page = one.linkOf(one.people[from[i] ?? 0] as Scope)
      await one.harness.request('GET', page)
      one.harness.pass({ minutes: 7 })
      await one.post(page, `answer=${value}`)
    }
    const open = await kept(one)
    await one.ask('PUT', `/api/v1/pulses/${one.pulse.id}/rounds/${one.round.id}/end`)
    return { open, closed: await kept(one), logged: logged(one) }
  }

  test.each([
    ['those who answered swapped their answers', [0, 1, 2, 3, 4, 5], [5, 4, 3, 2, 1, 0]],
    ['others answered, and those who did not answer before did', [0, 1, 2, 3, 4, 5], [6, 5, 4, 3, 9, 8]],
    ['those of the team that is too small answered in place of others', [0, 1, 2, 7, 8, 9], [9, 8, 7, 2, 1, 0]],
  ])('nothing that is kept or logged is different when %s', async (_, first, second) => {
    const values = [1, 5, 3, 3, 4, 2]
    const [a, b] = [await play(values, first), await play(values, second)]
    expect(b.open).toEqual(a.open)
    expect(b.closed).toEqual(a.closed)
    expect(b.logged).toEqual(a.logged)
    expect(a.closed.filter((line) => line.startsWith('pulseTallies')).length).toBeGreaterThan(0)
    expect(a.logged.filter((line) => line.includes('/p/:token'))).toHaveLength(12)
  })

  test('only the message that is on its way knows whose an invitation is, and it forgets when it has left, failed, or nobody knows', async () => {
    const one = await company()
    const invitations = async () => (await one.mine.selectFrom('pulseInvitations').select('id').execute()).map(({ id }) => id)
    const ids = await invitations()
    expect(ids).toHaveLength(10)
    expect(ids).toEqual(ids.toSorted())
    const elsewhere = async () => {
      const found: string[] = []
      for (const table of tables)
        for (const row of await rowsOf(one, table)) if (ids.some((id) => JSON.stringify(row).includes(id))) found.push(table)
      return [...new Set(found)].sort()
    }
    expect(await elsewhere()).toEqual(['deliveries', 'pulseInvitations'])
    one.harness.answerMailWith({ state: 'refused', again: true, reason: '451 later' })
    await one.work()
    expect(await elsewhere()).toEqual(['deliveries', 'pulseInvitations'])
    for (const result of [{ state: 'unknown', reason: 'no answer' } as const, { state: 'sent' } as const]) {
      one.harness.answerMailWith(result)
      one.harness.pass({ seconds: 20 })
      await one.work()
      expect(await elsewhere()).toEqual(['pulseInvitations'])
    }
    const sent = one.harness.mails.length
    await one.mine.updateTable('deliveries').set({ state: 'queued', dueAt: '2026-03-02T09:00:00.000Z' }).execute()
    await one.work()
    expect(one.harness.mails).toHaveLength(sent)
  })

  test('an invitation tells no time: its id is random, and no log line names it', async () => {
    const one = await company()
    await one.work()
    const ids = (await one.mine.selectFrom('pulseInvitations').select('id').execute()).map(({ id }) => id)
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/)
    await one.answer(one.people[0] as Scope, 4)
    const said = JSON.stringify(one.lines)
    for (const id of ids) expect(said).not.toContain(id)
    for (const mail of one.harness.mails) expect(said).not.toContain(/\/p\/([\w-]{64})/.exec(mail.text)?.[1])
  })

  test('after a round only what may be shown is kept, and no invitation', async () => {
    const one = await company()
    await one.work()
    for (const person of one.people.slice(0, 7)) await one.answer(person, 4)
    await one.answer(one.people[7] as Scope, 1)
    await one.ask('PUT', `/api/v1/pulses/${one.pulse.id}/rounds/${one.round.id}/end`)
    expect(await one.mine.selectFrom('pulseInvitations').selectAll().execute()).toEqual([])
    const tallies = await one.mine
      .selectFrom('pulseTallies')
      .select(['groupId', 'value', 'answers'])
      .where('answers', '>', 0)
      .orderBy('value')
      .execute()
    // The shop of three is nowhere to be seen, and the workshop is not either, since it could be subtracted.
    expect(tallies).toEqual([
      { groupId: one.given.scope.organisationId, value: 1, answers: 1 },
      { groupId: one.given.scope.organisationId, value: 4, answers: 7 },
    ])
  })
})
