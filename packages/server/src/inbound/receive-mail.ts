import type { ReceivedMail } from '@klankbord/shared/inbound'
import { type Scope, systemScope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { readAddress } from '../mail/addresses.ts'
import { findLookRow } from '../mail/look-store.ts'
import { notFound } from '../problem-error.ts'
import { readMail } from './read-mail.ts'
import { takeNotice } from './take-notice.ts'
import { takeReply } from './take-reply.ts'

/** Takes a mail that was passed on to us: to a thread's address it is a reply, to a delivery's a notice that it failed. Everything else is let go. */
export async function receiveMail(deps: Deps, scope: Scope, bytes: Uint8Array): Promise<ReceivedMail> {
  const mail = await readMail(bytes)
  const addressed = mail.recipients.map((address) => readAddress(deps.tokens, address)).find((found) => found !== null)
  const received = await (addressed?.kind === 'reply'
    ? takeReply(deps, scope, addressed.feedbackItemId, mail)
    : addressed
      ? takeNotice(deps, scope, addressed, mail.notice)
      : { result: 'ignored' as const, reason: 'not-ours' as const })
  deps.log.info({ organisationId: scope.organisationId, ...received }, 'mail received')
  return received
}

/** Whose mail is posted here; refused unless the address is the one that their settings show now, and a mailbox is set there. */
export async function whoseMail({ db, tokens }: Deps, token: string): Promise<Scope> {
  const organisationId = tokens.claimedId(token)
  const look = organisationId ? await findLookRow(db, { organisationId }) : undefined
  if (!organisationId || !look?.inboundAddress || !tokens.confirms('inbound', token, look.inboundSecret)) throw notFound('address')
  return systemScope(organisationId)
}
