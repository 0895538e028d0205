import type { ImportPreview } from '@klankbord/shared/measures'
import type { Scope } from '../../db/scope.ts'
import type { Deps } from '../../deps.ts'
import { pointsBetween } from '../points-store.ts'
import { requireEntry } from '../who-may.ts'
import { type Asked, readImport } from './read-import.ts'
import { cut } from './read-points.ts'

/** Says what importing a file would do, and which of its cells can't be read. */
export async function previewImport({ db, clock }: Deps, scope: Scope, bytes: Uint8Array, asked: Asked): Promise<ImportPreview> {
  const { encoding, table, layout, measures, judge, points, ...read } = await readImport(db, scope, bytes, clock(), asked)
  for (const measure of measures) requireEntry(judge, measure)
  let [count, replaces] = [0, 0]
  for (const [id, values] of points) {
    count += values.length
    const [first, last] = [values[0], values.at(-1)]
    if (!first || !last) continue
    const known = new Set((await pointsBetween(db, scope, id, first.at, `${last.at}~`)).map(({ at }) => at))
    replaces += values.filter(({ at }) => known.has(at)).length
  }
  const { names, date, sample, decimal, order } = layout
  const columns = names.map((name, i) => ({
    name: cut(name),
    measureId: layout.measures.get(i) ?? null,
    examples: layout.rows
      .slice(0, 20)
      .flatMap(({ cells }) => cells[i] || [])
      .slice(0, 3)
      .map(cut),
  }))
  return { encoding, delimiter: table.delimiter, lines: layout.rows.length, date, sample, decimal, order, columns, ...read, points: count, replaces }
}
