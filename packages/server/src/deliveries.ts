import { sweepAttachments } from './attachments/sweep-attachments.ts'
import { composeLink } from './customers/link-email.tsx'
import { forgetOldClaims } from './customers/mail-link.ts'
import { composeTeamMessage } from './feedback/message-email.tsx'
import { composeConfirmation, composeReceipt } from './feedback/receipt-email.tsx'
import { composeRuleMail } from './feedback/rule-email.tsx'
import { composeLetter } from './letters/letter-email.tsx'
import { queueLetters } from './letters/queue-letters.ts'
import { sweepLandings } from './measures/imports/sweep-landings.ts'
import { composeInvitation } from './members/invitation-email.tsx'
import type { Composers, Tick } from './outbox/worker.ts'
import { composeOutcomeEmail } from './outcomes/outcome-email.tsx'
import { publishDue } from './outcomes/publish-outcome.ts'
import { composePulse } from './pulses/pulse-email.tsx'
import { turnPulses } from './pulses/turn-pulses.ts'

/** The table of every message kind and what composes it. */
export const composers: Composers = {
  confirmation: composeConfirmation,
  receipt: composeReceipt,
  'team-message': composeTeamMessage,
  'outcome-email': composeOutcomeEmail,
  link: composeLink,
  invitation: composeInvitation,
  'rule-mail': composeRuleMail,
  pulse: composePulse,
  letter: composeLetter,
}

/** What else has to happen in time. */
export const ticks: Tick[] = [publishDue, sweepAttachments, forgetOldClaims, sweepLandings, turnPulses, queueLetters]
