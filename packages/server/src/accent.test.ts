import { contrast, inkOn } from '@klankbord/shared/contrast'
import { describe, expect, test } from 'vitest'
import { readableOn } from './accent.ts'

describe.each(['#0f6b5c', '#ffcc00', '#ffffff', '#000000', '#7f7f7f', '#e30613', '#003399', '#faf8f4'])('the colour %s of a site', (accent) => {
  test.each(['#fffefc', '#faf8f4', '#191816', '#211f1c'])('can be read on %s', (paper) => {
    expect(contrast(readableOn(paper, accent), paper)).toBeGreaterThanOrEqual(4.5)
  })
  test('carries text that can be read', () => {
    expect(contrast(inkOn(accent), accent)).toBeGreaterThanOrEqual(4.5)
  })
})

test('a colour that can be read stays as it is', () => {
  expect(readableOn('#faf8f4', '#0f6b5c')).toBe('#0f6b5c')
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
})
