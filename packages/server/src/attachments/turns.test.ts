import { expect, test } from 'vitest'
import { createTurns } from './turns.ts'

/** Works that end when they are told to, and what runs. */
function given(most: number) {
  const inTurn = createTurns(most)
  const running = new Map<string, () => void>()
  const begin = (name: string, weight = 1) =>
    inTurn(weight, () => new Promise<void>((resolve) => running.set(name, resolve))).finally(() => running.delete(name))
  const end = async (name: string) => {
    running.get(name)?.()
    await new Promise((resolve) => setImmediate(resolve))
    return [...running.keys()]
  }
  return { begin, end }
}

test('two small pictures are read at a time, and the third when one is done', async () => {
  const { begin, end } = given(2)
  for (const name of ['a', 'b', 'c']) begin(name)
  expect(await end('')).toEqual(['a', 'b'])
  expect(await end('a')).toEqual(['b', 'c'])
})

test('a large picture is read alone, and those behind it wait until it has been', async () => {
  const { begin, end } = given(2)
  begin('small')
  begin('large', 2)
  begin('later')
  expect(await end('')).toEqual(['small'])
  expect(await end('small')).toEqual(['large'])
  expect(await end('large')).toEqual(['later'])
})

test('one that fails gives its turn to the next', async () => {
  const inTurn = createTurns(1)
  await expect(inTurn(1, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await inTurn(1, async () => 'whole')).toBe('whole')
})
