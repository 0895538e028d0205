import { useLanguage } from '../language.tsx'
import { useWidth } from '../measures/chart.tsx'
import { type CurvePoint, plotCurve } from './curve.ts'

const HEIGHT = 240
const PAD = { top: 12, right: 16, bottom: 28, left: 48 }
const MARKS = [0, 0.25, 0.5, 0.75, 1]

interface CurveChartProps {
  curve: readonly CurvePoint[]
  threshold: number
  /** What holds now, where another threshold is looked at. */
  saved: number
  target: number
  label: string
}

/** Over the threshold: the share that would be routed by itself, and the share of that which was right. The same stands in a table beside it. */
export function CurveChart({ curve, threshold, saved, target, label }: CurveChartProps) {
  const { percent } = useLanguage()
  const [box, width] = useWidth()
  const { x, y, share, right } = plotCurve(curve, { width, height: HEIGHT, pad: PAD })
  const [from, to, top, bottom] = [PAD.left, width - PAD.right, PAD.top, HEIGHT - PAD.bottom]
  return (
    <div ref={box}>
      <svg class="line-chart curve-chart" role="img" aria-label={label} viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT}>
        {MARKS.map((mark) => (
          <g key={mark} class="line-chart-axis">
            <line x1={from} x2={to} y1={y(mark)} y2={y(mark)} />
            <text x={from - 8} y={y(mark)} dy="0.32em" text-anchor="end">
              {percent(mark)}
            </text>
            <text x={x(mark)} y={HEIGHT - 6} text-anchor={mark === 1 ? 'end' : mark === 0 ? 'start' : 'middle'}>
              {percent(mark)}
            </text>
          </g>
        ))}
        <line class="line-chart-level" data-line="target" x1={from} x2={to} y1={y(target)} y2={y(target)} />
        {saved !== threshold && <line class="line-chart-level" x1={x(saved)} x2={x(saved)} y1={top} y2={bottom} />}
        <line class="curve-now" x1={x(threshold)} x2={x(threshold)} y1={top} y2={bottom} />
        <path data-line="share" d={share} />
        <path data-line="right" d={right} />
      </svg>
    </div>
  )
}
