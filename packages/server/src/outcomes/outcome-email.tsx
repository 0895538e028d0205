import { findAddressee, type Voice, voiceOf } from '../customers/addressee.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { receiptIdOf } from '../feedback/receipt-email.tsx'
import { publicTitle } from '../goals/public-title.ts'
import { type Block, type Letter, writeLetter } from '../mail/layout.tsx'
import type { Mail } from '../mail/mailer.ts'
import { messageIdOf } from '../mail/message-id.ts'
import { firstWords } from '../mail/plain-text.ts'
import type { Messages } from '../outbox/messages.ts'
import { findOutcomeToTell, listAnswered, type OutcomeToTell } from './mail-store.ts'

/** What a customer said, with the way to all of it. */
interface Answered {
  message: string
  submittedAt: string
  statusUrl: string
}

/** Tells one customer what was done with what they said, in one mail for all of it. */
export async function composeOutcomeEmail(deps: Deps, scope: Scope, { outcomeId, customerId }: Messages['outcome-email']): Promise<Mail | null> {
  const outcome = await findOutcomeToTell(deps.db, scope, outcomeId)
  const to = await findAddressee(deps, scope, customerId)
  const items = await listAnswered(deps.db, scope, outcomeId, customerId)
  if (!outcome?.publishedAt || !to || items.length === 0) return null
  const { config, tokens } = deps
  const { email, name, accent } = to.customer
  const letter = writeLetter(
    outcomeLetter(to, inLanguage(outcome, to.customer.locale ?? to.language), {
      name,
      accent,
      stopUrl: to.stopUrl,
      items: items.map((item) => ({ ...item, statusUrl: `${config.publicUrl}/f/${tokens.sign('status', item.id)}` })),
    }),
  )
  const receipts = items.slice(-10).map(({ id }) => receiptIdOf(deps, id))
  const headers = { ...to.headers, 'In-Reply-To': receipts[0] ?? '', References: receipts.join(' ') }
  return { to: email, ...letter, headers, messageId: messageIdOf(config, 'outcome-email', outcomeId, customerId) }
}

/** The letter as its receivers will get it, before anything is published. Its links lead nowhere: they are the customers’ own. Null when there is no such outcome. */
export async function previewOutcomeEmail(deps: Deps, scope: Scope, outcomeId: string, locale?: string) {
  const outcome = await findOutcomeToTell(deps.db, scope, outcomeId)
  if (!outcome) return null
  const voice = voiceOf(deps, locale ?? null, outcome)
  const [item] = await listAnswered(deps.db, scope, outcomeId)
  const { publicUrl } = deps.config
  const example = { message: voice.texts.letters.outcome.example, submittedAt: deps.clock().toISOString() }
  return writeLetter(
    outcomeLetter(voice, inLanguage(outcome, locale ?? voice.language), {
      name: null,
      accent: '#0f6b5c',
      stopUrl: `${publicUrl}/unsubscribe/…`,
      items: [{ ...(item ?? example), statusUrl: `${publicUrl}/f/…` }],
    }),
  )
}

/** The outcome in this language where it was translated, else as it was written. */
function inLanguage({ translations, ...outcome }: OutcomeToTell, locale: string) {
  return { ...outcome, ...(translations[locale] ?? translations[locale.slice(0, 2).toLowerCase()]) }
}

type Told = Omit<OutcomeToTell, 'translations'>
interface Receiver {
  name: string | null
  accent: string
  stopUrl: string
  items: Answered[]
}

function outcomeLetter({ language, texts, day }: Voice, outcome: Told, { name, accent, stopUrl, items }: Receiver): Letter {
  const { letters } = texts
  const { kind, team, organisation } = outcome
  const [first] = items
  const youSaid = first && items.length === 1 ? letters.outcome.youSaid(day(first.submittedAt)) : letters.outcome.youSaidAll
  const goal = publicTitle({ title: outcome.goal, public: outcome.public, team, state: outcome.state })
  return {
    language,
    subject: letters.outcome.subject[kind](letters.quoted(firstWords(first?.message ?? outcome.title))),
    organisation,
    accent,
    blocks: [
      { say: letters.greeting(name) },
      { say: youSaid },
      ...items.map(({ message }) => ({ quote: message })),
      { say: letters.outcome.intro[kind](team) },
      { heading: outcome.title },
      ...partsOf(texts, outcome),
      ...(goal === team ? [] : [{ say: letters.outcome.goal(team, letters.quoted(goal)) }]),
      ...questionTo(texts, kind, items),
    ],
    footer: { say: letters.because(organisation), stop: { label: letters.stop, href: stopUrl } },
  }
}

function partsOf({ words }: Voice['texts'], { kind, did, better, next }: Told): Block[] {
  const { outcome } = words
  return [
    { part: outcome.did[kind], text: did },
    ...(better ? [{ part: outcome.better[kind], text: better }] : []),
    ...(next ? [{ part: outcome.next[kind], text: next }] : []),
  ]
}

/** One question, and one link to the whole; with several items each has its own. */
function questionTo({ letters, words }: Voice['texts'], kind: Told['kind'], items: Answered[]): Block[] {
  const question = words.outcome.helped[kind]
  const [only] = items
  if (only && items.length === 1)
    return [
      { part: question, text: '' },
      { action: letters.outcome.react, href: `${only.statusUrl}#reaction` },
      { link: letters.outcome.open, href: only.statusUrl },
    ]
  return [
    { part: question, text: letters.outcome.react },
    ...items.map(({ message, statusUrl }) => ({
      link: letters.outcome.reactTo(letters.quoted(firstWords(message))),
      href: `${statusUrl}#reaction`,
    })),
  ]
}
