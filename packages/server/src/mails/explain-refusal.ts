import type { MailFault } from '@klankbord/shared/mails'

/** What in the words of Node, or of a mail server, tells which fault. The first that fits counts: how we got there before what was said there. */
const faults: [MailFault, RegExp][] = [
  ['folder', /^The mail folder/],
  ['no-such-server', /\b(EDNS|ENOTFOUND|EAI_AGAIN|EAI_NODATA)\b/],
  ['encryption', /\bETLS\b|certificate|self[- ]signed|wrong version number|STARTTLS|\bSSL\b|\bERR_TLS/i],
  ['unreachable', /\b(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH)\b/],
  ['no-answer', /\bETIMEDOUT\b|ECONNRESET|ECONNECTION|Greeting never received|timeout/i],
  ['sign-in', /^EAUTH|\b53[0458]\b|\bauthenticat|5\.7\.8|credentials/i],
  ['sender', /\b5\.1\.[78]\b|\b5\.7\.(1|2[3-9])\b|\b553\b|sender|SPF|DMARC|relay/i],
  ['receiver', /\b5\.1\.[0-36]\b|\b55[01]\b|recipient|mailbox|no such user|user unknown/i],
  ['busy', /^4\d\d\b|\b421\b/],
]

/** Why a server took no message, from the words in which it, or the way to it, said so. */
export const explainRefusal = (reason: string): MailFault => faults.find(([, words]) => words.test(reason))?.[0] ?? 'other'
