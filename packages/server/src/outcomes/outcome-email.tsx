import { helpedAnswers } from '@klankbord/shared/widget'
import { type Addressee, findAddressee, type MailVoice, mailVoiceOf, paperOf } from '../customers/addressee.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { describedElsewhere, picturesFor } from '../feedback/outcome-pictures.ts'
import { noteBeside, wordsFor } from '../feedback/outcome-words.ts'
import { receiptIdOf } from '../feedback/receipt-email.tsx'
import { publicTitle } from '../goals/public-title.ts'
import type { Block } from '../mail/blocks.tsx'
import { type Letter, writeLetter } from '../mail/layout.tsx'
import { findLook } from '../mail/look-store.ts'
import type { Mail } from '../mail/mailer.ts'
import { messageIdOf } from '../mail/message-id.ts'
import { firstWords } from '../mail/plain-text.ts'
import type { Messages } from '../outbox/messages.ts'
import { isWaiting } from './answering-store.ts'
import { enclosePictures } from './enclose-pictures.ts'
import { findOutcomeToTell, listAnswered, type OutcomeToTell } from './mail-store.ts'

/** What a customer said, with the way to all of it. */
interface Answered {
  message: string
  submittedAt: string
  statusUrl: string
}

/** Tells one customer what was done with what they said, in one mail for all of it: not before all of it has the outcome, which the mail leads to. */
export async function composeOutcomeEmail(
  deps: Deps,
  scope: Scope,
  { outcomeId, customerId, correction }: Messages['outcome-email'],
): Promise<Mail | null | 'not-yet'> {
  const [outcome, to, items] = await Promise.all([
    findOutcomeToTell(deps.db, scope, outcomeId),
    findAddressee(deps, scope, customerId),
    listAnswered(deps.db, scope, outcomeId, customerId),
  ])
  if (!outcome?.publishedAt || outcome.withdrawnAt || !to) return null
  const { answering, publishedAt } = outcome
  if (answering !== null && (items.length === 0 || (await isWaiting(deps.db, scope, { id: outcomeId, at: publishedAt }, customerId))))
    return 'not-yet'
  if (items.length === 0) return null
  const { config, tokens } = deps
  const told = inLanguage(outcome, to.customer.locale ?? to.language, to)
  const { blocks, pictures } = await enclosePictures(deps, scope, told.shown, to.texts)
  const letter = writeLetter(
    outcomeLetter(to, told, {
      blocks,
      name: to.customer.name,
      paper: to.paper,
      footer: to.footer(...to.welcome),
      items: items.map((item) => ({ ...item, statusUrl: `${config.publicUrl}/f/${tokens.sign('status', item.id)}` })),
    }),
  )
  const receipts = items.slice(-10).map(({ id }) => receiptIdOf(deps, id))
  const headers = { ...to.headers, 'In-Reply-To': receipts[0] ?? '', References: receipts.join(' ') }
  const messageId = messageIdOf(config, 'outcome-email', outcomeId, customerId, ...(correction === undefined ? [] : [String(correction)]))
  const subject = correction === undefined ? letter.subject : to.texts.letters.outcome.correction(letter.subject)
  const envelope = to.envelope(items.at(-1)?.id ?? null)
  return { ...envelope, ...letter, pictures: [...(envelope.pictures ?? []), ...pictures], subject, headers, messageId }
}

