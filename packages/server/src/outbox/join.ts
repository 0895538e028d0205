import { type ExpressionBuilder, sql } from 'kysely'
import type { Db } from '../db/db.ts'
import type { DeliveryRow } from '../db/outcome-rows.ts'
import { prepared } from '../db/prepared.ts'
import type { Database } from '../db/schema.ts'
import { type Letter, writeLetter } from '../mail/layout.tsx'
import type { Mail } from '../mail/mailer.ts'
import { CLAIM_SECONDS, type Settlement } from './claims.ts'
import type { MessageKind } from './messages.ts'

/** Letters that can wait for each other. A colleague's message can't, and what somebody asked for just now neither. */
const CAN_WAIT: readonly MessageKind[] = ['receipt', 'compliment-arrived', 'merged', 'promise-moved', 'outcome-email']
/** So many a day come one by one; what is more waits, and comes as one letter. */
const MOST_A_DAY = 3
const DAY_MS = 24 * 60 * 60 * 1000
const MOST_TOGETHER = 20
/** It waits for a day to be over; and somebody has it in hand, together with others. */
const [JOINED, TAKEN] = ['joined', 'joined-taken']

interface Sought {
  organisationId: string
  receiver: string
  id: string
  since: string
  now: string
}

/** Everyone with an address. Deliveries have an index by customer and none by receiver, so that they are found by both. */
const customersAt = (organisationId: string, email: string) => (eb: ExpressionBuilder<Database, 'deliveries'>) =>
  eb.selectFrom('customers').select('customers.id').where('customers.organisationId', '=', organisationId).where('customers.email', '=', email)

/** What went to an address since then, or is on its way before this one, newest first. */
const recent = prepared((db, { organisationId, receiver, id, since, now }: Sought) =>
  db.everywhere
    .selectFrom('deliveries')
    .select(['state', 'updatedAt'])
    .where('customerId', 'in', customersAt(organisationId, receiver))
    .where('receiver', '=', receiver)
    .where('kind', 'in', CAN_WAIT)
    .where('id', '!=', id)
    .where((eb) =>
      eb.or([
        eb.and([eb('state', 'in', ['sending', 'sent', 'unknown']), eb('updatedAt', '>', since)]),
        eb.and([eb('state', '=', 'queued'), eb('attempts', '>', 0), eb('dueAt', '>', now), eb('id', '<', id), eb('reason', 'is', null)]),
      ]),
    )
    .orderBy('updatedAt', 'desc')
    .limit(MOST_A_DAY),
)

/** What a delivery waits for, when its receiver got enough mail for a day; null when it may go now. */
export async function waitFor(db: Db, row: DeliveryRow, now: Date): Promise<Settlement | null> {
  if (row.customerId === null || !CAN_WAIT.includes(row.kind as MessageKind)) return null
  if (row.reason === JOINED && (await isEarlierDue(db, row, now)))
    return { state: 'queued', reason: JOINED, dueAt: new Date(now.getTime() + YIELD_MS), wasTried: false }
  const since = new Date(now.getTime() - DAY_MS).toISOString()
  const before = await recent(db, { ...row, since, now: now.toISOString() })
  const oldest = before.at(-1)
  if (before.length < MOST_A_DAY || !oldest) return null
  const from = before.every(({ state }) => state === 'sent') ? new Date(oldest.updatedAt) : now
  return { state: 'queued', reason: JOINED, dueAt: new Date(from.getTime() + DAY_MS), wasTried: false }
}

const YIELD_MS = 60_000

/** Whether another one that waits for the same receiver comes first: that one takes this one along. */
async function isEarlierDue({ everywhere }: Db, { id, organisationId, receiver }: DeliveryRow, now: Date): Promise<boolean> {
  const soon = new Date(now.getTime() + CLAIM_SECONDS * 1000).toISOString()
  const earlier = everywhere
    .selectFrom('deliveries')
    .select('id')
    .where('customerId', 'in', customersAt(organisationId, receiver))
    .where('receiver', '=', receiver)
    .where('state', '=', 'queued')
    .where('reason', '=', JOINED)
    .where('dueAt', '<=', soon)
    .where('id', '<', id)
  return (await earlier.limit(1).executeTakeFirst()) !== undefined
}

/** Claims what waits for the same receiver, to go along with this one. Nobody else takes them from then on. */
export async function takeAlong({ everywhere }: Db, { id, organisationId, receiver, reason }: DeliveryRow, now: Date): Promise<DeliveryRow[]> {
  if (reason !== JOINED && reason !== TAKEN) return []
  const waiting = sql<boolean>`organisation_id = ${organisationId} and receiver = ${receiver} and state = 'queued' and reason = ${JOINED} and id > ${id}`
  return everywhere
    .updateTable('deliveries')
    .set((eb) => ({ dueAt: new Date(now.getTime() + CLAIM_SECONDS * 1000).toISOString(), reason: TAKEN, attempts: eb('attempts', '+', 1) }))
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('deliveries')
        .select('id')
        .where('customerId', 'in', customersAt(organisationId, receiver))
        .where(waiting)
        .orderBy('id')
        .limit(MOST_TOGETHER),
    )
    .where(waiting)
    .returningAll()
    .execute()
}

/** One letter out of several to the same receiver, each under its own subject; a single one stays as it is. */
export function joined(mails: Mail[]): Mail {
  const [first, ...more] = mails as [Mail, ...Mail[]]
  const letters = mails.map(({ letter }) => letter).filter((letter): letter is Letter => letter !== undefined)
  const { letter } = first
  if (more.length === 0 || !letter?.joined || letters.length < mails.length) return first
  const written = writeLetter({
    ...letter,
    subject: letter.joined.subject(letter.organisation, mails.length),
    blocks: [{ say: letter.joined.intro }, ...letters.flatMap(({ subject, blocks }) => [{ heading: subject }, ...blocks.slice(1)])],
  })
  const references = [...new Set(mails.flatMap(({ headers }) => headers.References?.split(' ') ?? []))].slice(-10)
  const pictures = [...new Map(mails.flatMap(({ pictures = [] }) => pictures).map((picture) => [picture.name, picture])).values()]
  return { ...first, ...written, pictures, headers: { ...first.headers, ...(references.length > 0 && { References: references.join(' ') }) } }
}
