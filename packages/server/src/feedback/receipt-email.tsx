import type { GoalPromise, MineThread } from '@klankbord/shared/feedback'
import type { Kind } from '@klankbord/shared/widget'
import { type Addressee, addresseeOf, findAddressee, findWithAddress, type MailVoice } from '../customers/addressee.ts'
import { hashAddress } from '../customers/addresses.ts'
import { customerScope } from '../customers/confirm.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { writeLetter } from '../mail/layout.tsx'
import type { Mail } from '../mail/mailer.ts'
import { messageIdOf } from '../mail/message-id.ts'
import { firstWords } from '../mail/plain-text.ts'
import type { Messages } from '../outbox/messages.ts'
import { findOwner } from './mail-store.ts'
import { readThread } from './thread/read-thread.ts'

/** The first mail about an item; every later one refers to it, so that mail programs keep them together. */
export const receiptIdOf = (deps: Deps, feedbackItemId: string) => messageIdOf(deps.config, 'receipt', feedbackItemId)

/** Who works on it, for what, and by when the customer hears. On a compliment nobody works: it has arrived. */
export function promiseIn({ texts, day }: Pick<MailVoice, 'texts' | 'day'>, kind: Kind, goal: GoalPromise | null): string {
  const { promise } = texts.words
  if (!goal) return promise.open
  const takenUp = () => (goal.title === goal.team ? promise.team(goal.team) : promise.goal(goal.team, texts.letters.quoted(goal.title)))
  const who = kind === 'compliment' ? promise.compliment(goal.team) : takenUp()
  return goal.replyBy ? `${who} ${promise.date(day(goal.replyBy))}` : who
}

/** The receipt, to an address that its owner confirmed. */
export async function composeReceipt(deps: Deps, scope: Scope, { feedbackItemId }: Messages['receipt']): Promise<Mail | null> {
  const owner = await findOwner(deps.db, scope, feedbackItemId)
  const to = owner ? await findAddressee(deps, scope, owner) : null
  if (!to) return null
  const thread = await readThread(deps, customerScope(to.customer), feedbackItemId)
  const { letters } = to.texts
  const letter = writeLetter({
    ...to.paper,
    subject: letters.receipt.subject(letters.quoted(firstWords(thread.message))),
    blocks: [
      { say: letters.greeting(to.customer.name) },
      { say: letters.receipt.thanks[thread.kind] },
      { say: promiseIn(to, thread.kind, thread.goal) },
      { say: letters.receipt.youSaid },
      { quote: thread.message },
      { action: letters.openThread, href: thread.statusUrl },
    ],
    footer: to.footer(...to.welcome),
  })
  return { ...to.envelope(feedbackItemId), ...letter, headers: to.headers, messageId: receiptIdOf(deps, feedbackItemId) }
}

/**
 * Asks the owner of an address whether they want to hear. It holds nothing that whoever typed the address could have written, neither
 * words nor name, and no link to the item: they may be two people.
 */
export async function composeConfirmation(deps: Deps, scope: Scope, payload: Messages['confirmation']): Promise<Mail | null> {
  const { customerId, feedbackItemId, addressHash } = payload
  const customer = await findWithAddress(deps.db, scope, customerId)
  if (!customer || customer.emailConfirmedAt || customer.unsubscribedAt || hashAddress(customer.email) !== addressHash) return null
  const to = await addresseeOf(deps, customer)
  const thread = feedbackItemId ? await readThread(deps, customerScope(customer), feedbackItemId) : null
  const messageId = feedbackItemId ? receiptIdOf(deps, feedbackItemId) : messageIdOf(deps.config, 'confirmation', customerId, addressHash)
  return { ...to.envelope(null), ...confirmationLetter(deps, to, thread), headers: to.headers, messageId }
}

function confirmationLetter(deps: Deps, to: Addressee, thread: MineThread | null) {
  const { confirmation, greeting } = to.texts.letters
  const { id, email, organisation } = to.customer
  const kind = thread?.kind ?? null
  return writeLetter({
    ...to.paper,
    subject: confirmation.subject(organisation, kind),
    blocks: [
      { say: greeting(null) },
      { say: confirmation.asked(organisation, kind) },
      { action: confirmation.yes, href: `${deps.config.publicUrl}/confirm/${deps.tokens.sign('confirm', id, email)}` },
      ...(thread ? [{ say: `${confirmation.received} ${promiseIn(to, thread.kind, thread.goal)}` }] : []),
    ],
    footer: confirmFooter(to),
  })
}

/** Whoever stops it before they confirmed is never asked again. */
function confirmFooter(to: Addressee) {
  const { confirmation } = to.texts.letters
  const { stop } = to.footer()
  return { say: confirmation.ignore, ...(stop && { stop: { ...stop, label: confirmation.stop } }) }
}
