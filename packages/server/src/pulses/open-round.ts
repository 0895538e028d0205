import { randomUUID } from 'node:crypto'
import type { Pulse, PulseRound } from '@klankbord/shared/pulses'
import { type Db, transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { addDays, atHour, dayAt } from '../members/local-time.ts'
import { readOrganisation } from '../members/store.ts'
import { enqueue } from '../outbox/outbox.ts'
import { notFound, ProblemError } from '../problem-error.ts'
import { insertGroups, insertInvitations, insertTallies } from './answer-store.ts'
import { type Audience, readAudience } from './audience.ts'
import { chooseGroups } from './choose-groups.ts'
import { valuesOf } from './question.ts'
import { readRound } from './read-rounds.ts'
import { findPulse, insertRound } from './store.ts'

/** Opens a round before its time, because an admin asks for it. */
export async function openRoundNow({ db, clock }: Deps, scope: Scope, pulseId: string): Promise<PulseRound> {
  const roundId = await transact(db, async (db) => {
    const pulse = await findPulse(db, scope, pulseId)
    if (!pulse) throw notFound('pulse')
    if (pulse.openRound) throw new ProblemError('conflict', 'A round of this pulse is open. Close it first, or wait until its time is over.')
    const id = await openRound(db, scope, pulse, clock())
    if (!id) throw new ProblemError('conflict', 'Fewer than five colleagues would be asked, so no result could be shown. Nobody was mailed.')
    return id
  })
  return readRound(db, scope, pulseId, roundId)
}

/** Messages in one insert. */
const CHUNK = 1_000

/**
 * Asks everyone whom the pulse is for. Null when they are too few to ever show a result. An answer is counted in no group of fewer people than a result needs: where a team is
 * too small, its people count with the level above.
 */
export async function openRound(db: Db, scope: Scope, pulse: Pulse, now: Date): Promise<string | null> {
  const audience = await readAudience(db, scope, pulse.teamId)
  const { groups, people } = placed(audience)
  if (groups.every(({ hidden }) => hidden !== null)) return null
  const { timeZone } = await readOrganisation(db, scope)
  const roundId = newId()
  const lastDay = addDays(dayAt(now, timeZone), pulse.closesAfterDays)
  const closesAt = atHour(addDays(lastDay, 1), 0, timeZone).toISOString()
  await insertRound(db, scope, {
    id: roundId,
    pulseId: pulse.id,
    invited: people.length,
    openedAt: now.toISOString(),
    closesAt,
    closedAt: null,
  })
  await insertGroups(
    db,
    scope,
    groups.map((group) => ({ ...group, roundId })),
  )
  const values = valuesOf(pulse)
  const counted = groups.filter(({ hidden }) => hidden === null)
  await insertTallies(
    db,
    scope,
    counted.flatMap(({ groupId }) => values.map((value) => ({ roundId, groupId, value, answers: 0 }))),
  )
  await invite(db, scope, roundId, people, now)
  await record(db, scope, [{ type: 'pulse.opened', detail: { pulseId: pulse.id, roundId, invited: people.length } }], now)
  return roundId
}

/**
 * An invitation's id is random: one that tells its time would tell whose it is, by the order in which people were invited. Only the message that carries it knows both, and that
 * forgets it when it has left (see `forgetful` in outbox/messages.ts).
 */
async function invite(db: Db, scope: Scope, roundId: string, people: Audience['people'], now: Date) {
  const invited = people.map((person) => ({ ...person, id: randomUUID() }))
  await insertInvitations(
    db,
    scope,
    invited.map(({ id, groupId }) => ({ id, roundId, groupId })),
  )
  const mails = invited.map(({ id, memberId, email }) => ({
    id: `pulse:${roundId}:${memberId}`,
    kind: 'pulse' as const,
    payload: { memberId, invitationId: id },
    aboutId: roundId,
    customerId: null,
    receiver: email,
  }))
  for (let i = 0; i < mails.length; i += CHUNK) await enqueue(db, scope, mails.slice(i, i + CHUNK), now)
}

/** Each group as it is kept, and each person in the group in which their answer counts. */
function placed({ groups, people }: Audience) {
  const own = new Map<string, number>()
  for (const { groupId } of people) own.set(groupId, (own.get(groupId) ?? 0) + 1)
  const { hidden, countedIn } = chooseGroups(groups.map(({ id, parentId }) => ({ id, parentId, own: own.get(id) ?? 0 })))
  const counted = people.flatMap(({ groupId, ...person }) => {
    const place = countedIn.get(groupId) ?? null
    return place === null ? [] : [{ ...person, groupId: place }]
  })
  const invited = new Map<string, number>()
  for (const { groupId } of counted) invited.set(groupId, (invited.get(groupId) ?? 0) + 1)
  const kept = groups.map(({ id, parentId, name }) => ({
    groupId: id,
    parentId,
    name,
    invited: invited.get(id) ?? 0,
    hidden: hidden.get(id) ?? null,
  }))
  return { groups: kept, people: counted }
}
