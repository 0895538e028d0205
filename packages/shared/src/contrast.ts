/** This file imports nothing, so that no schema comes along. Colours are written `#0f6b5c`. */

export type Rgb = [number, number, number]

export const rgbOf = (hex: string): Rgb => [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16)) as Rgb

/** Relative luminance, 0 to 1, as WCAG defines it. */
export function luminance(hex: string): number {
  const [red, green, blue] = rgbOf(hex).map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast of two colours, 1 to 21, as WCAG defines it. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** White or black: what can be read on this colour. */
export const inkOn = (fill: string): string => (contrast(fill, '#ffffff') >= 4.5 ? '#ffffff' : '#000000')
