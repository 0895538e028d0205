/** White or black: what can be read on this colour at 4.5:1. One of the two always can. */
export function textOn(accent: string): '#fff' | '#000' {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => (Number.parseInt(accent.slice(start, start + 2), 16) / 255) ** 2.2)
  return red * 0.2126 + green * 0.7152 + blue * 0.0722 > 0.18 ? '#000' : '#fff'
}
