import type { Pulse, PulseRound } from '@klankbord/shared/pulses'
import { type Db, transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { writePoints } from '../measures/points-store.ts'
import { findMeasure } from '../measures/store.ts'
import { notFound, ProblemError } from '../problem-error.ts'
import { insertTallies, listGroups, listTallies, type RoundGroup, removeInvitations, removeTallies, type Tally, updateGroup } from './answer-store.ts'
import { chooseGroups } from './choose-groups.ts'
import { scoreOf, valuesOf } from './question.ts'
import { readRound } from './read-rounds.ts'
import { findPulse, listRounds, setClosed } from './store.ts'

/** Closes a round before its time, because an admin asks for it. */
export async function closeRoundNow({ db, clock }: Deps, scope: Scope, { id, roundId }: { id: string; roundId: string }): Promise<PulseRound> {
  await transact(db, async (db) => {
    const pulse = await findPulse(db, scope, id)
    const [round] = pulse ? await listRounds(db, scope, id, roundId) : []
    if (!pulse || !round) throw notFound('round')
    if (!(await closeRound(db, scope, pulse, roundId, clock()))) throw new ProblemError('conflict', 'This round was closed already.')
  })
  return readRound(db, scope, id, roundId)
}

/**
 * Closes a round. From then on no more is kept than may be shown: groups with too few answers are added up with the level above, and what was counted of them alone is gone, as
 * are the invitations. False when it was closed before.
 */
export async function closeRound(db: Db, scope: Scope, pulse: Pulse, roundId: string, now: Date): Promise<boolean> {
  if (!(await setClosed(db, scope, roundId, now.toISOString()))) return false
  await removeInvitations(db, scope, roundId)
  const groups = await listGroups(db, scope, [roundId])
  const tallies = await listTallies(db, scope, [roundId])
  const { kept, sums } = addedUp(groups, tallies)
  await removeTallies(db, scope, roundId)
  await insertTallies(
    db,
    scope,
    [...sums].flatMap(([groupId, counts]) => valuesOf(pulse).map((value) => ({ roundId, groupId, value, answers: counts.get(value) ?? 0 }))),
  )
  for (const { groupId, hidden, invited } of kept) await updateGroup(db, scope, { roundId, groupId, hidden, invited })
  await writeDown(db, scope, pulse, sums, now)
  await record(db, scope, [{ type: 'pulse.closed', detail: { pulseId: pulse.id, roundId } }], now)
  return true
}

type Sums = Map<string, Map<number, number>>

/** The groups that were counted, with why they are hidden now, and the answers of those that are shown. */
function addedUp(groups: RoundGroup[], tallies: Tally[]) {
  const byId = new Map(groups.map((group) => [group.groupId, group]))
  const counted = groups.filter(({ hidden }) => hidden === null)
  const answers = new Map<string, number>()
  for (const tally of tallies) answers.set(tally.groupId, (answers.get(tally.groupId) ?? 0) + tally.answers)
  const { hidden, countedIn } = chooseGroups(
    counted.map(({ groupId, parentId }) => ({ id: groupId, parentId: nearestCounted(byId, parentId), own: answers.get(groupId) ?? 0 })),
  )
  const sums: Sums = new Map()
  for (const { groupId, value, answers } of tallies) {
    const place = countedIn.get(groupId) ?? null
    if (place === null) continue
    const counts = sums.get(place) ?? new Map<number, number>()
    sums.set(place, counts.set(value, (counts.get(value) ?? 0) + answers))
  }
  const invited = new Map<string, number>()
  for (const group of counted) {
    const place = countedIn.get(group.groupId) ?? null
    if (place !== null) invited.set(place, (invited.get(place) ?? 0) + group.invited)
  }
  const kept = counted.map(({ groupId }) => ({ groupId, hidden: hidden.get(groupId) ?? null, invited: invited.get(groupId) ?? 0 }))
  return { kept, sums }
}

function nearestCounted(groups: Map<string, RoundGroup>, id: string | null): string | null {
  for (let at = id; at !== null; at = groups.get(at)?.parentId ?? null) if (groups.get(at)?.hidden === null) return at
  return null
}

/** The result of everyone who was asked, as a value of the measure that the pulse feeds; none where it stays hidden. */
async function writeDown(db: Db, scope: Scope, pulse: Pulse, sums: Sums, now: Date) {
  const measure = pulse.measureId === null ? undefined : await findMeasure(db, scope, pulse.measureId)
  if (!measure || measure.source === 'computed') return
  const counts = valuesOf(pulse).map((value) => [...sums.values()].reduce((sum, counts) => sum + (counts.get(value) ?? 0), 0))
  const value = scoreOf(pulse, counts)
  const n = counts.reduce((sum, count) => sum + count, 0)
  if (value !== null) await writePoints(db, scope, measure.id, [{ at: now.toISOString(), value, n }])
}
