import type { Kind } from '@klankbord/shared/widget'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import type { Block } from '../mail/blocks.tsx'
import { writeLetter } from '../mail/layout.tsx'
import type { Mail } from '../mail/mailer.ts'
import { messageIdOf } from '../mail/message-id.ts'
import { firstWords } from '../mail/plain-text.ts'
import type { Messages } from '../outbox/messages.ts'
import { languageOf, texts } from '../texts/texts.ts'
import { findNamedItem } from './inbox/store.ts'
import { findColleague } from './mail-store.ts'

const ACCENT = '#0f6b5c'

/** Tells a colleague of an item that a rule took which names them; null for who has left, and for what is spam or was erased by now. */
export async function composeRuleMail(deps: Deps, scope: Scope, { feedbackItemId, memberId }: Messages['rule-mail']): Promise<Mail | null> {
  const { db, config } = deps
  const colleague = await findColleague(db, scope, memberId)
  const item = colleague && (await findNamedItem(db, scope, feedbackItemId))
  if (!item || item.erasedAt !== null || item.status === 'spam') return null
  const language = languageOf(colleague.locale, colleague.organisationLocale)
  const { letters } = texts[language]
  const { ruleMail } = letters
  const goal = item.team !== null && item.goalTitle !== null ? ruleMail.goal(item.team, item.goalTitle) : ruleMail.noGoal
  const blocks: Block[] = [
    { say: letters.greeting(colleague.name) },
    { say: item.priority === 'high' ? `${ruleMail.high} ${ruleMail.came(item.siteName)}` : ruleMail.came(item.siteName) },
    { quote: item.message },
    { say: goal },
    { action: ruleMail.open, href: `${config.publicUrl}/admin/inbox/waiting/${item.id}` },
  ]
  const subject = ruleMail.subject(item.kind as Kind, letters.quoted(firstWords(item.message)))
  const footer = { say: ruleMail.because }
  const letter = writeLetter({ language, subject, organisation: colleague.organisation, accent: ACCENT, blocks, footer })
  return { to: colleague.email, ...letter, headers: {}, messageId: messageIdOf(config, 'rule-mail', feedbackItemId, memberId) }
}
