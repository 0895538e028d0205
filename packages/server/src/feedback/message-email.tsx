import type { MineThread } from '@klankbord/shared/feedback'
import { findAddressee } from '../customers/addressee.ts'
import { customerScope } from '../customers/confirm.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { writeLetter } from '../mail/layout.tsx'
import type { Mail } from '../mail/mailer.ts'
import { messageIdOf } from '../mail/message-id.ts'
import { firstWords } from '../mail/plain-text.ts'
import type { Messages } from '../outbox/messages.ts'
import { findTeamMessage } from './mail-store.ts'
import { receiptIdOf } from './receipt-email.tsx'
import { readThread } from './thread/read-thread.ts'

/** Tells a customer what a colleague wrote to them. */
export async function composeTeamMessage(deps: Deps, scope: Scope, { messageId, asks = false }: Messages['team-message']): Promise<Mail | null> {
  const message = await findTeamMessage(deps.db, scope, messageId)
  const to = message ? await findAddressee(deps, scope, message.customerId) : null
  if (!message || !to) return null
  const thread = await readThread(deps, customerScope(to.customer), message.feedbackItemId)
  const { letters } = to.texts
  const { organisation, name } = to.customer
  const letter = writeLetter({
    ...to.paper,
    subject: letters.message.subject(letters.quoted(firstWords(thread.message))),
    blocks: [
      { say: letters.greeting(name) },
      { say: (asks ? letters.message.asked : letters.message.wrote)(message.author, thread.goal?.team ?? null, organisation) },
      { words: message.text },
      ...(asks ? [{ say: letters.message.waits }] : []),
      { action: asks ? letters.message.answer : letters.message.open, href: `${thread.statusUrl}#conversation` },
      { say: letters.message.youSaid },
      { quote: answered(thread, message.createdAt) },
    ],
    footer: to.footer(to.answering),
  })
  const receipt = receiptIdOf(deps, thread.id)
  const headers = { ...to.headers, 'In-Reply-To': receipt, References: receipt }
  return { ...to.envelope(thread.id), ...letter, headers, messageId: messageIdOf(deps.config, 'team-message', messageId) }
}

/** What the customer said last before this message: that is what it answers. */
const answered = ({ message, messages }: MineThread, before: string) =>
  messages.findLast(({ by, at }) => by === 'customer' && at <= before)?.text ?? message
