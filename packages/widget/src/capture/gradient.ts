export interface Gradient {
  round: boolean
  /** In radians as CSS counts: 0 is upwards, clockwise. */
  angle: number
  stops: { colour: string; at: number }[]
}

/** Reads the first gradient of a computed `background-image`, for a box of this size; undefined when there is none. */
export function readGradient(image: string, width: number, height: number): Gradient | undefined {
  const [, kind, inner = ''] = /(linear|radial)-gradient\(((?:[^()]|\([^()]*\))*)\)/.exec(image) ?? []
  if (!kind) return
  const found = [...inner.matchAll(/([a-z]+\([^()]*\))(?: ([\d.]+)%)?/g)]
  const stops = found.map(([, colour = '', at], index) => ({ colour, at: at ? Math.min(1, Number(at) / 100) : index / (found.length - 1 || 1) }))
  return { round: kind === 'radial', angle: readAngle(inner, width, height), stops }
}

function readAngle(text: string, width: number, height: number): number {
  const [, degrees] = /^(-?[\d.]+)deg/.exec(text) ?? []
  if (degrees) return (Number(degrees) * Math.PI) / 180
  const [to = ''] = /^to [a-z ]+/.exec(text) ?? []
  const has = (word: string) => Number(to.includes(word))
  const [x, y] = [has('right') - has('left'), has('top') - has('bottom')]
  // To a corner: at a right angle to the line between the two corners beside it.
  return to ? Math.atan2(x * height, y * width) : Math.PI
}
