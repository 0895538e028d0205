import { FeedbackQuery } from '@klankbord/shared/finding'
import { describe, expect, test } from 'vitest'
import { backTo, signInAddress } from '../sign-in/way-back.ts'
import { linesOf } from './conversation.tsx'
import { type Finding, findingIn, inboxAddress, isView, offeredFilters, queryOfFinding, queryOfView, viewNames, wholeFilter } from './views.ts'

describe('the inbox', () => {
  test.each(viewNames)('the view %s asks for something that the server understands', (view) => {
    expect(FeedbackQuery.safeParse(queryOfView(view)).success).toBe(true)
  })

  test('the address holds view, item, search, filters and order, so that it can be sent to a colleague', () => {
    expect(inboxAddress({ view: 'waiting' })).toBe('/admin/inbox/waiting')
    const finding: Finding = { view: 'waiting', filter: { q: 'te laat', goalId: 'g', kind: 'complaint' }, sort: 'similar', saved: 's' }
    const address = inboxAddress({ ...finding, id: '1' })
    expect(address).toBe('/admin/inbox/waiting/1?q=te+laat&kind=complaint&goalId=g&sort=similar&saved=s')
    expect(findingIn('waiting', Object.fromEntries(new URL(address, 'http://here').searchParams))).toEqual(finding)
    expect(isView('waiting')).toBe(true)
    expect(isView('toString')).toBe(false)
  })

  test('what an address may not ask for is left out of it', () => {
    expect(findingIn('all', { sort: 'sideways', evil: 'yes', kind: '' })).toEqual({ view: 'all', filter: {}, sort: undefined, saved: undefined })
  })

  test('a filter narrows down what the view shows, and what the view stands for is not offered', () => {
    const finding = { view: 'mine' as const, filter: { kind: 'idea' as const } }
    expect(queryOfFinding(finding)).toEqual({ teamId: 'mine', status: 'received,routed,in_progress,reopened', sort: 'due', kind: 'idea' })
    expect(wholeFilter(finding)).not.toHaveProperty('sort')
    expect(offeredFilters('mine')).not.toContain('teamId')
    expect(offeredFilters('all')).toContain('status')
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
