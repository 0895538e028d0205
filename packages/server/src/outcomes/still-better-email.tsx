import { helpedAnswers } from '@klankbord/shared/widget'
import { findAddressee } from '../customers/addressee.ts'
import { customerScope } from '../customers/confirm.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { receiptIdOf } from '../feedback/receipt-email.tsx'
import { readThread } from '../feedback/thread/read-thread.ts'
import { writeLetter } from '../mail/layout.tsx'
import type { Mail } from '../mail/mailer.ts'
import { messageIdOf } from '../mail/message-id.ts'
import { firstWords } from '../mail/plain-text.ts'
import type { Messages } from '../outbox/messages.ts'
import { findHelped } from './ask-again-store.ts'

/** Asks a customer whom an outcome helped whether it is still better. Null once they think otherwise, or don't want to be asked. */
export async function composeStillBetter(deps: Deps, scope: Scope, { outcomeId, customerId }: Messages['still-better']): Promise<Mail | null> {
  const to = await findAddressee(deps, scope, customerId)
  const item = to ? await findHelped(deps.db, scope, outcomeId, customerId) : undefined
  if (!to || !item) return null
  const { outcome, statusUrl } = await readThread(deps, customerScope(to.customer), item.id)
  if (!outcome) return null
  const { letters, words } = to.texts
  const { stillBetter } = letters
  const letter = writeLetter({
    ...to.paper,
    subject: stillBetter.subject(letters.quoted(firstWords(item.message))),
    blocks: [
      { say: letters.greeting(to.customer.name) },
      { say: stillBetter.told(outcome.team, to.day(outcome.publishedAt)) },
      { quote: item.message },
      { part: stillBetter.outcome, text: outcome.title },
      { part: stillBetter.question, text: stillBetter.ask },
      {
        choices: helpedAnswers.map((answer) => ({ label: words.outcome.choices[answer], href: `${statusUrl}/reaction/${answer}?again=1` })),
        ends: null,
        choose: stillBetter.react,
        href: `${statusUrl}#reaction`,
      },
      { link: letters.outcome.open, href: statusUrl },
    ],
    footer: to.footer(to.answering),
  })
  const receipt = receiptIdOf(deps, item.id)
  const headers = { ...to.headers, 'In-Reply-To': receipt, References: receipt }
  return { ...to.envelope(item.id), ...letter, headers, messageId: messageIdOf(deps.config, 'still-better', outcomeId, customerId) }
}
