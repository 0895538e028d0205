import { test } from 'vitest'
import { sql } from 'kysely'
import { engines } from '../../test/engines.ts'
import { givenOrganisation } from '../../test/builders.ts'
import { openHarness } from '../../test/harness.ts'
import { createMeasure } from '../measures/create-measure.ts'
import { readMeasures } from './read-measures.ts'
import { readLoop } from './read-loop.ts'
for (const { engine, open } of engines)
test(engine, async () => {
  const h = await openHarness(open)
  const g = await givenOrganisation(h.deps)
  const mine = h.deps.db.within(g.scope)
  const N = 100_000
  const begin = Date.UTC(2024, 3, 1)
  const outs = Array.from({ length: 300 }, (_, i) => `outcome-${i}`)
  for (let i = 0; i < N; i += 500) {
    const rows = Array.from({ length: 500 }, (_, j) => {
      const k = i + j
      const s = new Date(begin + (k / N) * 700 * 86400000)
      const a = new Date(s.getTime() + 3 * 86400000).toISOString()
      const done = k % 10 < 8
      return { id: `item-${k}`, siteId: g.siteId, customerId: `c-${k}`, kind: ['compliment', 'complaint', 'idea', 'question'][k % 4] as string, message: 'Mijn band is lek en hij staat al drie dagen bij jullie', status: done ? 'answered' : 'routed', locale: 'nl', pageUrl: null, attributes: '{"plan":"pro"}', news: k % 2, helped: k % 3 ? null : 'yes', mergedIntoId: null, ratingScale: 'csat', ratingValue: (k % 5) + 1, goalId: g.goalId, initiativeId: null, plan: null, outcomeId: done ? (outs[k % 300] as string) : null, submittedAt: s.toISOString(), answeredAt: done ? a : null, replyBy: a, repliedAt: done ? a : null, reactionText: null, reactedAt: null, routing: '{}', erasedAt: null }
    })
    await mine.insertInto('feedbackItems', rows).execute()
    await mine.insertInto('customers', rows.map((r) => ({ id: r.customerId, siteId: g.siteId, email: `${r.customerId}@x.nl`, emailConfirmedAt: null, confirmationSentAt: null, unsubscribedAt: null, name: null, locale: 'nl', createdAt: r.submittedAt }))).execute()
    const evs = rows.flatMap((r) => [['feedback.received', 'customer', r.submittedAt], ['feedback.message', 'member', r.submittedAt], ['outcome.published', 'member', r.answeredAt ?? r.submittedAt]].map(([type, actorKind, createdAt], n) => ({ id: `${r.id}-${n}`, feedbackItemId: r.id, aboutId: null, type: type as string, actorKind: actorKind as string, actorId: null, actorName: null, detail: '{}', createdAt: createdAt as string })))
    await mine.insertInto('events', evs).execute()
    await mine.insertInto('deliveries', rows.map((r, j) => ({ id: `d-${i + j}`, kind: 'outcome-email', aboutId: r.outcomeId ?? 'x', customerId: null, receiver: `${r.customerId}@x.nl`, payload: '{}', state: 'sent', attempts: 1, reason: null, queuedAt: r.submittedAt, dueAt: r.submittedAt, updatedAt: r.submittedAt }))).execute()
  }
  if (engine === 'postgres') await sql`analyze`.execute(h.deps.db.everywhere)
  for (const metric of ['compliments', 'complaints', 'ratio', 'csat', 'answered', 'told', 'helped', 'promiseKept', 'timeToReply', 'timeToOutcome'] as const)
    await createMeasure(h.deps, g.scope, { name: metric, unit: '%', direction: 'up', source: 'computed', computed: { metric } })
  let longest = 0, last = performance.now()
  const beat = setInterval(() => { longest = Math.max(longest, performance.now() - last); last = performance.now() }, 5)
  for (let round = 0; round < 3; round++) {
    longest = 0; last = performance.now()
    let t = performance.now(); let c = process.cpuUsage()
    const cpu = () => { const d = process.cpuUsage(c); c = process.cpuUsage(); return Math.round((d.user + d.system) / 1000) + ' ms cpu' }
    const all = await readMeasures(h.deps, g.scope, {})
    console.info(engine, 'ten computed measures, 24 months:', Math.round(performance.now() - t), 'ms; longest', Math.round(longest), cpu(), all[0]?.points.length)
    t = performance.now(); longest = 0; last = t
    await readLoop(h.deps, g.scope, { from: '2024-01-01' })
    console.info(engine, 'loop whole:', Math.round(performance.now() - t), 'longest', Math.round(longest), cpu())
    t = performance.now()
    await readLoop(h.deps, g.scope, { teamId: g.teamId })
    console.info(engine, 'loop 90 days of team:', Math.round(performance.now() - t), cpu())
  }
  clearInterval(beat)
  await h.close()
}, 300_000)
