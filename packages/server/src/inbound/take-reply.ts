import { createHash } from 'node:crypto'
import type { ReceivedMail } from '@klankbord/shared/inbound'
import { MESSAGE_MAX, PICTURE_MAX_BYTES, PICTURES_MAX } from '@klankbord/shared/widget'
import { addAttachment } from '../attachments/add-attachment.ts'
import { claimAttachments } from '../attachments/store.ts'
import { customerScope } from '../customers/confirm.ts'
import { findAnyCustomer, type KnownCustomer } from '../customers/store.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { findAnyItem } from '../feedback/store.ts'
import { addMessage } from '../feedback/thread/add-message.ts'
import { findLook } from '../mail/look-store.ts'
import { ProblemError } from '../problem-error.ts'
import { mailLanguageOf, mailTexts } from '../texts/mail/mail-texts.ts'
import type { InboundMail } from './read-mail.ts'

const ignored = (reason: ReceivedMail['reason']): ReceivedMail => ({ result: 'ignored', reason })

/** Puts what a customer wrote into the thread that they answered. Whoever else has its address, since it was forwarded or guessed, writes nothing there. */
export async function takeReply(deps: Deps, { organisationId }: Scope, feedbackItemId: string, mail: InboundMail): Promise<ReceivedMail> {
  const item = await findAnyItem(deps.db, feedbackItemId)
  const customer = item && (await findAnyCustomer(deps.db, item.customerId))
  if (!item || !customer || item.organisationId !== organisationId) return ignored('not-ours')
  if (!customer.emailConfirmedAt || mail.from === null || mail.from !== customer.email) return ignored('not-the-customer')
  if (mail.isAutomatic) return ignored('automatic')
  const scope = customerScope(customer)
  const { ids, dropped } = await keepPictures(deps, scope, customer.siteId, mail)
  const text = await worded(deps, customer, mail.words, dropped)
  if (text === '' && ids.length === 0) return ignored('empty')
  const began = deps.clock().toISOString()
  const message = await addMessage(deps, scope, keyOf(mail), { id: item.id, text: text || '📷' })
  // The same mail again finds what it said the first time; its pictures are nobody's then, and are swept away.
  if (ids.length > 0 && message.at >= began) await claimAttachments(deps.db, scope, { siteId: customer.siteId, feedbackItemId: item.id, ids })
  return { result: 'added', reason: null }
}

/** Servers that pass mail on try again when they heard no answer. */
const keyOf = ({ messageId, words }: InboundMail) =>
  `mail-${createHash('sha256')
    .update(messageId ?? words)
    .digest('hex')}`

/** Pictures are made anew like those of every customer; what is none of them, is broken or too large is left out. */
async function keepPictures(deps: Deps, scope: Scope, siteId: string, { pictures, others }: InboundMail) {
  const ids: string[] = []
  const dropped = [...others]
  for (const { name, bytes } of pictures) {
    const kept = ids.length < PICTURES_MAX && bytes.length <= PICTURE_MAX_BYTES && (await keepPicture(deps, scope, siteId, bytes))
    if (kept) ids.push(kept)
    else dropped.push(name)
  }
  return { ids, dropped }
}

async function keepPicture(deps: Deps, scope: Scope, siteId: string, bytes: Uint8Array): Promise<string | null> {
  try {
    return (await addAttachment(deps, scope, siteId, bytes)).id
  } catch (error) {
    // For now it can't be kept: whoever passes the mail on tries again.
    if (!(error instanceof ProblemError) || error.code === 'unavailable') throw error
    return null
  }
}

const MOST_NAMED = 10

/** What they wrote, cut where it is longer than a message may be, with what did not come along; both sides of the conversation see that. */
async function worded({ db }: Deps, customer: KnownCustomer, words: string, dropped: string[]): Promise<string> {
  if (dropped.length === 0) return cut(words, MESSAGE_MAX)
  const { tone } = await findLook(db, customer)
  const { letters } = mailTexts[mailLanguageOf(customer.locale, customer.organisationLocale)][tone]
  const note = letters.dropped(`${dropped.slice(0, MOST_NAMED).join(', ')}${dropped.length > MOST_NAMED ? ', …' : ''}`)
  return `${cut(words, MESSAGE_MAX - [...note].length - 2)}\n\n${note}`.trim()
}

function cut(words: string, most: number): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no database keeps them, and they mean nothing
  const characters = [...words.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').toWellFormed()]
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`
}
