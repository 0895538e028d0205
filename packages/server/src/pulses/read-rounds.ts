import type { PulseGroup, PulseHidden, PulseRound } from '@klankbord/shared/pulses'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { findMember } from '../members/store.ts'
import { notFound } from '../problem-error.ts'
import { listGroups, listTallies, type RoundGroup, type Tally } from './answer-store.ts'
import { type Asked, scoreOf, valuesOf } from './question.ts'
import { findPulse, listRounds } from './store.ts'

/** The last rounds of a pulse, with what who asks may see of them. */
export async function readRounds(db: Db, scope: Scope, pulseId: string): Promise<PulseRound[]> {
  const sight = await sightOf(db, scope)
  return (await readPulseResults(db, scope, pulseId)).map((round) => ({ ...round, groups: seen(round.groups, sight) }))
}

/** One round with all of its groups, for who opened or closed it. */
export async function readRound(db: Db, scope: Scope, pulseId: string, roundId: string): Promise<PulseRound> {
  const [round] = await readPulseResults(db, scope, pulseId, roundId)
  if (!round) throw notFound('round')
  return round
}

/** What may be shown of a pulse to anyone: every round with all of its groups, newest first, and results only of rounds that have closed. */
export async function readPulseResults(db: Db, scope: Scope, pulseId: string, roundId?: string): Promise<PulseRound[]> {
  const pulse = await findPulse(db, scope, pulseId)
  if (!pulse) throw notFound('pulse')
  const rounds = await listRounds(db, scope, pulseId, roundId)
  if (rounds.length === 0) return []
  const ids = rounds.map(({ id }) => id)
  const groups = byRound(await listGroups(db, scope, ids))
  const tallies = byRound(await listTallies(db, scope, ids))
  return rounds.map((round) => ({
    ...round,
    groups: presentGroups(scope, pulse, groups.get(round.id) ?? [], round.closedAt === null ? null : (tallies.get(round.id) ?? [])),
  }))
}

function byRound<Row extends { roundId: string }>(rows: Row[]): Map<string, Row[]> {
  const rounds = new Map<string, Row[]>()
  for (const row of rows) {
    const known = rounds.get(row.roundId)
    if (known) known.push(row)
    else rounds.set(row.roundId, [row])
  }
  return rounds
}

function presentGroups({ organisationId }: Scope, asked: Asked, groups: RoundGroup[], tallies: Tally[] | null): PulseGroup[] {
  const inside = insideOf(groups)
  const teamOf = (id: string | null) => (id === organisationId ? null : id)
  return groups.map(({ groupId, parentId, name, hidden }) => ({
    teamId: teamOf(groupId),
    parentId: teamOf(parentId),
    name,
    hidden: hidden as PulseHidden | null,
    result: tallies === null || hidden !== null ? null : resultOf(asked, inside.get(groupId) ?? [], tallies),
  }))
}

function resultOf(asked: Asked, groups: RoundGroup[], tallies: Tally[]): PulseGroup['result'] {
  const ids = new Set(groups.map(({ groupId }) => groupId))
  const values = valuesOf(asked)
  const counts = values.map(() => 0)
  for (const { groupId, value, answers } of tallies) {
    const at = values.indexOf(value)
    if (ids.has(groupId) && at >= 0) counts[at] = (counts[at] ?? 0) + answers
  }
  const answers = counts.reduce((sum, count) => sum + count, 0)
  const invited = groups.reduce((sum, { invited, hidden }) => sum + (hidden === null ? invited : 0), 0)
  return { answers, invited, counts, score: scoreOf(asked, counts) }
}

/** Of each group itself and all below it. */
function insideOf(groups: RoundGroup[]): Map<string, RoundGroup[]> {
  const byId = new Map(groups.map((group) => [group.groupId, group]))
  const inside = new Map<string, RoundGroup[]>()
  for (const group of groups)
    for (let at: RoundGroup | undefined = group; at; at = at.parentId === null ? undefined : byId.get(at.parentId)) {
      const list = inside.get(at.groupId)
      if (list) list.push(group)
      else inside.set(at.groupId, [group])
    }
  return inside
}

/** Which teams somebody may read the results of; null is all. */
interface Sight {
  own: Set<string>
  led: Set<string>
}

async function sightOf(db: Db, scope: Scope): Promise<Sight | null> {
  const { who } = scope
  if (who.kind === 'system' || ('role' in who && (who.role === 'owner' || who.role === 'admin'))) return null
  const member = who.kind === 'member' ? await findMember(db, scope, who.id) : undefined
  const teams = member?.teams ?? []
  const idsOf = (of: typeof teams) => new Set(of.map(({ teamId }) => teamId))
  return { own: idsOf(teams), led: idsOf(teams.filter(({ role }) => role === 'lead')) }
}

/** Everyone’s result, that of one's own teams and of the levels above them, and for a lead those below. */
function seen(groups: PulseGroup[], sight: Sight | null): PulseGroup[] {
  if (sight === null) return groups
  const byId = new Map(groups.map((group) => [group.teamId, group]))
  const above = (group: PulseGroup): PulseGroup[] => {
    const parent = group.parentId === null && group.teamId === null ? undefined : byId.get(group.parentId)
    return parent && parent !== group ? [group, ...above(parent)] : [group]
  }
  const shown = new Set<PulseGroup>()
  for (const group of groups) {
    const line = above(group)
    if (line.length === 1) shown.add(group)
    if (group.teamId !== null && sight.own.has(group.teamId)) for (const one of line) shown.add(one)
    if (line.some(({ teamId }) => teamId !== null && sight.led.has(teamId))) shown.add(group)
  }
  return groups.filter((group) => shown.has(group))
}
