import { type LiveEvents, PRESENCE_GONE_SECONDS } from '@klankbord/shared/live'
import { presentAct } from '../bulk-acts/read-act.ts'
import type { Deps } from '../deps.ts'
import { listSignedIn } from '../members/session-store.ts'
import { KEEP_ALIVE, type Listener, written } from './channel.ts'
import { createPresences } from './presences.ts'
import { listChanges, listMovedActs, listPresences, MOST } from './store.ts'

/** What else can happen to a member, such as a notification: asked at each look, for what happened since. */
export type LiveSource = (deps: Pick<Deps, 'db'>, since: string) => Promise<{ organisationId: string; memberId: string }[]>

const LOOK_MS = 300
/** What was committed late is found among what happened so long ago. */
const LATE_MS = 5_000
const KEEP_ALIVE_MS = 15_000
const SIGNED_IN_MS = 3_000
/** The numbers beside the views are read anew by everybody who is told, so they are told of them less often. */
const COUNTS_MS = 2_000

type Told = Omit<LiveEvents['feedback'], 'ids'> & { ids: Set<string> }

/**
 * Looks, as long as somebody listens, at what happened anywhere: in this process or another. One look serves all who listen, so that a thousand pages cost hardly more than one.
 */
export class Hub {
  private readonly listeners = new Map<string, Set<Listener>>()
  private readonly presences = createPresences()
  /** Events that were told, and when, since what is late is looked for again and again. */
  private readonly known = new Map<string, number>()
  private readonly acts = new Map<string, string>()
  private readonly toCount = new Set<string>()
  private readonly countedAt = new Map<string, number>()
  private since: Date
  private timer: NodeJS.Timeout | undefined
  private keptAliveAt = 0
  private askedAt = 0

  constructor(
    private readonly deps: Pick<Deps, 'db' | 'clock' | 'log'>,
    private readonly sources: readonly LiveSource[],
  ) {
    this.since = deps.clock()
  }

  /** From now on this listener is told; first who looks at what. */
  async add(listener: Listener, missed: boolean) {
    if (this.listeners.size === 0) await this.begin()
    const some = this.listeners.get(listener.organisationId) ?? new Set()
    this.listeners.set(listener.organisationId, some.add(listener))
    for (const { id, people } of this.presences.of(listener.organisationId)) listener.send(written('presence', { id, people }))
    // Whoever was away reads all of it anew: what they missed is not worth telling apart.
    if (missed) listener.send(written('feedback', { ids: [], by: null, more: true }, String(this.since.getTime())))
    this.lookAgain()
  }

  remove(listener: Listener) {
    const some = this.listeners.get(listener.organisationId)
    some?.delete(listener)
    if (some?.size === 0) this.listeners.delete(listener.organisationId)
  }

  endAll() {
    for (const listener of this.all()) listener.end()
  }

  /** What happened before the first came to listen is nothing to tell. */
  private async begin() {
    const { db, clock } = this.deps
    this.since = clock()
    const now = this.since.getTime()
    for (const { id } of await listChanges(db, new Date(now - LATE_MS))) this.known.set(id, now)
    for (const row of await listMovedActs(db, new Date(now - LATE_MS).toISOString())) this.acts.set(row.id, row.updatedAt)
    this.presences.take(await listPresences(db, new Date(now - PRESENCE_GONE_SECONDS * 1000).toISOString()), this.since)
  }

  private all() {
    return [...this.listeners.values()].flatMap((some) => [...some])
  }

  private tell(organisationId: string, chunk: Uint8Array) {
    for (const listener of this.listeners.get(organisationId) ?? []) listener.send(chunk)
  }

  private lookAgain() {
    this.timer ??= setTimeout(async () => {
      await this.look().catch((error) => this.deps.log.error({ err: error }, 'live'))
      this.timer = undefined
      if (this.listeners.size > 0) this.lookAgain()
    }, LOOK_MS).unref()
  }

