import { expect, test } from 'vitest'
import { readPicture, within } from './picture.ts'

test.each([
  [6000, 4000, 2560, 1707],
  [1000, 9000, 284, 2560],
  [800, 600, 800, 600],
  [10_000, 1, 2560, 1],
])('a picture of %i by %i px becomes one of %i by %i', (width, height, scaledWidth, scaledHeight) => {
  expect(within(width, height)).toEqual({ width: scaledWidth, height: scaledHeight })
})

test('what is no image is refused before it is read', async () => {
  await expect(readPicture(new Blob(['%PDF'], { type: 'application/pdf' }))).rejects.toThrow('type')
})
