import type { ImportPreview, Measure } from '@klankbord/shared/measures'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askingAs } from '../../../test/asking-as.ts'
import { type Given, givenMember, givenOrganisation } from '../../../test/builders.ts'
import { engines } from '../../../test/engines.ts'
import { type Harness, openHarness } from '../../../test/harness.ts'
import type { Scope } from '../../db/scope.ts'
import { mountLoop } from '../../loop/http.ts'
import { mountMeasures } from '../http.ts'

const utf16 = (text: string, mark = true) => Buffer.concat([mark ? Buffer.from([0xff, 0xfe]) : Buffer.of(), Buffer.from(text, 'utf16le')])

describe.each(engines)('$engine', ({ open }) => {
  let harness: Harness
  let given: Given
  let ask: ReturnType<typeof asking>

  const asking = (scope: Scope) =>
    askingAs(
      harness.deps,
      (app, deps) => {
        mountMeasures(app, deps)
        mountLoop(app, deps)
      },
      scope,
    )

  beforeAll(async () => {
    harness = await openHarness(open)
    given = await givenOrganisation(harness.deps)
    ask = asking(given.scope)
  })
  afterAll(() => harness.close())

  const create = async (name: string, more: object = {}): Promise<Measure> =>
    (await ask('POST', '/api/v1/measures', { goalId: given.goalId, name, unit: '%', direction: 'up', source: 'imported', ...more })).body
  const send = (path: string, file: string | Uint8Array, query: object = {}) =>
    ask('POST', `/api/v1/measures/imports${path}?${new URLSearchParams(query as Record<string, string>)}`, file, 'application/octet-stream')
  const preview = async (file: string | Uint8Array, query: object = {}): Promise<ImportPreview> => (await send('/preview', file, query)).body
  const pointsOf = async ({ id }: { id: string }): Promise<[string, number][]> =>
    (await ask('GET', `/api/v1/measures/${id}`)).body.points.map(({ at, value }: { at: string; value: number }) => [at.slice(0, 10), value])

  test('a sheet with a column for each measure is recognised, looked at, stored, and taken back', async () => {
    const sick = await create('Ziekteverzuim')
    const open = await create('Vacatures open')
    await ask('POST', `/api/v1/measures/${sick.id}/points`, [{ at: '2026-01-01', value: 9 }])
    const file = 'Maand;ziekteverzuim;Vacatures  open;Opmerking\njan-26;5,8;1.204;griep\nfeb-26;5,1;;\n'
    const seen = await preview(file)
    expect(seen).toMatchObject({ delimiter: ';', encoding: 'utf-8', lines: 2, date: 0, decimal: 'comma', points: 3, replaces: 1, problemCount: 0 })
    expect(seen.columns.map(({ name, measureId }) => [name, measureId])).toEqual([
      ['Maand', null],
      ['ziekteverzuim', sick.id],
      ['Vacatures  open', open.id],
      ['Opmerking', null],
    ])
    expect(seen.rows[0]).toEqual({ line: 2, at: '2026-01-01T00:00:00.000Z', text: 'jan-26', values: [5.8, 1204] })
    expect(await pointsOf(open)).toEqual([])

    const { status, body } = await send('', file, { measures: `1:${sick.id},2:${open.id}` })
    expect({ status, body }).toMatchObject({ status: 201, body: { stored: 3, replaced: 1 } })
    expect(await pointsOf(sick)).toEqual([
      ['2026-01-01', 5.8],
      ['2026-02-01', 5.1],
    ])
    expect(await pointsOf(open)).toEqual([['2026-01-01', 1204]])

    await ask('POST', `/api/v1/measures/${sick.id}/points`, [{ at: '2026-02-01', value: 5.3 }])
    expect(await ask('DELETE', `/api/v1/measures/imports/${body.id}`)).toEqual({ status: 200, body: { removed: 1, restored: 1, kept: 1 } })
    expect(await pointsOf(sick)).toEqual([
      ['2026-01-01', 9],
      ['2026-02-01', 5.3],
    ])
    expect(await pointsOf(open)).toEqual([])
    expect(await ask('DELETE', `/api/v1/measures/imports/${body.id}`)).toMatchObject({ status: 409 })
  })

  test('of a file with one wrong cell nothing is stored, and each wrong line is named', async () => {
    const measure = await create('Halve import')
    const file = 'datum\twaarde\n1-2-2026\t61,5\n30-2-2026\t62\n2-2-2026\tveel\n\n3-3-2026\t63\n'
    const seen = await preview(file, { measureId: measure.id })
    expect(seen.problems).toEqual([
      { line: 3, column: 'datum', problem: 'date', text: '30-2-2026' },
      { line: 4, column: 'waarde', problem: 'number', text: 'veel' },
      { line: 6, column: 'datum', problem: 'future', text: '3-3-2026' },
    ])
    const refused = await send('', file, { measures: `1:${measure.id}` })
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: 'line 3' }, { path: 'line 4' }, { path: 'line 6' }] } })
    expect(await pointsOf(measure)).toEqual([])
  })

  test('what a spreadsheet in another alphabet or an old one writes is read the same', async () => {
    const measure = await create('Réparaties')
    const file = 'datum;Réparaties;n\n1-2-2026;12,5;40\n2-2-2026;13;41'
    const files: [string, Uint8Array][] = [
      ['utf-8', Buffer.from(`\uFEFF${file}`)],
      ['utf-16le', utf16(file)],
      ['utf-16le', utf16(file, false)],
      ['utf-16be', utf16(file).swap16()],
      ['windows-1252', Buffer.from(file, 'latin1')],
    ]
    for (const [encoding, bytes] of files)
      expect(await preview(bytes), encoding).toMatchObject({
        encoding,
        points: 2,
        sample: 2,
        columns: [{ name: 'datum' }, { name: 'Réparaties', measureId: measure.id }, {}],
      })
    await send('', files[2]?.[1] ?? '', { measures: `1:${measure.id}`, sample: 2 })
    expect((await ask('GET', `/api/v1/measures/${measure.id}`)).body.points).toMatchObject([
      { value: 12.5, n: 40 },
      { value: 13, n: 41 },
    ])
  })

  test('commas between cells, quotes, American dates and no names at all', async () => {
    const measure = await create('Los')
    const read = async (file: string, query: object = {}) => {
      const { points, problemCount, rows, order } = await preview(file, { measureId: measure.id, ...query })
      return { points, problemCount, order, first: [rows[0]?.at?.slice(0, 10), rows[0]?.values[0]] }
    }
    expect(await read('2026-02-01,61.5\n2026-02-02,62')).toMatchObject({ points: 2, problemCount: 0, first: ['2026-02-01', 61.5] })
    expect(await read('date,value\n"1/31/2026","1,234.5"\n2/1/2026,62')).toMatchObject({ points: 2, order: 'mdy', first: ['2026-01-31', 1234.5] })
    expect(await read('date,value\n2026-02-01,61,5')).toMatchObject({ points: 0, problemCount: 1 })
    expect(await read('2026-W08;1.234', { decimal: 'point' })).toMatchObject({ points: 1, first: ['2026-02-16', 1.234] })
    expect(await read('een;twee\ndrie;vier')).toMatchObject({ points: 0 })
    expect(await send('', 'een;twee\ndrie;vier', { measures: `1:${measure.id}` })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'date' }] },
    })
  })

  test('formulas are words: nothing runs them, and they are no numbers', async () => {
    const measure = await create('Formules')
    const file = `datum;waarde\n1-2-2026;=cmd|'/c calc'!A1\n2-2-2026;@SUM(1)\n=HYPERLINK("http://evil.example");3\n`
    const { problems } = await preview(file, { measureId: measure.id })
    expect(problems.map(({ line, problem }) => [line, problem])).toEqual([
      [2, 'number'],
      [3, 'number'],
      [4, 'date'],
    ])
  })

  test.each([
    ['nothing', Buffer.of()],
    ['only white space', Buffer.from(' \n \n')],
    ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, ...Array(500).fill(7)])],
    ['a picture', Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')],
    ['bytes without sense', Buffer.from(Array.from({ length: 2000 }, (_, i) => (i * 7919) % 251))],
  ])('a file that is %s is refused with what to do', async (_, file) => {
    for (const path of ['', '/preview'])
      expect(await send(path, file, { measures: `1:${(await create('Leeg')).id}` })).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'file' }] },
      })
  })

  test('a quotation mark that never closes and a line without end are told, not stored', async () => {
    const measure = await create('Kapot')
    expect((await preview('datum;waarde\n1-2-2026;1\n2-2-2026;"2\n3-2-2026;3', { measureId: measure.id })).problems).toMatchObject([
      { problem: 'quote' },
    ])
    const endless = `datum;waarde\n1-2-2026;1\n2-2-2026;${'9'.repeat(300_000)}\n`
    expect((await preview(endless, { measureId: measure.id })).problems).toMatchObject([{ problem: 'too-long' }])
    expect(await send('', endless, { measures: `1:${measure.id}` })).toMatchObject({ status: 400 })
    expect(await pointsOf(measure)).toEqual([])
  })

  test('three hundred columns are read, and those of known measures found', async () => {
    const measure = await create('Kolom 250')
    const names = Array.from({ length: 300 }, (_, i) => `Kolom ${i}`)
    const file = [['datum', ...names], ...Array.from({ length: 20 }, (_, day) => [`${day + 1}-1-2026`, ...names.map((_, i) => `${i},5`)])]
      .map((cells) => cells.join(';'))
      .join('\n')
    const seen = await preview(file)
    expect(seen.columns).toHaveLength(301)
    expect(seen).toMatchObject({ points: 20, problemCount: 0 })
    expect(seen.columns[251]?.measureId).toBe(measure.id)
  })

  test('a file with more lines than are taken at a time is refused', async () => {
    expect(await send('/preview', '1\n'.repeat(250_010))).toMatchObject({ status: 413 })
  })

  test('only who may enter values imports them, and takes them back', async () => {
    const measure = await create('Van het team')
    const file = 'datum;waarde\n1-2-2026;5'
    const colleague = asking(await givenMember(harness.deps, given.scope.organisationId, 'admin'))
    const path = `/api/v1/measures/imports?measures=1:${measure.id}`
    expect(await colleague('POST', path, file, 'text/csv')).toMatchObject({ status: 403 })
    const { body } = await ask('POST', path, file, 'text/csv')
    expect(await colleague('DELETE', `/api/v1/measures/imports/${body.id}`)).toMatchObject({ status: 403 })
    const computed = await create('Klachten', { source: 'computed', computed: { metric: 'complaints' } })
    expect(await send('', file, { measures: `1:${computed.id}` })).toMatchObject({ status: 409 })
  })

  test('an import can be taken back for thirty days', async () => {
    const measure = await create('Lang geleden')
    const { body } = await send('', 'datum;waarde\n1-2-2026;5', { measures: `1:${measure.id}` })
    harness.pass({ days: 31 })
    await send('', 'datum;waarde\n2-2-2026;6', { measures: `1:${measure.id}` })
    expect(await ask('DELETE', `/api/v1/measures/imports/${body.id}`)).toMatchObject({ status: 409 })
    expect(await pointsOf(measure)).toHaveLength(2)
  })
})
