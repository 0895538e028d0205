import type { NotificationKind } from '@klankbord/shared/notifications'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import type { Block } from '../mail/blocks.tsx'
import { writeLetter } from '../mail/layout.tsx'
import type { Mail } from '../mail/mailer.ts'
import { messageIdOf } from '../mail/message-id.ts'
import { oneClick } from '../mail/one-click.ts'
import { firstWords } from '../mail/plain-text.ts'
import { type Colleague, findColleague } from '../members/mail-store.ts'
import { stopUrlOf } from '../members/stop-mails.ts'
import type { Messages } from '../outbox/messages.ts'
import { dayOf } from '../texts/dates.ts'
import { type Language, languageOf, texts } from '../texts/texts.ts'
import { findChoice } from './choice-store.ts'
import { notificationMails } from './stop-mails.ts'
import { type KnownNotification, listMailed } from './store.ts'

const ACCENT = '#0f6b5c'
/** How many a mail shows. */
const SHOWN = 20

/** What a colleague was told and has not read; null for who has left or wants no mail, and when all of it was read in the meantime. */
export async function composeNotifications(deps: Deps, scope: Scope, { memberId, mailedAt, daily }: Messages['notifications']): Promise<Mail | null> {
  const { db, config } = deps
  const reader = await findColleague(db, memberId)
  if (!reader || reader.organisationId !== scope.organisationId) return null
  if ((await findChoice(db, scope, memberId)).mail === 'none') return null
  const told = (await listMailed(db, scope, memberId, mailedAt)).filter(({ item }) => item === null || item.erasedAt === null)
  const [first] = told
  if (!first) return null
  const language = languageOf(reader.locale, reader.organisationLocale)
  const said = texts[language].notifications
  const stopUrl = stopUrlOf(deps, notificationMails, memberId)
  const voice = { language, reader, publicUrl: config.publicUrl, now: new Date(mailedAt) }
  const more = told.length - SHOWN
  const blocks: Block[] = [
    { say: texts[language].letters.greeting(reader.name) },
    { say: daily ? said.opening.daily : said.opening.single },
    ...told.slice(0, SHOWN).flatMap((one) => blocksOf(voice, one)),
    ...(more > 0 ? [{ say: said.more(more) }] : []),
    { action: said.all, href: `${config.publicUrl}/admin/notifications` },
  ]
  const subject = daily ? said.subject.day(told.length) : told.length === 1 ? subjectOf(language, first) : said.subject.several(told.length)
  const footer = { say: said.because, stop: { label: said.stop, href: stopUrl } }
  const letter = writeLetter({ language, subject, organisation: reader.organisation, accent: ACCENT, blocks, footer })
  return { to: reader.email, ...letter, headers: oneClick(stopUrl), messageId: messageIdOf(config, 'notifications', memberId, mailedAt) }
}

/** The view of the inbox in which the items of a kind stand. */
const views: Record<NotificationKind, string> = {
  'due-soon': 'due-soon',
  overdue: 'overdue',
  'to-route': 'to-route',
  mention: 'waiting',
  assigned: 'mine',
  message: 'waiting',
  reopened: 'reopened',
}

interface Voice {
  language: Language
  reader: Colleague
  publicUrl: string
  now: Date
}

const says = (language: Language, { kind, count, step, by }: KnownNotification) => texts[language].notifications.says[kind](count, step, by)

const subjectOf = (language: Language, told: KnownNotification) =>
  texts[language].notifications.subject.one(says(language, told), told.item && texts[language].letters.quoted(firstWords(told.item.message)))

function blocksOf({ language, reader, publicUrl, now }: Voice, told: KnownNotification): Block[] {
  const { item, kind, feedbackId } = told
  const said = texts[language].notifications
  const isPromise = kind === 'due-soon' || kind === 'overdue'
  const by = isPromise && item?.replyBy ? said.by(dayOf(item.replyBy, { language, timeZone: reader.timeZone, now })) : ''
  return [
    by ? { part: says(language, told), text: by } : { say: `${says(language, told)}.` },
    ...(item ? [{ quote: firstWords(item.message, 280) }] : []),
    { link: said.open, href: `${publicUrl}/admin/inbox/${views[kind]}${feedbackId ? `/${feedbackId}` : ''}` },
  ]
}
