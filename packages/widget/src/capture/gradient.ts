/** Splits at the commas that stand in no parentheses. */
export function splitTop(text: string): string[] {
  const parts = ['']
  let depth = 0
  for (const character of text) {
    if (character === '(') depth++
    if (character === ')') depth--
    if (character === ',' && !depth) parts.push('')
    else parts[parts.length - 1] += character
  }
  return parts.map((part) => part.trim()).filter(Boolean)
}

export interface Gradient {
  round: boolean
  /** In radians as CSS counts: 0 is upwards, clockwise. */
  angle: number
  stops: { colour: string; at: number }[]
}

const sides: Record<string, [number, number]> = { left: [-1, 0], right: [1, 0], top: [0, -1], bottom: [0, 1] }

/** Reads a computed `linear-gradient(…)` or `radial-gradient(…)` for a box of this size; undefined for any other image. */
export function readGradient(image: string, width: number, height: number): Gradient | undefined {
  const [, kind, inner = ''] = /^(?:repeating-)?(linear|radial)-gradient\((.*)\)$/s.exec(image) ?? []
  if (!kind) return
  const parts = splitTop(inner)
  const first = parts[0] ?? ''
  const directed = /^(to |-?[\d.]+(deg|turn|rad)|circle|ellipse|closest|farthest|at |[\d.]+px)/.test(first)
  if (directed) parts.shift()
  const length = kind === 'radial' ? Math.hypot(width, height) / 2 : undefined
  const angle = directed ? readAngle(first, width, height) : Math.PI
  const line = length ?? Math.abs(width * Math.sin(angle)) + Math.abs(height * Math.cos(angle))
  return { round: kind === 'radial', angle, stops: readStops(parts, line) }
}

function readAngle(text: string, width: number, height: number): number {
  const turn = Number.parseFloat(text)
  if (!Number.isNaN(turn)) return text.includes('turn') ? turn * 2 * Math.PI : text.includes('rad') ? turn : (turn * Math.PI) / 180
  let [x, y] = [0, 0]
  for (const word of text.split(' ')) {
    const [dx, dy] = sides[word] ?? [0, 0]
    x += dx
    y += dy
  }
  // To a corner: at a right angle to the line between the two corners beside it.
  return x && y ? Math.atan2(x * height, -y * width) : Math.atan2(x, -y)
}

function readStops(parts: string[], line: number) {
  const stops = parts.flatMap((part) => {
    const [, colour = part, places = ''] = /^(.*?)((?:\s+-?[\d.]+(?:%|px))*)$/s.exec(part) ?? []
    if (/^-?[\d.]/.test(colour)) return []
    const ats = places
      .trim()
      .split(/\s+/)
      .filter(Boolean)
      .map((place) => Number.parseFloat(place) / (place.endsWith('%') ? 100 : line || 1))
    return (ats[0] === undefined ? [Number.NaN] : ats).map((at) => ({ colour, at }))
  })
  const last = stops.length - 1
  for (const [index, stop] of stops.entries()) {
    if (Number.isNaN(stop.at)) stop.at = last ? index / last : 0
    stop.at = Math.min(1, Math.max(stops[index - 1]?.at ?? 0, stop.at))
  }
  return stops
}
