import { DeliveryState } from '@klankbord/shared/deliveries'
import { type ReceiverCounts, type ReceiverPage, reachChannels, untoldReasons } from '@klankbord/shared/outcome-receivers'
import type { PageQuery } from '@klankbord/shared/page'
import { pageFrom, readCursor } from '../../db/pages.ts'
import type { Scope } from '../../db/scope.ts'
import type { Deps } from '../../deps.ts'
import { notFound } from '../../problem-error.ts'
import { isTelling } from '../answer-part.ts'
import { findOutcome, statusesOf } from '../store.ts'
import { countReceivers, listReceivers, type Told, type Wanted } from './store.ts'

type Asked = PageQuery & Wanted & { id: string }

/** Who is told of an outcome and who is not, with the reason; once it is out, what became of it. */
export async function readReceivers({ db }: Deps, scope: Scope, { id, ...query }: Asked): Promise<ReceiverPage> {
  const outcome = await findOutcome(db, scope, id)
  if (!outcome) throw notFound('outcome')
  // While its mails are being queued it is read as before: who has none yet still gets one.
  const isPublished = outcome.publishedAt !== null && !isTelling(outcome.answering)
  return pageOfReceivers({ db }, scope, { id, isPublished }, query)
}

/** Who would be told of an answer to this one item: its customer, and those whose items were merged into it. */
export async function readReceiversOfItem({ db }: Deps, scope: Scope, { id, ...query }: Asked): Promise<ReceiverPage> {
  if (!(await statusesOf(db, scope, [id])).has(id)) throw notFound('feedback')
  return pageOfReceivers({ db }, scope, { id: '', isPublished: false, feedbackId: id }, query)
}

async function pageOfReceivers({ db }: Pick<Deps, 'db'>, scope: Scope, told: Told, { limit, cursor, ...wanted }: Omit<Asked, 'id'>) {
  const after = cursor === undefined ? '' : (readCursor(cursor, 1)[0] ?? '')
  const rows = await listReceivers(db, scope, told, wanted, { after, limit })
  const page = pageFrom(
    rows,
    limit,
    (row) => [row.id],
    ({ id, feedbackId, name, email, language, channel, reason, delivery, hasSeen, answer }) => ({
      ...{ id, feedbackId, name, email, locale: language, channel, reason, delivery },
      seen: told.isPublished && hasSeen === 1,
      helped: told.isPublished ? answer : null,
    }),
  )
  return { ...page, counts: countsOf(await countReceivers(db, scope, told), told.isPublished) }
}

const none = <Name extends string>(names: readonly Name[]) => Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>

function countsOf(rows: Awaited<ReturnType<typeof countReceivers>>, isPublished: boolean): ReceiverCounts {
  const counts = { channels: none(reachChannels), reasons: none(untoldReasons), deliveries: none(DeliveryState.options), seen: 0, reacted: 0 }
  const languages = new Map<string, { locale: string; email: number; widget: number }>()
  for (const { channel, reason, delivery, language, people, seen, reacted } of rows) {
    counts.channels[channel] += people
    if (reason) counts.reasons[reason] += people
    if (delivery) counts.deliveries[delivery] += people
    if (isPublished) {
      counts.seen += seen
      counts.reacted += reacted
    }
    if (channel === 'none') continue
    const known = languages.get(language) ?? { locale: language, email: 0, widget: 0 }
    known[channel] += people
    languages.set(language, known)
  }
  return { ...counts, languages: [...languages.values()].toSorted((one, other) => other.email + other.widget - one.email - one.widget) }
}
