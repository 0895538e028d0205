import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'

export interface CurvePoint {
  threshold: number
  share: number
  right: number
}

/** What the curve says of a threshold: its nearest point. Null where there is none. */
export function pointAt(curve: readonly CurvePoint[], threshold: number): CurvePoint | null {
  let nearest: CurvePoint | null = null
  for (const point of curve) if (!nearest || Math.abs(point.threshold - threshold) < Math.abs(nearest.threshold - threshold)) nearest = point
  return nearest
}

interface Frame {
  width: number
  height: number
  pad: { top: number; right: number; bottom: number; left: number }
}

/** Places both lines of the curve in a frame: thresholds from left to right, shares from bottom to top. Where nothing is routed, nothing is right or wrong. */
export function plotCurve(curve: readonly CurvePoint[], { width, height, pad }: Frame) {
  const x = scaleLinear([0, 1], [pad.left, width - pad.right])
  const y = scaleLinear([0, 1], [height - pad.bottom, pad.top])
  const drawn = (value: (point: CurvePoint) => number, points: readonly CurvePoint[]) =>
    line<CurvePoint>(
      (point) => Math.round(x(point.threshold) * 10) / 10,
      (point) => Math.round(y(value(point)) * 10) / 10,
    )([...points]) ?? ''
  return {
    x,
    y,
    share: drawn(({ share }) => share, curve),
    right: drawn(
      ({ right }) => right,
      curve.filter(({ share }) => share > 0),
    ),
  }
}
