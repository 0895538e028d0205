import { randomUUID } from 'node:crypto'
import { newId } from '../src/db/ids.ts'
import type { Planting } from './tenants.ts'

/** A pulse with a round that is open, and the choices about mails of colleagues. */
export async function plantPulses({ mine, at, mark, scope }: Planting, { teamId, memberId }: { teamId: string; memberId: string }) {
  const [pulseId, roundId, pulseInvitationId] = [newId(), newId(), randomUUID()]
  const asked = { kind: 'scale', question: JSON.stringify({ nl: `${mark} vraag` }), choices: '[]', teamId: null, measureId: null }
  await mine.insertInto('pulses', { ...asked, id: pulseId, everyWeeks: 4, closesAfterDays: 7, nextAt: null, createdAt: at }).execute()
  await mine
    .insertInto('pulseRounds', { id: roundId, pulseId, invited: 5, openedAt: at, closesAt: '2026-04-01T00:00:00.000Z', closedAt: null })
    .execute()
  const group = { roundId, groupId: scope.organisationId, parentId: null, name: `${mark} iedereen`, invited: 5, hidden: null }
  await mine.insertInto('pulseGroups', group).execute()
  await mine
    .insertInto(
      'pulseTallies',
      [1, 2, 3, 4, 5].map((value) => ({ roundId, groupId: scope.organisationId, value, answers: 0 })),
    )
    .execute()
  await mine.insertInto('pulseInvitations', { id: pulseInvitationId, roundId, groupId: scope.organisationId }).execute()
  await mine.insertInto('pulseRefusals', { memberId, refusedAt: at }).execute()
  await mine.insertInto('letterChoices', { teamId, weekday: 1, hour: 8, locale: 'nl', onAt: at, changedAt: at }).execute()
  await mine.insertInto('letterRuns', { teamId, week: '2026-W09' }).execute()
  await mine.insertInto('letters', { memberId, week: '2026-W09', queuedAt: at }).execute()
  await mine.insertInto('letterRefusals', { memberId, refusedAt: at }).execute()
  return { pulseId, roundId, pulseInvitationId }
}
