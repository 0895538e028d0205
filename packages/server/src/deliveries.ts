import { sweepAttachments } from './attachments/sweep-attachments.ts'
import { closeOldActs } from './bulk-acts/end-act.ts'
import { lookAhead } from './calendar/holidays.ts'
import { composeLink } from './customers/link-email.tsx'
import { forgetOldClaims } from './customers/mail-link.ts'
import { composeArrived } from './feedback/arrived-email.tsx'
import { releaseReplies } from './feedback/held/release-replies.ts'
import { fillStems } from './feedback/inbox/fill-stems.ts'
import { composeMerged } from './feedback/merging/merged-email.tsx'
import { composeTeamMessage } from './feedback/message-email.tsx'
import { bringPromises } from './feedback/promise/bring-promises.ts'
import { composePromiseMoved } from './feedback/promise/moved-email.tsx'
import { composeConfirmation, composeReceipt } from './feedback/receipt-email.tsx'
import { composeRuleMail } from './feedback/rule-email.tsx'
import { forgetNames } from './http/answer-again.ts'
import { composeLetter } from './letters/letter-email.tsx'
import { queueLetters } from './letters/queue-letters.ts'
import { forgetPresences } from './live/look-at.ts'
import { sweepLandings } from './measures/imports/sweep-landings.ts'
import { composeInvitation } from './members/invitation-email.tsx'
import { composeNotifications } from './notifications/notifications-email.tsx'
import { queueNotifications } from './notifications/queue-notifications.ts'
import type { Composers, Tick } from './outbox/worker.ts'
import { askAgain } from './outcomes/ask-again.ts'
import { composeOutcomeEmail } from './outcomes/outcome-email.tsx'
import { composeOutcomeTest } from './outcomes/outcome-test-email.ts'
import { publishDue } from './outcomes/publish-outcome.ts'
import { composeStillBetter } from './outcomes/still-better-email.tsx'
import { composePulse } from './pulses/pulse-email.tsx'
import { turnPulses } from './pulses/turn-pulses.ts'

/** The table of every message kind and what composes it. */
export const composers: Composers = {
  confirmation: composeConfirmation,
  receipt: composeReceipt,
  'compliment-arrived': composeArrived,
  merged: composeMerged,
  'team-message': composeTeamMessage,
  'outcome-email': composeOutcomeEmail,
  'outcome-test': composeOutcomeTest,
  'still-better': composeStillBetter,
  link: composeLink,
  invitation: composeInvitation,
  'rule-mail': composeRuleMail,
  pulse: composePulse,
  letter: composeLetter,
  'promise-moved': composePromiseMoved,
  notifications: composeNotifications,
}

/** What else has to happen in time. */
export const ticks: Tick[] = [
  ...[releaseReplies, publishDue, sweepAttachments, forgetOldClaims, sweepLandings, turnPulses, queueLetters, closeOldActs],
  ...[askAgain, forgetNames],
  ...[forgetPresences, fillStems, lookAhead, bringPromises, queueNotifications],
]