  private async look() {
    const now = this.deps.clock()
    const from = new Date(this.since.getTime() - LATE_MS)
    await this.lookAtChanges(from, now)
    this.tellCounts(performance.now())
    await this.lookAtPresences(from.toISOString(), now)
    await this.lookAtActs(from.toISOString())
    await this.lookAtSources(this.since.toISOString())
    this.since = now
    if (performance.now() > this.askedAt + SIGNED_IN_MS) await this.endWhoLeft(now)
    if (performance.now() < this.keptAliveAt + KEEP_ALIVE_MS) return
    this.keptAliveAt = performance.now()
    for (const listener of this.all()) listener.send(KEEP_ALIVE)
  }

  private async lookAtChanges(from: Date, now: Date) {
    const rows = await listChanges(this.deps.db, from)
    const fresh = rows.filter(({ id }) => !this.known.has(id))
    for (const { id } of fresh) this.known.set(id, now.getTime())
    for (const [id, at] of this.known) if (at < now.getTime() - 2 * LATE_MS) this.known.delete(id)
    for (const [organisationId, told] of byOrganisation(fresh, rows.length > MOST)) {
      if (!this.listeners.has(organisationId)) continue
      for (const { ids, by, more } of told) this.tell(organisationId, written('feedback', { ids: [...ids], by, more }, String(now.getTime())))
      this.toCount.add(organisationId)
    }
  }

  /** The first change is told at once, those that follow it soon together. */
  private tellCounts(now: number) {
    for (const organisationId of this.toCount) {
      if (now < (this.countedAt.get(organisationId) ?? 0) + COUNTS_MS) continue
      this.countedAt.set(organisationId, now)
      this.toCount.delete(organisationId)
      this.tell(organisationId, written('counts', {}))
    }
  }

  private async lookAtPresences(since: string, now: Date) {
    for (const { organisationId, id, people } of this.presences.take(await listPresences(this.deps.db, since), now))
      this.tell(organisationId, written('presence', { id, people }))
  }

  private async lookAtActs(since: string) {
    for (const row of await listMovedActs(this.deps.db, since)) {
      if (this.acts.get(row.id) === row.updatedAt) continue
      this.acts.set(row.id, row.updatedAt)
      if (this.listeners.has(row.organisationId)) this.tell(row.organisationId, written('act', presentAct({ ...row, act: JSON.parse(row.act) })))
    }
  }

  private async lookAtSources(since: string) {
    for (const source of this.sources)
      for (const { organisationId, memberId } of await source(this.deps, since))
        for (const listener of this.listeners.get(organisationId) ?? [])
          if (listener.memberId === memberId) listener.send(written('notifications', {}))
  }

  private async endWhoLeft(now: Date) {
    this.askedAt = performance.now()
    const open = this.all()
    const hashes = open.map(({ secretHash }) => secretHash)
    const signedIn = await listSignedIn(this.deps.db, hashes, now)
    for (const listener of open)
      if (!signedIn.has(listener.secretHash)) {
        listener.send(written('signed-out', {}))
        listener.end()
      }
  }
}

/** What happened, by who did it. */
function byOrganisation(rows: Awaited<ReturnType<typeof listChanges>>, more: boolean): [string, Told[]][] {
  const told = new Map<string, Map<string, Told>>()
  for (const { organisationId, feedbackItemId, actorKind, actorId, actorName } of rows) {
    const by = actorKind === 'member' && actorId !== null ? { id: actorId, name: actorName ?? '' } : null
    const some = told.get(organisationId) ?? new Map<string, Told>()
    const one = some.get(by?.id ?? '') ?? { ids: new Set<string>(), by, more }
    told.set(organisationId, some.set(by?.id ?? '', one))
    if (feedbackItemId !== null) one.ids.add(feedbackItemId)
  }
  return [...told].map(([organisationId, some]) => [organisationId, [...some.values()]])
}
