import { findAddressee } from '../../customers/addressee.ts'
import { customerScope } from '../../customers/confirm.ts'
import type { Scope } from '../../db/scope.ts'
import type { Deps } from '../../deps.ts'
import { writeLetter } from '../../mail/layout.tsx'
import type { Mail } from '../../mail/mailer.ts'
import { messageIdOf } from '../../mail/message-id.ts'
import { firstWords } from '../../mail/plain-text.ts'
import type { Messages } from '../../outbox/messages.ts'
import { receiptIdOf } from '../receipt-email.tsx'
import { readThread } from '../thread/read-thread.ts'
import { findMove } from './store.ts'

/** Tells a customer that the promise gets another date, and why. */
export async function composePromiseMoved(deps: Deps, scope: Scope, { moveId }: Messages['promise-moved']): Promise<Mail | null> {
  const move = await findMove(deps.db, scope, moveId)
  const to = move ? await findAddressee(deps, scope, move.customerId) : null
  if (!move || !to) return null
  const { movedFrom, movedTo, reason, createdAt } = move
  const thread = await readThread(deps, customerScope(to.customer), move.feedbackItemId)
  const { letters } = to.texts
  const { organisation, name } = to.customer
  const says = movedTo < movedFrom ? letters.moved.sooner : movedFrom < createdAt ? letters.moved.late : letters.moved.early
  const letter = writeLetter({
    ...to.paper,
    subject: letters.moved.subject(letters.quoted(firstWords(thread.message))),
    blocks: [
      { say: letters.greeting(name) },
      { say: says(thread.goal?.team ?? organisation, to.day(movedFrom)) },
      { part: letters.moved.reason, text: reason },
      { say: letters.moved.to(to.day(movedTo)) },
      { action: letters.openThread, href: thread.statusUrl },
      { say: letters.moved.youSaid },
      { quote: thread.message },
    ],
    footer: to.footer(to.answering),
  })
  const receipt = receiptIdOf(deps, thread.id)
  const headers = { ...to.headers, 'In-Reply-To': receipt, References: receipt }
  return { ...to.envelope(thread.id), ...letter, headers, messageId: messageIdOf(deps.config, 'promise-moved', moveId) }
}
