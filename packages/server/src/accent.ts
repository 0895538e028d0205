type Rgb = [number, number, number]

const rgbOf = (hex: string): Rgb => [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16)) as Rgb
const hexOf = (rgb: Rgb) => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

/** Relative luminance, as WCAG defines it. */
function luminance(hex: string): number {
  const [red, green, blue] = rgbOf(hex).map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast of two colours, 1 to 21, as WCAG defines it. Colours are written `#0f6b5c`. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** The organisation's colour, moved towards black or white as little as it takes to be read on `paper` at 4.5:1. */
export function readableOn(paper: string, accent: string): string {
  const end: Rgb = luminance(paper) > 0.18 ? [0, 0, 0] : [255, 255, 255]
  for (let step = 0; step <= 20; step++) {
    const moved = hexOf(rgbOf(accent).map((part, i) => part + ((end[i] ?? 0) - part) * (step / 20)) as Rgb)
    if (contrast(moved, paper) >= 4.5) return moved
  }
  return hexOf(end)
}

/** White or black: what can be read on this colour. */
export const inkOn = (fill: string): string => (contrast(fill, '#ffffff') >= 4.5 ? '#ffffff' : '#000000')
