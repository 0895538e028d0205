import type { MailTrial } from '@klankbord/shared/mails'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { picturesOf, writeLetter } from '../mail/layout.tsx'
import { findLook } from '../mail/look-store.ts'
import { messageIdOf } from '../mail/message-id.ts'
import { findSigning } from '../mail/signing-store.ts'
import { findMember, readOrganisation } from '../members/store.ts'
import { ProblemError } from '../problem-error.ts'
import { languageOf, texts } from '../texts/texts.ts'
import { explainRefusal } from './explain-refusal.ts'
import { keepTrial } from './store.ts'

const ACCENT = '#0f6b5c'

/** Sends a message to who asks, past the queue, so that what the mail server says is known at once. It is tried once. */
export async function tryMail(deps: Deps, scope: Scope): Promise<MailTrial> {
  const { db, config, clock, mailer } = deps
  const member = scope.who.kind === 'member' ? await findMember(db, scope, scope.who.id) : undefined
  if (!member) throw new ProblemError('forbidden', 'A test message goes to a colleague who is signed in; an API key has no address.')
  const organisation = await readOrganisation(db, scope)
  const { accent, logo, signature, senderName } = await findLook(db, scope)
  const language = languageOf(member.locale ?? organisation.locale)
  const words = texts[language].letters.trial
  const id = newId()
  const letter = writeLetter({
    language,
    subject: words.subject,
    organisation: organisation.name,
    ...{ accent: accent ?? ACCENT, logo, signature },
    blocks: [{ say: texts[language].letters.greeting(member.name) }, { say: words.arrived(config.mailFrom) }],
    footer: { say: words.footer },
  })
  const sender = { name: senderName, replyTo: null, bounceTo: null }
  const signing = await findSigning(db, config, scope.organisationId)
  const mail = {
    to: member.email,
    ...letter,
    sender,
    signing,
    pictures: picturesOf(logo),
    headers: {},
    messageId: messageIdOf(config, 'mail-trial', id),
  }
  const deliveryId = `mail-trial:${id}`
  const result = await mailer.send(mail, async () => {}, deliveryId)
  const trial = { to: member.email, fault: null, reason: null }
  if (result.state === 'sent') {
    await keepTrial(db, scope, { id: deliveryId, memberId: member.id, receiver: member.email }, clock())
    return { ...trial, state: config.smtpUrl === undefined ? 'kept' : 'sent' }
  }
  const { state, reason } = result
  return { ...trial, state, reason, fault: state === 'refused' ? explainRefusal(reason) : null }
}
