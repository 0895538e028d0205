import { expect, test } from 'vitest'
import { readGradient } from './gradient.ts'

const quarter = Math.PI / 2

test.each([
  ['linear-gradient(rgb(0, 0, 0), rgb(255, 255, 255))', Math.PI],
  ['linear-gradient(to right, rgb(0, 0, 0), rgb(255, 255, 255))', quarter],
  ['linear-gradient(to left, rgb(0, 0, 0), rgb(255, 255, 255))', -quarter],
  ['linear-gradient(45deg, rgb(0, 0, 0), rgb(255, 255, 255))', quarter / 2],
  ['linear-gradient(to right top, rgb(0, 0, 0), rgb(255, 255, 255))', quarter / 2],
])('a gradient runs as CSS says: %s', (image, angle) => {
  const gradient = readGradient(image, 100, 100)
  expect(gradient?.angle).toBeCloseTo(angle)
  expect(gradient?.stops.map(({ at }) => at)).toEqual([0, 1])
})

test('its colours stand where the page puts them, and evenly where it does not say', () => {
  const stops = (image: string) => readGradient(image, 100, 50)?.stops.map(({ colour, at }) => `${colour} ${at}`)
  expect(stops('radial-gradient(circle at 50% 50%, rgba(1, 2, 3, 0.5) 20%, oklch(0.7 0.1 20) 60%)')).toEqual([
    'rgba(1, 2, 3, 0.5) 0.2',
    'oklch(0.7 0.1 20) 0.6',
  ])
  expect(stops('linear-gradient(rgb(1, 1, 1), rgb(2, 2, 2), rgb(3, 3, 3)), url("photo.jpg")')).toEqual([
    'rgb(1, 1, 1) 0',
    'rgb(2, 2, 2) 0.5',
    'rgb(3, 3, 3) 1',
  ])
})

test('what is no gradient is none', () => {
  expect(readGradient('url("photo.jpg")', 100, 100)).toBeUndefined()
  expect(readGradient('none', 100, 100)).toBeUndefined()
})
