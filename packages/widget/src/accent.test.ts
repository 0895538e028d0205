import { expect, test } from 'vitest'
import { textOn } from './accent.ts'

const light = (hex: string) => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return red * 0.2126 + green * 0.7152 + blue * 0.0722
}
const steps = ['00', '33', '55', '66', '77', '88', '99', 'cc', 'ff']
const colours = steps.flatMap((red) => steps.flatMap((green) => steps.map((blue) => `#${red}${green}${blue}`)))

test('the text on any accent can be read at 4.5:1', () => {
  const poor = colours.filter((accent) => {
    const [low = 0, high = 0] = [light(accent), textOn(accent) === '#fff' ? 1 : 0].sort((a, b) => a - b)
    return (high + 0.05) / (low + 0.05) < 4.5
  })
  expect(poor).toEqual([])
})
