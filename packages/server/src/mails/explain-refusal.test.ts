import { expect, test } from 'vitest'
import { explainRefusal } from './explain-refusal.ts'

test.each([
  ['EDNS getaddrinfo ENOTFOUND smtp.bakker.example', 'no-such-server'],
  ['ESOCKET connect ECONNREFUSED 127.0.0.1:25', 'unreachable'],
  ['ETIMEDOUT Connection timeout', 'no-answer'],
  ['ESOCKET self-signed certificate', 'encryption'],
  ['ESOCKET 0A00010B:SSL routines::wrong version number', 'encryption'],
  ['EAUTH Missing credentials for "PLAIN"', 'sign-in'],
  ['535 5.7.8 Error: authentication failed', 'sign-in'],
  ['530 5.7.0 Must issue a STARTTLS command first', 'encryption'],
  ['553 5.7.1 <…>: Sender address rejected: not owned by user', 'sender'],
  ['550 5.7.26 Unauthenticated email is not accepted due to DMARC policy', 'sender'],
  ['554 5.7.1 <…>: Relay access denied', 'sender'],
  ['550 5.1.1 The email account that you tried to reach does not exist', 'receiver'],
  ['452 4.2.2 Try again later', 'busy'],
  ['The mail folder can’t be written (EACCES)', 'folder'],
  ['554 Transaction failed', 'other'],
])('“%s” is about %s', (reason, fault) => {
  expect(explainRefusal(reason)).toBe(fault)
})
