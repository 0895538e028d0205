import { changeCalendar } from '../calendar/change-calendar.ts'
import type { Deps } from '../deps.ts'
import { movePromise } from '../feedback/promise/move-promise.ts'
import { replyFeedback } from '../feedback/reply.ts'
import { answerableFor } from '../goals/answerable.ts'
import { addDays, dayAt } from '../members/local-time.ts'
import type { Company } from './company.ts'
import { findWaiting, settleNotifications } from './store.ts'

/** When the company works, from before the first customer spoke. */
export async function keepCalendar(deps: Deps, { owner }: Company, now: Date) {
  const year = now.getUTCFullYear()
  const ownDays = [
    { date: `${year}-12-24`, name: 'Kerstavond, vanaf de middag dicht' },
    { date: `${year}-12-31`, name: 'Oudejaarsdag' },
  ]
  const calendar = { timeZone: 'Europe/Amsterdam', workdays: [1, 2, 3, 4, 5], holidays: { country: 'NL' as const, region: null }, ownDays }
  await changeCalendar(deps, owner, calendar)
}

/** What happens to promises that are open now: one customer is asked something, one hears a new date, and a colleague is named. What is old was read. */
export async function handlePromises(on: (daysAgo: number) => Deps, company: Company, now: Date) {
  const { db } = on(0)
  // Never later than now, also when that is early in the morning.
  const then = (daysAgo: number): Deps => {
    const at = new Date(Math.min(on(daysAgo).clock().getTime(), now.getTime() - daysAgo * 60 * 60 * 1000))
    return { ...on(daysAgo), clock: () => at }
  }
  const [asked, moved, noted] = await findWaiting(db, company.owner, { now: now.toISOString(), saidBefore: then(1.5).clock().toISOString() })
  const colleague = async (goalId: string) => {
    const [id] = await answerableFor(db, company.owner, goalId, 'owner')
    return [...company.members.values()].find(({ who }) => 'id' in who && who.id === id) ?? company.owner
  }
  if (asked) {
    const text = 'We willen het goed uitzoeken. Op welke dag was dit, en bij welke vestiging?'
    await replyFeedback(then(1.3), await colleague(asked.goalId), { id: asked.id, text, internal: false, asks: true })
  }
  if (moved) {
    const { date, reason } = {
      date: workday(addDays(dayAt(now, 'Europe/Amsterdam'), 9)),
      reason: 'De leverancier heeft het onderdeel pas volgende week weer.',
    }
    await movePromise(then(1.2), await colleague(moved.goalId), { id: moved.id, replyBy: date, reason, late: true })
  }
  const [named] = noted ? [company.owner.who] : []
  if (noted && named && 'id' in named) {
    const text = 'Kun jij hier met de gemeente over bellen? Dan kan ik de klant antwoorden.'
    await replyFeedback(then(1.1), await colleague(noted.goalId), { id: noted.id, text, internal: true, mentions: [named.id] })
  }
  await settleNotifications(db, company.owner, { before: on(2).clock().toISOString(), at: now.toISOString() })
}

/** The days in between the holidays of the end of December are left out by coming back after them. */
function workday(day: string): string {
  if (day.slice(5) >= '12-24' || day.slice(5) <= '01-02') return workday(addDays(day, 1))
  const weekday = new Date(day).getUTCDay()
  return weekday === 0 || weekday === 6 ? workday(addDays(day, 1)) : day
}
