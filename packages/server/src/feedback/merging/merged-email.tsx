import { findAddressee } from '../../customers/addressee.ts'
import { customerScope } from '../../customers/confirm.ts'
import type { Scope } from '../../db/scope.ts'
import type { Deps } from '../../deps.ts'
import { writeLetter } from '../../mail/layout.tsx'
import type { Mail } from '../../mail/mailer.ts'
import { messageIdOf } from '../../mail/message-id.ts'
import { firstWords } from '../../mail/plain-text.ts'
import type { Messages } from '../../outbox/messages.ts'
import { promiseIn, receiptIdOf } from '../receipt-email.tsx'
import { findItem } from '../store.ts'
import { readThread } from '../thread/read-thread.ts'

/** Tells a customer that others said the same, who works on it and what they will do. Null when it was split off again, or was answered meanwhile. */
export async function composeMerged(deps: Deps, scope: Scope, { feedbackItemId }: Messages['merged']): Promise<Mail | null> {
  const item = await findItem(deps.db, scope, feedbackItemId)
  const to = item?.status === 'merged' && !item.mutedAt ? await findAddressee(deps, scope, item.customerId) : null
  if (!to) return null
  const thread = await readThread(deps, customerScope(to.customer), feedbackItemId)
  if (thread.status === 'answered') return null
  const { letters } = to.texts
  const letter = writeLetter({
    ...to.paper,
    subject: letters.merged.subject(letters.quoted(firstWords(thread.message))),
    blocks: [
      { say: letters.greeting(to.customer.name) },
      { say: letters.merged.together },
      { say: promiseIn(to, thread.kind, thread.goal) },
      ...(thread.plan ? [{ part: letters.plan, text: thread.plan }] : []),
      { say: letters.receipt.youSaid },
      { quote: thread.message },
      { action: letters.openThread, href: thread.statusUrl },
    ],
    footer: to.footer(...to.welcome),
  })
  const receipt = receiptIdOf(deps, feedbackItemId)
  const headers = { ...to.headers, 'In-Reply-To': receipt, References: receipt }
  return {
    ...to.envelope(feedbackItemId),
    ...letter,
    headers,
    messageId: messageIdOf(deps.config, 'merged', feedbackItemId, String(item?.mergedIntoId)),
  }
}
