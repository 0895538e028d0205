import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Given, givenFeedback, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { changeCalendar } from './change-calendar.ts'
import { listFreeDays, previewCalendar } from './free-days.ts'
import { readCalendar } from './read-calendar.ts'

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  let given: Given

  beforeEach(async () => {
    h = await openHarness(open)
    given = await givenOrganisation(h.deps)
  })
  afterEach(() => h.close())

  const dutch = {
    timeZone: 'Europe/Amsterdam',
    workdays: [1, 2, 3, 4, 5],
    holidays: { country: 'NL' as const, region: null },
    ownDays: [{ date: '2026-04-03', name: 'Goede Vrijdag' }],
  }

  test('a calendar that nobody touched has weekends and nothing else', async () => {
    expect(await readCalendar(h.deps.db, given.scope)).toMatchObject({ workdays: [1, 2, 3, 4, 5], holidays: null, ownDays: [], changed: null })
    expect((await listFreeDays(h.deps, given.scope, {})).items).toEqual([])
  })

  test('what a calendar would do is told before it is kept, and nothing happens until then', async () => {
    const { id } = await givenFeedback(h.deps, given)
    await h.deps.db.within(given.scope).updateTable('feedbackItems').set({ replyBy: '2026-04-06T15:00:00.000Z' }).where('id', '=', id).execute()
    const does = await previewCalendar(h.deps, given.scope, { ...dutch, year: 2026 })
    // New Year, Easter Monday, King's Day, Ascension Day, Whit Monday, Christmas, and the day of our own; Boxing Day is a Saturday.
    expect(does.workingDays).toEqual({ before: 261, after: 254 })
    expect(does).toMatchObject({ given: 1, removed: [] })
    expect(does.added.map(({ date }) => date)).toContain('2026-04-27')
    expect((await readCalendar(h.deps.db, given.scope)).holidays).toBeNull()
  })

  test('a change remembers what was before it, so that it can be taken back', async () => {
    const kept = await changeCalendar(h.deps, given.scope, dutch)
    expect(kept.changed).toMatchObject({ by: 'Robin owner', before: { holidays: null } })
    const days = (await listFreeDays(h.deps, given.scope, { year: 2026 })).items
    expect(days.find(({ date }) => date === '2026-04-27')).toEqual({ date: '2026-04-27', name: 'Koningsdag', from: 'holiday', weekend: false })
    expect(days.find(({ from }) => from === 'own')?.name).toBe('Goede Vrijdag')
    const back = await changeCalendar(h.deps, given.scope, kept.changed?.before ?? dutch)
    expect(back).toMatchObject({ holidays: null, ownDays: [] })
  })

  test.each([
    ['BE', null, '2026-07-21'],
    ['DE', null, '2026-10-03'],
    ['DE', 'BY', '2026-01-06'],
  ] as const)('%s %s is free on %s', async (country, region, day) => {
    await changeCalendar(h.deps, given.scope, { ...dutch, holidays: { country, region } })
    expect((await listFreeDays(h.deps, given.scope, { year: 2026 })).items.map(({ date }) => date)).toContain(day)
  })

  test('a time zone that does not exist is refused', async () => {
    await expect(changeCalendar(h.deps, given.scope, { ...dutch, timeZone: 'Mars/Olympus' })).rejects.toMatchObject({ code: 'bad-input' })
  })
})
