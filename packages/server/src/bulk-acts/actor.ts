import type { Scope, Who } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { sleep } from '../outbox/bell.ts'
import { type Rounds, startRounds } from '../outbox/rounds.ts'
import { doPart } from './do-part.ts'
import { findAct, holdAct, listWaiting, type StoredAct } from './store.ts'
import { undoPart } from './undo-part.ts'

/** What a process that ended had in hand is taken up again after this. */
const HOLD_MS = 5_000
/** Between two parts the machine is others' about as long as a part took. */
const LEAST_REST_MS = 4
const MOST_REST_MS = 40

/** Whoever asked for the act; what it does is theirs. */
const scopeOf = ({ organisationId, byKind, byId: id, byName: name }: StoredAct): Scope => ({
  organisationId,
  who: { kind: byKind as 'member' | 'api-key', id, name, role: 'member' } satisfies Who,
})

/**
 * Does acts on many items in the background, a part of each in turn. Any number of processes may do so; each act is in the hands of one. How far it is stands with what it did,
 * so that one that is killed goes on where it was.
 */
export function startActor(deps: Deps, { pollMs = 250 }: { pollMs?: number | null } = {}): Rounds {
  const held = new Set<string>()
  const scopes = new Map<string, Scope>()

  const untilOf = () => new Date(deps.clock().getTime() + HOLD_MS).toISOString()

  async function takeNew() {
    const now = deps.clock().toISOString()
    for (const act of await listWaiting(deps.db, now)) {
      if (held.has(act.id) || !(await holdAct(deps.db, act.id, now, untilOf()))) continue
      held.add(act.id)
      scopes.set(act.id, scopeOf(act))
    }
  }

  /** True when the act goes on. */
  async function turn(id: string): Promise<boolean> {
    const scope = scopes.get(id)
    const act = scope && (await findAct(deps.db, scope, id))
    if (!scope || !act) return false
    if (act.state === 'running') return doPart(deps, scope, act, untilOf())
    return act.undo === 'running' ? undoPart(deps, scope, act, untilOf()) : false
  }

  /** A part of each act in hand. */
  async function round(isStopping: () => boolean): Promise<boolean> {
    await takeNew()
    for (const id of held) {
      if (isStopping()) break
      const began = performance.now()
      if (!(await turn(id))) held.delete(id)
      if (pollMs !== null) await sleep(Math.min(MOST_REST_MS, Math.max(LEAST_REST_MS, performance.now() - began)))
    }
    return held.size > 0
  }

  return startRounds(deps, {
    about: 'bulk acts',
    pollMs,
    round,
    // What was in hand is taken up again when nobody holds it any more.
    onFault: () => held.clear(),
  })
}
