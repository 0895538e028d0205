import * as figures from '../src/routing/learned/evaluate.ts'
import { learn } from '../src/routing/learned/learn.ts'
import type { RoutingModel } from '../src/routing/learned/model.ts'
import { pack } from '../src/routing/learned/pack.ts'
import { suggest } from '../src/routing/learned/suggest.ts'
import { train } from '../src/routing/learned/train.ts'
import { judgeByFloor } from './routing-floor.ts'
import { draw, missingIn, multiply, readBanking, readMassive } from './routing-texts.ts'
import type { Row } from './table.ts'

const floorIs = 'plain TF-IDF, linear'
const folder = process.env.ROUTING_TEXTS

/**
 * How well and how fast the learned routing is, on public texts in the folder that ROUTING_TEXTS names. Without it there are no
 * rows; asked for by name it fails.
 */
export async function benchRouting(_: string, __: number): Promise<Row[]> {
  const missing = folder === undefined ? null : missingIn(folder)
  if (folder === undefined || missing === null || missing.length > 0) {
    const why = folder === undefined ? 'ROUTING_TEXTS names no folder with the public texts' : `${folder} lacks ${missing?.join(', ')}`
    const sentence = `routing is not measured: ${why}. packages/server/src/routing/README.md tells which texts, and where they come from.`
    console.log(sentence)
    if (process.argv.slice(2).includes('routing')) process.exit(1)
    return []
  }
  const banking = await readBanking(folder)
  const massive = await readMassive(folder, 'nl-NL')
  const elsewhere = await readMassive(folder, 'en-US')
  return [...massiveRows(massive), ...bankingRows(banking, elsewhere.test), ...costRows([...banking.train, ...massive.train])]
}

type Banking = Awaited<ReturnType<typeof readBanking>>
type Massive = Awaited<ReturnType<typeof readMassive>>
type Labelled = figures.Labelled

const percent = (share: number) => Math.round(share * 10_000) / 100

/** Learns from some texts, with others of the training set as items that nobody decided about, and answers the test. */
function ask(taught: readonly Labelled[], rest: readonly Labelled[], test: readonly Labelled[]): figures.Judged[] {
  return figures.judge(train({ ...figures.asTraining(taught), unlabelled: rest.map(({ text }) => text) }), test)
}

/** The figure itself has to reach `atLeast`; the table compares ratios. */
function row(name: string, ours: number, floor: number, atLeast: number): Row {
  const line = { name: `${name} (at least ${atLeast})`, unit: '%', ours: percent(ours), floor: percent(floor), floorIs }
  return { ...line, reach: { atLeast: Math.round((atLeast / percent(floor)) * 1000) / 1000 } }
}

/** `elsewhere` are texts about other things, in the same language. */
function bankingRows({ train: all, test, ten }: Banking, elsewhere: readonly Labelled[]): Row[] {
  const asked = ask(all, [], [...test, ...elsewhere])
  const full = asked.slice(0, test.length)
  const fullFloor = judgeByFloor(all, test)
  const { few, rest } = draw(all, 30)
  const thirty = ask(few, rest, test)
  const thirtyFloor = judgeByFloor(few, test)
  const shown = new Set(ten.map(({ text }) => text.toLowerCase()))
  const notShown = all.filter(({ text }) => !shown.has(text.toLowerCase()))
  const names = figures.judge(train(figures.asTraining([], [...new Set(all.map(({ label }) => label))])), test)
  const error = { name: 'BANKING77, 30 per class: expected calibration error', unit: '%', reach: { atMost: 2 } }
  return [
    row('BANKING77, full: accuracy', figures.accuracy(full), figures.accuracy(fullFloor), 92.5),
    row('BANKING77, 30 per class: accuracy', figures.accuracy(thirty), figures.accuracy(thirtyFloor), 87.5),
    row('BANKING77, published 10 per class: accuracy', figures.accuracy(ask(ten, notShown, test)), figures.accuracy(judgeByFloor(ten, test)), 80),
    { name: 'BANKING77, names of the classes only: accuracy', unit: '%', ours: percent(figures.accuracy(names)) },
    row('BANKING77, 30 per class: routed at 95 % right', figures.shareRightAt(thirty, 0.95), figures.shareRightAt(thirtyFloor, 0.95), 78),
    { ...error, ours: percent(figures.calibrationError(thirty)) },
    nearRow(all, test),
    unknownRow('all of BANKING77 learned, MASSIVE en-US asked as well', full, asked.slice(test.length)),
  ]
}

/** A stand-in for texts that belong nowhere: every seventh class is never learned. */
function nearRow(all: readonly Labelled[], test: readonly Labelled[]): Row {
  const labels = [...new Set(all.map(({ label }) => label))].sort()
  const isOut = ({ label }: { label: string }) => labels.indexOf(label) % 7 === 0
  const isIn = (one: { label: string }) => !isOut(one)
  const judged = ask(all.filter(isIn), [], test)
  return unknownRow('11 classes of BANKING77 never learned', judged.filter(isIn), judged.filter(isOut))
}

function unknownRow(which: string, inside: readonly figures.Judged[], outside: readonly figures.Judged[]): Row {
  const { accuracy } = figures.unknownAt(inside, outside, 0.9)
  return { name: `Proxy for out of scope (${which}): in scope right at 90 % recall of unknown`, unit: '%', ours: percent(accuracy) }
}

function massiveRows({ train: all, test }: Massive): Row[] {
  const { few, rest } = draw(all, 30)
  return [
    row('MASSIVE nl-NL, 30 per intent: accuracy', figures.accuracy(ask(few, rest, test)), figures.accuracy(judgeByFloor(few, test)), 76),
    row('MASSIVE nl-NL, full: accuracy', figures.accuracy(ask(all, [], test)), figures.accuracy(judgeByFloor(all, test)), 87),
  ]
}

function costRows(texts: readonly Labelled[]): Row[] {
  const many = multiply(texts, 100_000, 137)
  const began = process.cpuUsage()
  const big = trainWithIds(many)
  const { user, system } = process.cpuUsage(began)
  const wide = trainWithIds(multiply(texts, 20_000, 1000))
  const decide = timesOf(texts.slice(0, 5000), ({ text }) => suggest(wide, text))
  const correct = timesOf(texts.slice(0, 500), ({ text }, i) => learn(wide, { text, goalId: wide.goalIds[i % 1000] as string, id: `new${i}` }))
  return [
    { name: 'Deciding one item among 1,000 goals, p99', unit: 'ms', ours: decide, reach: { atMost: 1 } },
    { name: 'Learning one correction among 1,000 goals, p99', unit: 'ms', ours: correct, reach: { atMost: 5 } },
    { name: 'Rebuilding from 100,000 items, 137 goals: processor time', unit: 's', ours: (user + system) / 1e6, reach: { atMost: 60 } },
    { name: 'Packed model of 100,000 items, 137 goals', unit: 'MB', ours: pack(big).byteLength / 1e6, reach: { atMost: 64 } },
  ]
}

function trainWithIds(rows: readonly Labelled[]): RoutingModel {
  const { examples, goals } = figures.asTraining(rows)
  // As long as the ids of items are.
  return train({ examples: examples.map((example, i) => ({ ...example, id: `00000000-0000-7000-8000-${String(i).padStart(12, '0')}` })), goals })
}

/** The processor's time of all but the slowest in a hundred, after as many that don't count: an engine that runs has been warm for long. */
function timesOf(rows: readonly Labelled[], work: (row: Labelled, i: number) => void): number {
  const times = rows.map((one, i) => {
    const start = process.cpuUsage()
    work(one, i)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  })
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] as number
}
