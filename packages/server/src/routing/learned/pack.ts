import type { Calibration } from './calibrate.ts'
import { newEncoder } from './encode.ts'
import { ngrams } from './features.ts'
import { Leanings } from './leanings.ts'
import type { Confusion, RoutingModel } from './model.ts'
import { Neighbours } from './neighbours.ts'
import { WIDTH } from './network.ts'

/** Goes up with each change of what is packed or of how texts are read. */
export const MODEL_VERSION = 6

interface Header {
  version: number
  features: string
  goalIds: string[]
  calibration: Calibration
  confusions: Confusion[]
  textCount: number
  rows: number
  spare: number
  ids: string[]
  keptLengths: number[]
  leaningCount: number
}

/** The model as bytes, to be kept in a database: weights as whole numbers of one byte, with one scale for each feature. */
export function pack({ goalIds, encoder, network, leanings, calibration, neighbours, known, confusions }: RoutingModel): Uint8Array {
  const rows = encoder.vocabulary.size
  const header: Header = {
    version: MODEL_VERSION,
    features: encoder.features.name,
    goalIds,
    calibration,
    confusions,
    textCount: encoder.textCount,
    rows,
    spare: encoder.frequencies.length - rows,
    ids: neighbours.ids,
    keptLengths: neighbours.kept.map(({ length }) => length),
    leaningCount: 0,
  }
  const { starts, classes, weights, offsets } = leanings.settled()
  header.leaningCount = weights.length
  const inner = quantise(network.inner, rows, (row) => row * WIDTH)
  const leaning = quantise(weights, rows, (row) => starts[row] as number)
  const kept = Int32Array.from(neighbours.kept.flatMap((one) => [...one]))
  return join(new TextEncoder().encode(JSON.stringify(header)), [
    encoder.vocabulary.keys(),
    encoder.frequencies.slice(0, rows),
    Int32Array.from(neighbours.goals),
    kept,
    known,
    network.outer,
    inner.scales,
    inner.bytes,
    offsets,
    starts.slice(0, rows + 1),
    classes,
    leaning.scales,
    leaning.bytes,
  ])
}

function join(header: Uint8Array, parts: ArrayBufferView[]): Uint8Array {
  const all = [
    Uint8Array.from(new Uint32Array([header.length]).buffer ? new Uint8Array(new Uint32Array([header.length]).buffer) : []),
    header,
    ...parts,
  ]
  const packed = new Uint8Array(all.reduce((sum, { byteLength }) => sum + byteLength, 0))
  let at = 0
  for (const { buffer, byteOffset, byteLength } of all) {
    packed.set(new Uint8Array(buffer, byteOffset, byteLength), at)
    at += byteLength
  }
  return packed
}

/** Weights as whole numbers of one byte; `startOf` tells where each row begins, and the one after the last. */
function quantise(weights: Float32Array, rows: number, startOf: (row: number) => number) {
  const scales = new Float32Array(rows)
  const bytes = new Int8Array(startOf(rows))
  for (let row = 0; row < rows; row++) {
    let highest = 0
    for (let i = startOf(row); i < startOf(row + 1); i++) highest = Math.max(highest, Math.abs(weights[i] as number))
    if (highest === 0) continue
    scales[row] = highest / 127
    for (let i = startOf(row); i < startOf(row + 1); i++) bytes[i] = Math.round((weights[i] as number) / (scales[row] as number))
  }
  return { scales, bytes }
}

function restore(weights: Float32Array, scales: Float32Array, bytes: Int8Array, startOf: (row: number) => number): Float32Array {
  for (let row = 0; row < scales.length; row++) {
    for (let i = startOf(row); i < startOf(row + 1); i++) weights[i] = (bytes[i] as number) * (scales[row] as number)
  }
  return weights
}

/** The model of these bytes; undefined when they were packed by another version or aren't whole, and then it has to be trained anew. */
export function unpack(packed: Uint8Array): RoutingModel | undefined {
  try {
    return read(packed)
  } catch {
    return undefined
  }
}

function read(packed: Uint8Array): RoutingModel | undefined {
  let at = 0
  const take = (length: number) => {
    if (at + length > packed.length) throw new RangeError('cut off')
    at += length
    return packed.slice(at - length, at).buffer
  }
  const headerLength = new Uint32Array(take(4))[0] as number
  const header = JSON.parse(new TextDecoder().decode(take(headerLength))) as Header
  if (header.version !== MODEL_VERSION || header.features !== ngrams.name) return undefined
  const { goalIds, rows, spare, ids, keptLengths } = header
  const encoder = newEncoder(ngrams, rows)
  for (const key of new Int32Array(take(rows * 4))) encoder.vocabulary.add(key)
  encoder.frequencies = new Float32Array(rows + spare)
  encoder.frequencies.set(new Float32Array(take(rows * 4)))
  encoder.textCount = header.textCount
  const goals = new Int32Array(take(ids.length * 4))
  const neighbours = new Neighbours()
  for (const [i, length] of keptLengths.entries()) neighbours.restore(ids[i] as string, goals[i] as number, new Int32Array(take(length * 4)))
  const known = new Uint8Array(take(goalIds.length))
  const outer = new Float32Array(take(goalIds.length * WIDTH * 4))
  const all = new Float32Array((rows + spare) * WIDTH)
  const inner = restore(all, new Float32Array(take(rows * 4)), new Int8Array(take(rows * WIDTH)), (row) => row * WIDTH)
  const leanings = readLeanings(take, header)
  return { goalIds, encoder, network: { inner, outer }, leanings, calibration: header.calibration, neighbours, known, confusions: header.confusions }
}

function readLeanings(take: (length: number) => ArrayBuffer, { goalIds, rows, spare, leaningCount }: Header): Leanings {
  const offsets = new Float64Array(take(goalIds.length * 8))
  const starts = new Int32Array(rows + spare + 1).fill(leaningCount)
  starts.set(new Int32Array(take((rows + 1) * 4)))
  const classes = new Uint16Array(take(leaningCount * 2))
  const scales = new Float32Array(take(rows * 4))
  const weights = restore(new Float32Array(leaningCount), scales, new Int8Array(take(leaningCount)), (row) => starts[row] as number)
  return new Leanings(starts, classes, weights, offsets)
}
