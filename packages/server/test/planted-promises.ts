import { newId } from '../src/db/ids.ts'
import type { Planting } from './tenants.ts'

/** A calendar, and what the owner and the viewer were told. */
export async function plantPromises({ deps, mine, at, mark }: Planting, feedbackItemId: string, memberIds: string[]) {
  const ownDays = JSON.stringify([{ date: '2026-03-05', name: `${mark} uitje` }])
  const before = JSON.stringify({ timeZone: 'Europe/Amsterdam', workdays: [1, 2, 3, 4, 5], holidays: null, ownDays: [] })
  const row = { workdays: '[1,2,3,4,5]', holidays: '{"country":"DE","region":"TH"}', ownDays, before, changedAt: at, changedBy: `${mark} beheerder` }
  await mine.insertInto('calendars', row).execute()
  // Of a place that no other test asks for, since holidays stay in memory.
  await deps.db.everywhere
    .insertInto('holidays')
    .values([2025, 2026, 2027, 2028].map((year) => ({ country: 'DE', region: 'TH', year, days: '[]' })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const move = { id: newId(), feedbackItemId, movedFrom: at, movedTo: at, reason: `${mark} onderdeel is op`, createdAt: at }
  await mine.insertInto('promiseMoves', move).execute()
  for (const memberId of memberIds) {
    const told = { id: newId(), memberId, kind: 'mention', feedbackItemId, about: `mention:${memberId}`, count: 1, actorName: `${mark} collega` }
    await mine.insertInto('notifications', { ...told, step: null, at, readAt: null, mailedAt: null }).execute()
    await mine.insertInto('notificationChoices', { memberId, mail: 'daily', hour: 8 }).execute()
  }
}