/** The letter as its receivers will get it, before anything is published. Its links lead nowhere: they are the customers’ own. Null when there is no such outcome. */
export async function previewOutcomeEmail(deps: Deps, scope: Scope, outcomeId: string, locale?: string) {
  const outcome = await findOutcomeToTell(deps.db, scope, outcomeId)
  if (!outcome) return null
  const look = await findLook(deps.db, scope)
  const voice = mailVoiceOf(deps, locale ?? null, look.tone, outcome)
  const { letters } = voice.texts
  const [item] = await listAnswered(deps.db, scope, outcomeId)
  const { publicUrl } = deps.config
  const example = { message: letters.outcome.example, submittedAt: deps.clock().toISOString() }
  const told = inLanguage(outcome, locale ?? outcome.locale, voice)
  const { blocks, pictures } = await enclosePictures(deps, scope, told.shown, voice.texts)
  const letter = writeLetter(
    outcomeLetter(voice, told, {
      blocks,
      name: null,
      // A page shows no picture that travels with a mail.
      paper: { ...paperOf(voice.language, look, { organisation: outcome.organisation, accent: '#0f6b5c' }), logo: null },
      footer: { say: letters.because(outcome.organisation), stop: { label: letters.stop, href: `${publicUrl}/unsubscribe/…` } },
      items: [{ ...(item ?? example), statusUrl: `${publicUrl}/f/…` }],
    }),
  )
  return { ...letter, pictures }
}

/** The outcome in this language where it was translated, else as it was written, with what is said beside it. */
const inLanguage = (outcome: OutcomeToTell, locale: string, voice: MailVoice) => {
  const words = wordsFor(outcome, locale)
  const shown = picturesFor(outcome, words)
  return { ...outcome, ...words, shown, note: noteBeside(words, outcome.correctedAt, locale, voice, describedElsewhere(shown, words)) }
}

type Told = ReturnType<typeof inLanguage>
interface Receiver {
  name: string | null
  paper: Addressee['paper']
  footer: Letter['footer']
  items: Answered[]
  /** The pictures. */
  blocks: Block[]
}

function outcomeLetter({ texts, day }: Pick<MailVoice, 'texts' | 'day'>, outcome: Told, { name, paper, footer, items, blocks }: Receiver): Letter {
  const { letters } = texts
  const { kind, team } = outcome
  const [first] = items
  const youSaid = first && items.length === 1 ? letters.outcome.youSaid(day(first.submittedAt)) : letters.outcome.youSaidAll
  const goal = publicTitle({ title: outcome.goal, public: outcome.public, team, state: outcome.state })
  return {
    ...paper,
    subject: letters.outcome.subject[kind](letters.quoted(firstWords(first?.message ?? outcome.title))),
    blocks: [
      { say: letters.greeting(name) },
      { say: youSaid },
      ...items.map(({ message }) => ({ quote: message })),
      { say: letters.outcome.intro[kind](team) },
      { heading: outcome.title },
      ...(outcome.note ? [{ say: outcome.note }] : []),
      ...partsOf(texts, outcome),
      ...blocks,
      ...(goal === team ? [] : [{ say: letters.outcome.goal(team, letters.quoted(goal)) }]),
      ...questionTo(texts, kind, items),
    ],
    footer,
  }
}

function partsOf({ words }: MailVoice['texts'], { kind, did, better, next }: Told): Block[] {
  const { outcome } = words
  return [
    { part: outcome.did[kind], formatted: did },
    ...(better ? [{ part: outcome.better[kind], formatted: better }] : []),
    ...(next ? [{ part: outcome.next[kind], formatted: next }] : []),
  ]
}

/** One question, and one link to the whole; with several items each has its own. */
function questionTo({ letters, words }: MailVoice['texts'], kind: Told['kind'], items: Answered[]): Block[] {
  const question = words.outcome.helped[kind]
  const [only] = items
  if (only && items.length === 1)
    return [
      { part: question, text: '' },
      {
        choices: helpedAnswers.map((answer) => ({ label: words.outcome.choices[answer], href: `${only.statusUrl}/reaction/${answer}` })),
        ends: null,
        choose: letters.outcome.react,
        href: `${only.statusUrl}#reaction`,
      },
      { link: letters.outcome.open, href: only.statusUrl },
    ]
  return [
    { part: question, text: `${letters.outcome.react}:` },
    ...items.map(({ message, statusUrl }) => ({
      link: letters.outcome.reactTo(letters.quoted(firstWords(message))),
      href: `${statusUrl}#reaction`,
    })),
  ]
}
