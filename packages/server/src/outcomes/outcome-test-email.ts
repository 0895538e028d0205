import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import type { Mail } from '../mail/mailer.ts'
import { messageIdOf } from '../mail/message-id.ts'
import { findMember, readOrganisation } from '../members/store.ts'
import type { Messages } from '../outbox/messages.ts'
import { languageOf, texts } from '../texts/texts.ts'
import { previewOutcomeEmail } from './outcome-email.tsx'

/** The letter of an outcome to the colleague who wants to see it. Null when the draft or the colleague is gone. */
export async function composeOutcomeTest(deps: Deps, scope: Scope, { outcomeId, memberId, locale }: Messages['outcome-test']): Promise<Mail | null> {
  const member = await findMember(deps.db, scope, memberId)
  if (!member || member.deactivatedAt !== null) return null
  const letter = await previewOutcomeEmail(deps, scope, outcomeId, locale ?? undefined)
  if (!letter) return null
  const { locale: ours } = await readOrganisation(deps.db, scope)
  const subject = texts[languageOf(member.locale, ours)].letters.outcome.test(letter.subject)
  return { to: member.email, ...letter, subject, headers: {}, messageId: messageIdOf(deps.config, 'outcome-test', outcomeId, newId()) }
}
