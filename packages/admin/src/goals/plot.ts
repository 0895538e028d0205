export interface Point {
  at: string
  value: number
}

export interface Plot {
  /** The line's points, `x,y x,y`. */
  line: string
  /** Where the last value stands. */
  last: { x: number; y: number }
  baseline: number | null
  target: number | null
}

interface Frame {
  width: number
  height: number
  pad: number
}

/** Places a measure's points in a frame: time from left to right, values from bottom to top, with baseline and target in view. Needs a point. */
export function plotOf(points: readonly Point[], baseline: number | null, target: number | null, { width, height, pad }: Frame): Plot {
  const times = points.map(({ at }) => Date.parse(at))
  const values = [...points.map(({ value }) => value), ...[baseline, target].filter((value) => value !== null)]
  const x = between(Math.min(...times), Math.max(...times), pad, width - pad)
  const y = between(Math.min(...values), Math.max(...values), height - pad, pad)
  const placed = points.map(({ value }, index) => ({ x: round(x(times[index] ?? 0)), y: round(y(value)) }))
  return {
    line: placed.map((point) => `${point.x},${point.y}`).join(' '),
    last: placed.at(-1) ?? { x: 0, y: 0 },
    baseline: baseline === null ? null : round(y(baseline)),
    target: target === null ? null : round(y(target)),
  }
}

const round = (value: number) => Math.round(value * 10) / 10

/** Maps a range onto another; a range without extent lands in the middle. */
const between = (from: number, to: number, start: number, end: number) => (value: number) =>
  from === to ? (start + end) / 2 : start + ((value - from) / (to - from)) * (end - start)
