import type { Measure, OutcomeMark, ShownPoint } from '@klankbord/shared/measures'
import { useEffect, useRef, useState } from 'preact/hooks'
import '../styles/measures.css'
import { plotOf } from './plot.ts'

interface Drawn extends Pick<Measure, 'baseline' | 'target'> {
  points: readonly Pick<ShownPoint, 'at' | 'value'>[]
  outcomes?: readonly OutcomeMark[]
}

const SMALL = { width: 300, height: 72, pad: { top: 6, right: 6, bottom: 6, left: 6 } }

const Level = ({ y, line, from, to }: { y: number | null; line: string; from: number; to: number }) =>
  y === null ? null : <line class="line-chart-level" data-line={line} x1={from} x2={to} y1={y} y2={y} />

/** A measure as a small line, with where it began, where it wants to go, and the outcomes on the way. Needs a point. */
export function SmallChart({ points, baseline, target, outcomes = [], label }: Drawn & { label: string }) {
  const plot = plotOf({ points, baseline, target, marks: outcomes }, SMALL)
  const last = plot.dots.at(-1)
  return (
    <svg class="line-chart" role="img" aria-label={label} viewBox={`0 0 ${SMALL.width} ${SMALL.height}`}>
      {plot.marks.map(({ x }) => (
        <line key={x} class="line-chart-mark" x1={x} x2={x} y1={0} y2={SMALL.height} />
      ))}
      <Level y={plot.baseline} line="baseline" from={0} to={SMALL.width} />
      <Level y={plot.target} line="target" from={0} to={SMALL.width} />
      <path d={plot.line} />
      {last && <circle cx={last.x} cy={last.y} r={4} />}
    </svg>
  )
}

interface LargeProps extends Drawn {
  label: string
  /** What a value is read as, and a moment. */
  valueText: (value: number) => string
  timeText: (at: string) => string
  /** What is said of each point when it is pointed at. */
  pointText: (index: number) => string
}

const HEIGHT = 280
/** From here on the dots would hide the line. */
const MANY = 40
const PAD = { top: 16, right: 16, bottom: 32, left: 60 }

/** The same, large, with axes. What it shows stands in a table beside it. */
export function LargeChart({ points, baseline, target, outcomes = [], label, valueText, timeText, pointText }: LargeProps) {
  const [box, width] = useWidth()
  const plot = plotOf({ points, baseline, target, marks: outcomes }, { width, height: HEIGHT, pad: PAD }, 4)
  const [from, to] = [PAD.left, width - PAD.right]
  return (
    <div ref={box}>
      <svg class="line-chart" role="img" aria-label={label} viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT}>
        {plot.rows.map(({ value, y }) => (
          <g key={value} class="line-chart-axis">
            <line x1={from} x2={to} y1={y} y2={y} />
            <text x={from - 8} y={y} dy="0.32em" text-anchor="end">
              {valueText(value)}
            </text>
          </g>
        ))}
        {plot.columns.map(({ at, x }) => (
          <text key={at} x={x} y={HEIGHT - 8} text-anchor={x > to - 32 ? 'end' : x < from + 32 ? 'start' : 'middle'}>
            {timeText(new Date(at).toISOString())}
          </text>
        ))}
        {plot.marks.map(({ x, title }) => (
          <g key={x} class="line-chart-flag">
            <line class="line-chart-mark" x1={x} x2={x} y1={PAD.top} y2={HEIGHT - PAD.bottom} />
            <path class="line-chart-pennant" d={`M${x} ${PAD.top - 8}l9 4l-9 4z`} />
            <title>{title}</title>
          </g>
        ))}
        <Level y={plot.baseline} line="baseline" from={from} to={to} />
        <Level y={plot.target} line="target" from={from} to={to} />
        <path d={plot.line} />
        {plot.dots.map(({ x, y }, i) => (
          <circle key={points[i]?.at} cx={x} cy={y} r={4} data-many={plot.dots.length > MANY || undefined}>
            <title>{pointText(i)}</title>
          </circle>
        ))}
      </svg>
    </div>
  )
}

/** How wide the place for a chart is, so that its words keep their size. */
export function useWidth() {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(640)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const observer = new ResizeObserver(() => setWidth(Math.max(240, Math.floor(element.clientWidth))))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [box, width] as const
}
