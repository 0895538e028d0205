import { readFile } from 'node:fs/promises'
import { CsvError, parse } from 'csv-parse/sync'
import * as figures from './routing/learned/evaluate.ts'
import { suggest } from './routing/learned/suggest.ts'
import { train } from './routing/learned/train.ts'

/* `npm run klankbord -- routing-eval`: how well the learned routing does on anybody's labelled texts. No database, no configuration. */

const [DONE, FAILED, USAGE] = [0, 1, 2]

export const routingEvalUsage = 'routing-eval <train.csv> <test.csv> [--unknown <label>] [--unlabelled <texts.csv>]'

class Unreadable extends Error {}

type Print = (line: string) => void

/** Trains on one file, looks at the other, prints the figures; gives the exit code. */
export async function evaluateRouting(args: readonly string[], print: Print): Promise<number> {
  const { files, unknown, unlabelled } = readArguments(args)
  const [trainFile, testFile] = files
  if (trainFile === undefined || testFile === undefined || files.length > 2) {
    print(`Usage: npm run klankbord -- ${routingEvalUsage}`)
    return USAGE
  }
  try {
    const taught = await readLabelled(trainFile)
    const asked = await readLabelled(testFile)
    const more = unlabelled === undefined ? [] : (await readColumns(unlabelled, ['text'])).map(({ text }) => text as string)
    return report(taught, asked, { unknown, more }, print)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    print(error.message)
    return FAILED
  }
}

function readArguments(args: readonly string[]) {
  const files: string[] = []
  const options: Record<string, string | undefined> = {}
  for (let i = 0; i < args.length; i++) {
    const [, name, inline] = /^--(unknown|unlabelled)(?:=(.*))?$/s.exec(args[i] as string) ?? []
    if (name === undefined) files.push(args[i] as string)
    else options[name] = inline ?? args[++i]
  }
  return { files, unknown: options.unknown, unlabelled: options.unlabelled }
}

async function readLabelled(file: string): Promise<figures.Labelled[]> {
  const rows = await readColumns(file, ['text', 'label'])
  const labelled = rows.map(({ text, label }) => ({ text: text as string, label: (label as string).trim() }))
  const without = labelled.findIndex(({ label }) => label === '')
  if (without !== -1) throw new Unreadable(`${file}: row ${without + 1} after the header has no label.`)
  return labelled
}

async function readColumns(file: string, columns: readonly string[]): Promise<Record<string, string>[]> {
  const bytes = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Unreadable(error.code === 'ENOENT' ? `There is no file ${file}.` : `${file} can’t be read (${error.message}).`)
  })
  const rows = parseRows(file, bytes)
  const header = rows[0]
  if (!header) throw new Unreadable(`${file} is empty.`)
  const places = columns.map((column) => header.findIndex((name) => name.trim().toLowerCase() === column))
  for (const [i, place] of places.entries()) {
    if (place === -1) throw new Unreadable(`${file} has no column “${columns[i]}”; its first line names: ${header.join(', ')}.`)
  }
  if (rows.length === 1) throw new Unreadable(`${file} has a header and no rows.`)
  return rows.slice(1).map((cells) => Object.fromEntries(columns.map((column, i) => [column, cells[places[i] as number] ?? ''])))
}

function parseRows(file: string, text: string): string[][] {
  try {
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new Unreadable(`${file} is no proper CSV: ${error.message}.`)
  }
}

interface Extra {
  unknown: string | undefined
  more: string[]
}

function report(taught: figures.Labelled[], asked: figures.Labelled[], { unknown, more }: Extra, print: Print): number {
  const known = taught.filter(({ label }) => label !== unknown)
  if (known.length === 0) throw new Unreadable(`All rows of the training file have the label “${unknown}”; there is nothing to learn.`)
  const labels = [...new Set(known.map(({ label }) => label))]
  const began = performance.now()
  const model = train({ ...figures.asTraining(known, labels), unlabelled: more })
  const trained = performance.now()
  // The engine's first suggestions are slower than those of a process that runs.
  for (const { text } of asked.slice(0, 500)) suggest(model, text)
  const times = asked.map(({ text }) => {
    const start = performance.now()
    suggest(model, text)
    return performance.now() - start
  })
  const judged = figures.judge(model, asked)
  const inScope = judged.filter(({ label }) => label !== unknown)
  print(`train        ${known.length} texts, ${labels.length} labels`)
  print(`test         ${inScope.length} texts, ${new Set(inScope.map(({ label }) => label)).size} labels`)
  printFigures(inScope, print)
  times.sort((a, b) => a - b)
  const at = (share: number) => (times[Math.min(times.length - 1, Math.floor(times.length * share))] as number).toFixed(3)
  print(`milliseconds per item  ${(times.reduce((sum, time) => sum + time, 0) / times.length).toFixed(3)} (median ${at(0.5)}, p99 ${at(0.99)})`)
  print(`train seconds          ${((trained - began) / 1000).toFixed(2)}`)
  printCurve(inScope, print)
  if (unknown !== undefined) printUnknown(inScope, judged, unknown, print)
  return DONE
}

const percent = (share: number) => (share * 100).toFixed(2)

function printFigures(judged: figures.Judged[], print: Print) {
  print(`accuracy               ${percent(figures.accuracy(judged))} %`)
  print(`macro-F1               ${percent(figures.macroF1(judged))} %`)
  print(`calibration error      ${percent(figures.calibrationError(judged))} % (expected, 15 bins)`)
  print(`routed at 95 % right   ${percent(figures.shareRightAt(judged, 0.95))} %`)
}

function printCurve(judged: figures.Judged[], print: Print) {
  print('threshold  routed   right')
  for (const { threshold, share, right } of figures.coverageCurve(judged)) {
    const isShown = threshold >= 0.98 || Math.round(threshold * 50) % 5 === 0
    if (isShown) print(`${threshold.toFixed(3).padStart(9)}  ${`${percent(share)} %`.padStart(8)}  ${`${percent(right)} %`.padStart(8)}`)
  }
}

function printUnknown(inScope: figures.Judged[], judged: figures.Judged[], unknown: string, print: Print) {
  const outOfScope = judged.filter(({ label }) => label === unknown)
  if (outOfScope.length === 0) return print(`No row of the test has the label “${unknown}”.`)
  const { recall, threshold, accuracy, kept } = figures.unknownAt(inScope, outOfScope, 0.9)
  print(`out of scope           ${outOfScope.length} texts; at threshold ${threshold.toFixed(3)} ${percent(recall)} % of them are “unknown”`)
  print(
    `  then in scope        ${percent(accuracy)} % right of all, ${percent(kept)} % kept, ${percent(kept === 0 ? 0 : accuracy / kept)} % right of the kept`,
  )
}
