import { contrast, luminance, type Rgb, rgbOf } from '@klankbord/shared/contrast'

const hexOf = (rgb: Rgb) => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

/** The organisation's colour, moved towards black or white as little as it takes to be read on `paper` at 4.5:1. */
export function readableOn(paper: string, accent: string): string {
  const end: Rgb = luminance(paper) > 0.18 ? [0, 0, 0] : [255, 255, 255]
  for (let step = 0; step <= 20; step++) {
    const moved = hexOf(rgbOf(accent).map((part, i) => part + ((end[i] ?? 0) - part) * (step / 20)) as Rgb)
    if (contrast(moved, paper) >= 4.5) return moved
  }
  return hexOf(end)
}
