import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { writeLetter } from '../mail/layout.tsx'
import type { Mail } from '../mail/mailer.ts'
import { messageIdOf } from '../mail/message-id.ts'
import { oneClick } from '../mail/one-click.ts'
import { findColleague } from '../members/mail-store.ts'
import { stopUrlOf } from '../members/stop-mails.ts'
import type { Messages } from '../outbox/messages.ts'
import { dayOf } from '../texts/dates.ts'
import { languageOf, texts } from '../texts/texts.ts'
import { findInvitation } from './answer-store.ts'
import { findRefusal } from './audience-store.ts'
import { askedOf, labelOf, questionOf, valuesOf } from './question.ts'
import { pulseMails } from './refuse.ts'

export const ACCENT = '#0f6b5c'

/** Asks a colleague, in their language; null once the round is over, or for who has left or wants to be asked nothing. */
export async function composePulse(deps: Deps, scope: Scope, { memberId, invitationId }: Messages['pulse']): Promise<Mail | null> {
  const { db, config, tokens, clock } = deps
  const found = invitationId ? await findInvitation(db, invitationId) : undefined
  const colleague = found ? await findColleague(db, memberId) : undefined
  if (!found || !colleague || found.closesAt <= clock().toISOString() || (await findRefusal(db, scope, memberId))) return null
  const language = languageOf(colleague.locale, colleague.organisationLocale)
  const { colleagues, letters } = texts[language]
  const asked = askedOf(found)
  const question = questionOf(asked, language)
  // The answer stands behind the #: a browser sends that part to no server, so no log on the way holds an answer beside a link.
  const href = `${config.publicUrl}/p/${tokens.sign('pulse', invitationId)}?lang=${language}`
  const stopUrl = stopUrlOf(deps, pulseMails, memberId)
  const lastDay = dayOf(new Date(Date.parse(found.closesAt) - 1).toISOString(), { language, timeZone: colleague.timeZone, now: clock() })
  const letter = writeLetter({
    language,
    subject: question,
    organisation: colleague.organisation,
    accent: ACCENT,
    blocks: [
      { say: letters.greeting(colleague.name) },
      { say: colleagues.pulse.intro(colleague.organisation) },
      { heading: question },
      {
        choices: valuesOf(asked).map((value) => ({ label: labelOf(asked, value, language), href: `${href}#a${value}` })),
        ends: asked.kind === 'choice' ? null : colleagues.pulse.ends[asked.kind],
        choose: colleagues.pulse.choose,
        href,
      },
      { say: colleagues.pulse.anonymous },
      { say: colleagues.pulse.until(lastDay) },
    ],
    footer: { say: colleagues.pulse.because(colleague.organisation), stop: { label: colleagues.pulse.stop, href: stopUrl } },
  })
  return { to: colleague.email, ...letter, headers: oneClick(stopUrl), messageId: messageIdOf(config, 'pulse', found.roundId, memberId) }
}
