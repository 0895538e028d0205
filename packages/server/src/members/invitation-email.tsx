import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { writeLetter } from '../mail/layout.tsx'
import type { Mail } from '../mail/mailer.ts'
import { messageIdOf } from '../mail/message-id.ts'
import type { Messages } from '../outbox/messages.ts'
import { dayOf } from '../texts/dates.ts'
import { languageOf, texts } from '../texts/texts.ts'
import { invitationLink } from './invite.ts'
import { findInvitationToMail } from './mail-store.ts'

const ACCENT = '#0f6b5c'

/** Invites a colleague; null once the invitation was used, withdrawn or is over. */
export async function composeInvitation(deps: Deps, scope: Scope, { invitationId }: Messages['invitation']): Promise<Mail | null> {
  const invitation = await findInvitationToMail(deps.db, scope, invitationId, deps.clock())
  if (!invitation) return null
  const { email, organisation, locale, timeZone, inviter, expiresAt } = invitation
  const language = languageOf(locale)
  const { letters } = texts[language]
  const letter = writeLetter({
    language,
    subject: letters.invitation.subject(organisation),
    organisation,
    accent: ACCENT,
    blocks: [
      { say: letters.greeting(null) },
      { say: letters.invitation.invited(inviter, organisation) },
      { action: letters.invitation.accept, href: invitationLink(deps, invitationId) },
      { say: letters.invitation.until(dayOf(expiresAt, { language, timeZone, now: deps.clock() })) },
    ],
    footer: { say: letters.invitation.ignore },
  })
  return { to: email, ...letter, headers: {}, messageId: messageIdOf(deps.config, 'invitation', invitationId) }
}
