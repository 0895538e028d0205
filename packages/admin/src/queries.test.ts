import { MutationObserver } from '@tanstack/preact-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ProblemError } from './api.ts'
import { queryClient } from './queries.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const written = (words: string, sent: string[], answer: () => Promise<void>) => ({
  mutationFn: () => {
    sent.push(words)
    return answer()
  },
})

test('an act that got no answer is tried again as it was asked, whatever was typed since; the next one is as it is then', async () => {
  const sent: string[] = []
  const answer = vi
    .fn(async () => {})
    .mockRejectedValueOnce(new ProblemError('unreachable', ''))
    .mockRejectedValueOnce(new ProblemError('unreachable', ''))
  const act = new MutationObserver(queryClient, written('We bellen.', sent, answer))
  const done = act.mutate()
  await vi.advanceTimersByTimeAsync(500)
  act.setOptions(written('We bellen je morgen.', sent, answer))
  await vi.advanceTimersByTimeAsync(5_000)
  await done
  expect(sent).toEqual(['We bellen.', 'We bellen.', 'We bellen.'])
  await act.mutate()
  expect(sent.at(-1)).toBe('We bellen je morgen.')
})
