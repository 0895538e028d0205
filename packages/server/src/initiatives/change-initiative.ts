import type { Goal } from '@klankbord/shared/goals'
import type { Initiative, InitiativeState } from '@klankbord/shared/initiatives'
import { requireSeen } from '../changes/setting.ts'
import { type Db, transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { checkPeriod } from '../goals/check-place.ts'
import { requireTeam } from '../goals/hands.ts'
import { findGoal } from '../goals/store.ts'
import { notFound, notFoundAt, ProblemError } from '../problem-error.ts'
import { requirePeople } from './people.ts'
import { findInitiative, initiativeSettings, replacePeople, updateInitiative } from './store.ts'

interface InitiativeChange {
  id: string
  title?: string | undefined
  plan?: string | undefined
  notes?: string | undefined
  startsOn?: string | null | undefined
  endsOn?: string | null | undefined
  memberIds?: string[] | undefined
  version?: string | undefined
}

/** The team changes its How. One that a colleague without an account proposed is the team's from then on. */
export function changeInitiative({ db, clock }: Deps, scope: Scope, { id, memberIds, version, ...input }: InitiativeChange): Promise<Initiative> {
  const now = clock()
  return transact(db, async (db) => {
    const { initiative, goal } = await requireOurs(db, scope, id)
    requireSeen(version, initiativeSettings(initiative))
    checkPeriod({ ...initiative, ...input })
    const people = memberIds && (await requirePeople(db, scope, goal, memberIds))
    const wanted = { ...input, ...emptyIsNone(input), ...(initiative.state === 'proposed' && { state: 'planned' as const }) }
    const isOther = ([name, value]: [string, unknown]) => value !== undefined && value !== initiative[name as keyof Initiative]
    const changes = Object.fromEntries(Object.entries(wanted).filter(isOther))
    const before = initiative.people.map(({ id }) => id)
    const moves = people !== undefined && people.toSorted().join() !== before.toSorted().join()
    if (Object.keys(changes).length === 0 && !moves) return initiative
    await updateInitiative(db, scope, id, changes)
    if (people && moves) await replacePeople(db, scope, id, people)
    const from = Object.fromEntries(Object.keys(changes).map((name) => [name, initiative[name as keyof Initiative]]))
    const detail = {
      initiativeId: id,
      from: { ...from, ...(moves && { memberIds: before }) },
      to: { ...changes, ...(moves && { memberIds: people }) },
    }
    await record(db, scope, [{ type: 'initiative.changed', aboutId: id, detail }], now)
    return (await findInitiative(db, scope, id)) as Initiative
  })
}

const emptyIsNone = ({ plan, notes }: Pick<InitiativeChange, 'plan' | 'notes'>) => ({
  ...(plan === '' && { plan: null }),
  ...(notes === '' && { notes: null }),
})

/** An initiative with its goal; refused to everyone who is not in the team that owns it. `path` is the field that names it, where one does. */
export async function requireOurs(db: Db, scope: Scope, id: string, path?: string): Promise<{ initiative: Initiative; goal: Goal }> {
  const initiative = await findInitiative(db, scope, id)
  if (!initiative) throw path === undefined ? notFound('initiative') : notFoundAt(path, 'initiative')
  const goal = await findGoal(db, scope, initiative.goalId)
  if (!goal) throw notFound('goal')
  await requireTeam(db, scope, goal)
  return { initiative, goal }
}

const runs: InitiativeState[] = ['proposed', 'planned', 'started']

/** Work has begun, if it had not; refused once it has ended. */
export async function start(db: Db, scope: Scope, { id, state }: Pick<Initiative, 'id' | 'state'>, now: Date) {
  if (!runs.includes(state)) throw new ProblemError('conflict', 'This initiative has ended. Write a new one for what you are going to do.')
  if (state === 'started') return
  await updateInitiative(db, scope, id, { state: 'started', startedAt: now.toISOString() })
  await record(db, scope, [{ type: 'initiative.started', aboutId: id, detail: { initiativeId: id, from: state } }], now)
}

/** Finishes or stops it. Its feedback goes on waiting for an outcome. */
export function endInitiative({ db, clock }: Deps, scope: Scope, { id, state }: { id: string; state: 'finished' | 'stopped' }): Promise<Initiative> {
  const now = clock()
  return transact(db, async (db) => {
    const { initiative } = await requireOurs(db, scope, id)
    if (initiative.state === state) return initiative
    if (!runs.includes(initiative.state)) throw new ProblemError('conflict', `This initiative has ended already, as ${initiative.state}.`)
    if (state === 'finished' && initiative.state !== 'started')
      throw new ProblemError('conflict', 'This initiative has not begun. Start it first, or stop it.')
    await updateInitiative(db, scope, id, { state, endedAt: now.toISOString() })
    await record(db, scope, [{ type: 'initiative.ended', aboutId: id, detail: { initiativeId: id, from: initiative.state, state } }], now)
    return (await findInitiative(db, scope, id)) as Initiative
  })
}
