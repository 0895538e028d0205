import { startActor } from '../src/bulk-acts/actor.ts'
import { startBulkAct } from '../src/bulk-acts/start-act.ts'
import { newId } from '../src/db/ids.ts'
import { routeFeedback } from '../src/feedback/triage.ts'
import { SITE_ORIGIN } from './builders.ts'
import type { Engine } from './engines.ts'
import { openMerging } from './merging.ts'

/** What a letter says of a compliment that reached its team. */
export const ARRIVED = 'Je compliment is aangekomen bij Werkplaats.'

/** Compliments that wait for a team, and what their customers hear of it. */
export async function openArriving(open: Engine['open']) {
  const m = await openMerging(open)
  const mine = () => m.deps.db.within(m.given.scope)
  const compliment = async (how: Parameters<typeof m.says>[0] = {}) => {
    const said = await m.says({ message: 'Wat een fijne monteur!', goalId: null, status: 'received', email: `${newId()}@example.com`, ...how })
    await m.change(said.id, { kind: 'compliment' })
    m.harness.pass({ seconds: 1 })
    return said
  }
  const route = (id: string, goalId = m.given.goalId) => routeFeedback(m.deps, m.given.scope, { id, goalId })
  /** After the time in which a person thinks better of it. */
  const later = async () => {
    m.harness.pass({ minutes: 11 })
    await m.deliver()
    await m.deliver()
    return m.harness.mails.map(({ to, text }) => ({ to, text: text.replace(/\s+/g, ' ') }))
  }
  /** Another team with a goal. */
  const other = async (name = 'Winkel') => {
    const [teamId, id, createdAt] = [newId(), newId(), 'then']
    await mine().insertInto('teams', { id: teamId, name, level: 'team', parentId: null, createdAt }).execute()
    const goal = { title: 'Blije klanten', teamId, memberId: m.given.ownerId, parentId: null, replyWithinDays: 3, public: 'false', createdAt }
    await mine()
      .insertInto('goals', { ...goal, id })
      .execute()
    return id
  }
  const submit = (headers: Record<string, string> = {}, more: object = {}) =>
    m.harness
      .request('POST', `/widget/v1/sites/${m.given.siteKey}/feedback`, {
        body: { kind: 'compliment', message: 'Wat een fijne monteur!', locale: 'nl', ...more },
        headers: { Origin: SITE_ORIGIN, 'Idempotency-Key': newId(), ...headers },
      })
      .then(({ body }) => body as { id: string; customerToken: string })
  /** Somebody who confirmed their address on an earlier visit. */
  const known = async () => {
    const { customerToken } = await submit({}, { kind: 'idea', email: 'ada@example.com', emailConsent: true })
    await m.deliver()
    await mine().updateTable('customers').set({ emailConfirmedAt: '2026-03-02T09:00:00.000Z' }).where('email', '=', 'ada@example.com').execute()
    m.harness.pass({ seconds: 1 })
    m.harness.mails.length = 0
    return { Authorization: `Bearer ${customerToken}` }
  }
  const inBulk = async (ids: string[], goalId = m.given.goalId) => {
    const act = await startBulkAct(m.deps, m.given.scope, { act: { type: 'route', goalId }, what: { ids } })
    await startActor(m.deps, { pollMs: null }).runOnce()
    return act
  }
  return { ...m, mine, compliment, route, later, other, submit, known, inBulk }
}
