import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'

export interface Point {
  at: string
  value: number
}

interface Frame {
  width: number
  height: number
  /** Room at each side for axes and for half of a dot. */
  pad: { top: number; right: number; bottom: number; left: number }
}

interface Drawn {
  points: readonly Point[]
  baseline: number | null
  target: number | null
  /** Moments that are marked. */
  marks?: readonly { at: string; title: string }[]
}

export interface Plot {
  /** The line, as an SVG path. */
  line: string
  dots: { x: number; y: number }[]
  baseline: number | null
  target: number | null
  /** Marks within the time that is shown. */
  marks: { x: number; title: string }[]
  rows: { value: number; y: number }[]
  columns: { at: number; x: number }[]
}

const round = (value: number) => Math.round(value * 10) / 10

/** Places a measure in a frame: time from left to right, values from bottom to top, with baseline and target in view. Needs a point. */
export function plotOf({ points, baseline, target, marks = [] }: Drawn, { width, height, pad }: Frame, ticks = 0): Plot {
  const times = points.map(({ at }) => Date.parse(at))
  const values = [...points.map(({ value }) => value), ...[baseline, target].filter((value) => value !== null)]
  const x = scaleLinear(spread(times), [pad.left, width - pad.right])
  const y = scaleLinear(spread(values), [height - pad.bottom, pad.top])
  if (ticks > 0) y.nice(ticks)
  const dots = points.map(({ value }, i) => ({ x: round(x(times[i] ?? 0)), y: round(y(value)) }))
  const [first = 0, last = 0] = [times[0], times.at(-1)]
  return {
    line:
      line<{ x: number; y: number }>(
        (dot) => dot.x,
        (dot) => dot.y,
      )(dots) ?? '',
    dots,
    baseline: baseline === null ? null : round(y(baseline)),
    target: target === null ? null : round(y(target)),
    marks: marks
      .map(({ at, title }) => ({ time: Date.parse(at), title }))
      .filter(({ time }) => time >= first && time <= last)
      .map(({ time, title }) => ({ x: round(x(time)), title })),
    rows: ticks === 0 ? [] : y.ticks(ticks).map((value) => ({ value, y: round(y(value)) })),
    columns: ticks === 0 ? [] : columnsOf(times, width).map((at) => ({ at, x: round(x(at)) })),
  }
}

/** A range without extent lands in the middle. */
function spread(values: number[]): [number, number] {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return least === most ? [least - 1, most + 1] : [least, most]
}

/** Some of the times that have a value, evenly: their words must fit beside each other. */
function columnsOf(times: number[], width: number): number[] {
  const most = Math.max(2, Math.floor(width / 130))
  const step = Math.max(1, Math.ceil(times.length / most))
  return times.filter((_, i) => i % step === 0)
}
