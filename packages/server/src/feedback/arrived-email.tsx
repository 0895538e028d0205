import { findAddressee } from '../customers/addressee.ts'
import { customerScope } from '../customers/confirm.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { writeLetter } from '../mail/layout.tsx'
import type { Mail } from '../mail/mailer.ts'
import { messageIdOf } from '../mail/message-id.ts'
import { firstWords } from '../mail/plain-text.ts'
import type { Messages } from '../outbox/messages.ts'
import { listUntold } from './arrival-store.ts'
import { findTop } from './merging/store.ts'
import { promiseIn, receiptIdOf } from './receipt-email.tsx'
import { readThread } from './thread/read-thread.ts'

const WAITING = ['routed', 'in_progress']

/** Tells a customer which team their compliment reached. Null when it belongs to none by now, when it was answered meanwhile, or when another mail says so. */
export async function composeArrived(deps: Deps, scope: Scope, { feedbackItemId }: Messages['compliment-arrived']): Promise<Mail | null> {
  const top = await findTop(deps.db, scope, feedbackItemId)
  const [item] = await listUntold(deps.db, scope, { ids: [feedbackItemId], top, but: 'compliment-arrived' })
  const to = item ? await findAddressee(deps, scope, item.customerId) : null
  if (!to) return null
  const thread = await readThread(deps, customerScope(to.customer), feedbackItemId)
  if (!thread.goal || !WAITING.includes(thread.status)) return null
  const { letters } = to.texts
  const letter = writeLetter({
    ...to.paper,
    subject: letters.arrived.subject(letters.quoted(firstWords(thread.message))),
    blocks: [
      { say: letters.greeting(to.customer.name) },
      { say: promiseIn(to, thread.kind, thread.goal) },
      { say: letters.receipt.youSaid },
      { quote: thread.message },
      { action: letters.openThread, href: thread.statusUrl },
    ],
    footer: to.footer(...to.welcome),
  })
  const receipt = receiptIdOf(deps, feedbackItemId)
  const headers = { ...to.headers, 'In-Reply-To': receipt, References: receipt }
  return { ...to.envelope(feedbackItemId), ...letter, headers, messageId: messageIdOf(deps.config, 'compliment-arrived', feedbackItemId) }
}
