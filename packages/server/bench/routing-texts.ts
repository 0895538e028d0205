import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Labelled } from '../src/routing/learned/evaluate.ts'
import { seeded, shuffled } from '../src/routing/learned/seeded.ts'

/* Public labelled texts, which aren't part of this repository: BANKING77 and MASSIVE 1.0, in the form in which their makers publish them. */

export const FILES = [
  'banking77/train.csv',
  'banking77/test.csv',
  'banking77/train_10/seq.in',
  'banking77/train_10/label',
  'massive/nl-NL.tsv',
  'massive/en-US.tsv',
]

/** The files that a folder lacks. */
export const missingIn = (folder: string) => FILES.filter((file) => !existsSync(join(folder, file)))

export async function readBanking(folder: string) {
  const read = async (file: string) => {
    const rows = parse(await readFile(join(folder, 'banking77', file), 'utf8'), { columns: true }) as { text: string; category: string }[]
    return rows.map(({ text, category }): Labelled => ({ text, label: category }))
  }
  const lines = async (file: string) => (await readFile(join(folder, 'banking77/train_10', file), 'utf8')).trim().split('\n')
  const labels = await lines('label')
  const ten = (await lines('seq.in')).map((text, i): Labelled => ({ text, label: labels[i] as string }))
  return { train: await read('train.csv'), test: await read('test.csv'), ten }
}

export async function readMassive(folder: string, language: 'nl-NL' | 'en-US') {
  const text = await readFile(join(folder, `massive/${language}.tsv`), 'utf8')
  const rows = text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
  const partition = (name: string) =>
    rows.filter((row) => row[1] === name).map((row): Labelled => ({ text: row[4] as string, label: row[3] as string }))
  return { train: partition('train'), test: partition('test') }
}

/** So many texts of each label, and the others. */
export function draw(rows: readonly Labelled[], perLabel: number, seed = 1) {
  const taken = new Map<string, number>()
  const few: Labelled[] = []
  const rest: Labelled[] = []
  for (const i of shuffled(rows.length, seeded(seed))) {
    const row = rows[i] as Labelled
    const count = taken.get(row.label) ?? 0
    taken.set(row.label, count + 1)
    if (count < perLabel) few.push(row)
    else rest.push(row)
  }
  return { few, rest }
}

/** Many items made of few texts: each is two texts of one label, and labels are split until there are enough goals. */
export function multiply(rows: readonly Labelled[], itemCount: number, goalCount: number): Labelled[] {
  const random = seeded(6)
  const byLabel = new Map<string, Labelled[]>()
  for (const row of rows) byLabel.set(row.label, [...(byLabel.get(row.label) ?? []), row])
  const labels = [...byLabel.keys()]
  return Array.from({ length: itemCount }, (_, i) => {
    const goal = i % goalCount
    const of = byLabel.get(labels[goal % labels.length] as string) as Labelled[]
    const one = () => (of[Math.floor(random() * of.length)] as Labelled).text
    // What tells the goals of one label apart is a word of their own, in two of three items.
    const own = random() < 0.67 ? ` number${Math.floor(goal / labels.length)}` : ''
    return { text: `${one()} ${one()}${own}`, label: `goal ${goal}` }
  })
}
