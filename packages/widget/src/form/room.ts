import type { MineItem, MineThread, Receipt } from '@klankbord/shared/feedback'
import type { MineOutcome } from '@klankbord/shared/mine-outcome'
import { type Kind, kinds, outcomeKinds, statuses } from '@klankbord/shared/widget'
import type { Loop } from '../loop/begin.ts'
import type { Line } from '../loop/queue.ts'
import type { Attributes, Events, Identity } from '../options.ts'
import type { Pictures } from '../pictures/begin.ts'
import type { Configuration, Place, Words } from '../place.ts'
import type { QuestionsPart } from '../questions/begin.ts'
import type { Returning } from '../returning/begin.ts'
import type { SimilarPart } from '../similar/begin.ts'
import type { Box } from '../storage.ts'
import type { Language, Plural, TextKey } from '../texts/languages.ts'
import type { Kit } from './kit.ts'

/** What the customer is busy writing. */
export interface Draft {
  message: string
  kind?: Kind
  rating?: number
  notify?: boolean
  email?: string
  name?: string
  answers?: { [questionId: string]: string | string[] | number }
  /** Names of the pictures that this device keeps. */
  pictures?: string[]
  /** Why it was not sent, in words. */
  problem?: string
  /** The question or the field with which something is wrong. */
  wrong?: string
}

export type View = 'choose' | 'say' | 'sent' | 'mine' | 'item' | 'outcomes'

/** A list that is read page by page. */
export interface Listed<Item> {
  items: Item[]
  next: string | null
}

export interface Measure {
  name: string
  unit: string
  direction: 'up' | 'down'
  before: number
  after: number
}

export type Outcome = MineOutcome & { measure?: Measure | null }

/** An item with everything that the customer gave and got. */
export interface Thread extends Omit<MineThread, 'outcome' | 'attachments' | 'answers' | 'rating'> {
  outcome: Outcome | null
  attachments?: { id: string; width: number; height: number; url: string }[]
  answers?: { label: string; answer: string }[]
  rating?: { scale: 'csat' | 'nps' | 'ces'; value: number } | null
}

/** What was sent last, and what became of it. */
export interface Sent {
  key: string
  draft: Draft
  /** With a receipt it arrived; until then `status` is that of the last try, 0 without a connection. */
  receipt?: Receipt
  status: number
}

type AllTexts = { [Key in TextKey]: string } & { news: Plural; charactersLeft: Plural }

/** One widget with a customer before it: everything that is shown, and drawn anew when it changes. */
export interface Room extends Omit<Place, 'call' | 'calls'> {
  configuration: Configuration | undefined
  kinds: readonly Kind[]
  texts: AllTexts
  given?: object
  kit: Kit
  language: Language
  /** The language tag for dates and for what is sent. */
  locale: string
  box: Box
  dialog: HTMLDialogElement
  attributes: Attributes
  identity?: Identity
  emit<Name extends keyof Events>(name: Name, detail: Events[Name]): void
  draw(): void
  view: View
  draft: Draft
  busy?: boolean
  /** True once the customer was asked whether the draft may go. */
  sure?: boolean
  /** True when what is shown could not be fetched. */
  failed?: boolean
  /** How many changes the customer has not seen yet. */
  news: number
  loop?: Loop
  line: Line
  pictures?: Pictures
  questions?: QuestionsPart
  sent?: Sent | undefined
  returning?: Returning
  similar?: SimilarPart
  seeking?: Promise<SimilarPart | undefined>
  /** What became of what the customer asked for. */
  notice?: string
  mine?: Listed<MineItem> | undefined
  outcomes?: Listed<Outcome> | undefined
  item?: Thread | undefined
  itemId?: string
}

/** Takes what the site wrote itself in place of our texts. */
export async function replace(room: Room) {
  const given = room.configuration?.texts[room.language]
  if (!given) return
  const names = await room.fetch('names')
  room.given = Object.fromEntries(Object.entries(given).map(([key, text]) => [names?.default[key] ?? key, text]))
}

/** The texts that go by what the server calls a thing, in the order in which the script carries them before the others. */
export const namedTexts = [...kinds, ...kinds.map((kind) => `${kind}Ask`), ...statuses, 'message', 'asked', 'moved', 'reaction', ...outcomeKinds]

/** Adds the texts of a part; what the site wrote goes before it. */
export const learn = ({ texts, given }: Room, { default: [named, first = 0, others = ''] }: Words, names: string[] = []) =>
  Object.assign(texts, Object.fromEntries(others.split('|').map((text, index) => [names[index] ?? first + index, text])), named, given)
