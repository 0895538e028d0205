import { FeedbackQuery } from '@klankbord/shared/feedback'
import { describe, expect, test } from 'vitest'
import { backTo, signInAddress } from '../sign-in/sign-in.tsx'
import { linesOf } from './conversation.tsx'
import { inboxAddress, isView, queryOfView, viewNames } from './views.ts'

describe('the inbox', () => {
  test.each(viewNames)('the view %s asks for something that the server understands', (view) => {
    expect(FeedbackQuery.safeParse(queryOfView(view)).success).toBe(true)
  })

  test('the address holds view, item, search and goal, so that it can be sent to a colleague', () => {
    expect(inboxAddress({ view: 'waiting' })).toBe('/admin/inbox/waiting')
    expect(inboxAddress({ view: 'waiting', id: '1', q: 'te laat', goal: 'g' })).toBe('/admin/inbox/waiting/1?q=te+laat&goal=g')
    expect(isView('waiting')).toBe(true)
    expect(isView('toString')).toBe(false)
  })

  test('messages and notes stand in the order in which they were written', () => {
    const line = (id: string, at: string) => ({ id, by: 'team' as const, author: null, text: id, at })
    const lines = linesOf({ messages: [line('a', '2026-01-01'), line('c', '2026-01-03')], notes: [line('b', '2026-01-02')] })
    expect(lines.map(({ id, note }) => [id, note])).toEqual([
      ['a', false],
      ['b', true],
      ['c', false],
    ])
  })
})

describe('signing in', () => {
  test('leads back to where one was, inside this app only', () => {
    expect(backTo('/admin/inbox/waiting/1?q=te+laat')).toBe('/admin/inbox/waiting/1?q=te+laat')
    for (const elsewhere of [
      undefined,
      '//evil.example',
      'https://evil.example',
      '/admin.evil.example',
      '/admin/../f/1',
      'javascript:alert(1)',
      '/\\evil.example',
    ]) {
      expect(backTo(elsewhere)).toBe('/admin')
    }
  })

  test('never leads back to the sign-in page itself', () => {
    expect(signInAddress('/admin/sign-in?back=x')).toBe('/admin/sign-in')
    expect(signInAddress('/admin/goals')).toBe('/admin/sign-in?back=%2Fadmin%2Fgoals')
  })
})
