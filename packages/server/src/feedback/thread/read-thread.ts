import type { MineItem, MineThread, Rating, TimelineEntry } from '@klankbord/shared/feedback'
import type { GoalPublic } from '@klankbord/shared/goals'
import type { MineOutcome } from '@klankbord/shared/mine-outcome'
import type { OutcomeMeasure } from '@klankbord/shared/outcome-measure'
import type { Page, PageQuery } from '@klankbord/shared/page'
import type { Kind, OutcomeKind, Status } from '@klankbord/shared/widget'
import { listAttachments } from '../../attachments/store.ts'
import { mailVoiceOf } from '../../customers/addressee.ts'
import { pageFrom, readCursor } from '../../db/pages.ts'
import type { Scope } from '../../db/scope.ts'
import type { Deps } from '../../deps.ts'
import { publicTitle } from '../../goals/public-title.ts'
import { findLook } from '../../mail/look-store.ts'
import { movementsOf } from '../../measures/movement.ts'
import { readOrganisation } from '../../members/store.ts'
import { notFound, ProblemError } from '../../problem-error.ts'
import { readAnswers } from '../../sites/answers.ts'
import { describedElsewhere, picturesFor, shownAt } from '../outcome-pictures.ts'
import { noteBeside, wordsFor } from '../outcome-words.ts'
import { listMoves } from '../promise/store.ts'
import { reactionOf } from '../reaction-of.ts'
import { listEvents, listMessages } from '../store.ts'
import { askedAtOf } from './asked-at.ts'
import { carriedBy, followMerged } from './carried.ts'
import { findThread, listMine, listWithdrawn, type ThreadRow } from './store.ts'

/** The steps of an item's history that its customer sees; whatever is not here stays among members. */
const VISIBLE: Record<string, TimelineEntry['type']> = {
  'feedback.received': 'received',
  'feedback.routed': 'routed',
  'feedback.planned': 'in_progress',
  'feedback.message': 'message',
  'feedback.asked': 'asked',
  'promise.moved': 'moved',
  'outcome.published': 'answered',
  'outcome.withdrawn': 'reopened',
  'feedback.reaction': 'reaction',
  'feedback.reopened': 'reopened',
  'feedback.merged': 'merged',
}

export function customerOf({ who }: Scope): string {
  if (who.kind !== 'customer') throw new ProblemError('unauthenticated', 'This is for the customer who gave the feedback.')
  return who.id
}

/** Everything that a customer may see of their own item. Never a note, never another member's name than those who wrote to them. */
export async function readThread(deps: Deps, scope: Scope, id: string): Promise<MineThread> {
  const { db, tokens, config } = deps
  const own = await findThread(db, scope, customerOf(scope), id)
  if (!own) throw notFound('feedback')
  const { row, steps } = await carriedBy(db, scope, own)
  const [messages, events] = [await listMessages(db, scope, id), await listEvents(db, scope, id)]
  const statusUrl = `${config.publicUrl}/f/${tokens.sign('status', id)}`
  const pictureUrl = (picture: string) => `${statusUrl}/pictures/${picture}`
  // Of an outcome for very many not every item heard of it yet.
  const isWithdrawn = row.withdrawnAt !== null
  return {
    id,
    kind: row.kind as Kind,
    message: row.message,
    status: shown(isWithdrawn && row.status === 'answered' ? 'reopened' : row.status),
    isMerged: own.status === 'merged',
    submittedAt: row.submittedAt,
    news: row.news,
    askedAt: askedAtOf(row),
    statusUrl,
    goal: promiseOf(row),
    moved: (await listMoves(db, scope, id)).at(-1) ?? null,
    plan: row.plan,
    attachments: (await listAttachments(db, scope, id)).map((one) => ({ ...one, url: pictureUrl(one.id) })),
    timeline: timelineOf([...events, ...steps]),
    answers: readAnswers(row.answers),
    rating: ratingOf(row),
    messages: [...messages.flatMap(shownMessage), ...(await withdrawalsOf(deps, scope, row, events))].toSorted(byTime),
    outcome: isWithdrawn ? null : await outcomeOf(deps, scope, row, await measureOf(deps, scope, row.outcomeId), pictureUrl),
    reaction: reactionOf(row),
  }
}

const byTime = (one: { at: string }, other: { at: string }) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)

type Message = Awaited<ReturnType<typeof listMessages>>[number]

/** A note stays among members. */
const shownMessage = ({ id, kind, author, text, createdAt }: Message): MineThread['messages'] =>
  kind === 'note' ? [] : [{ id, by: kind === 'team' ? ('team' as const) : ('customer' as const), author, text, at: createdAt }]

/** Spam is no one's business but the team's: to its sender the item stands where it stood. */
const shown = (status: string) => (status === 'spam' ? 'received' : (status as Status))

function promiseOf({ goalTitle, goalPublic, goalState, team, replyBy }: ThreadRow): MineThread['goal'] {
  if (goalTitle === null || team === null) return null
  const goal = { title: goalTitle, public: JSON.parse(goalPublic ?? 'true') as GoalPublic, team, state: goalState ?? 'agreed' }
  return { title: publicTitle(goal), team, replyBy }
}

type Event = Pick<Awaited<ReturnType<typeof listEvents>>[number], 'type' | 'createdAt' | 'detail'>

function timelineOf(events: Event[]): TimelineEntry[] {
  const sorted = events.toSorted((one, other) => (one.createdAt < other.createdAt ? -1 : 1))
  const splitAt = sorted.findLast(({ type }) => type === 'feedback.split')?.createdAt ?? ''
  return sorted.flatMap(({ type, createdAt, detail }) => {
    // What was split off again was never together.
    const step = type === 'feedback.merged' && createdAt <= splitAt ? undefined : VISIBLE[type]
    const { team = null, to } = JSON.parse(detail) as { team?: string | null; to?: string }
    return step ? [{ type: step, at: createdAt, team, to: (step === 'moved' && to) || null }] : []
  })
}

/** The rating as it was given. */
export const ratingOf = ({ ratingScale, ratingValue }: { ratingScale: string | null; ratingValue: number | null }): Rating | null =>
  ratingScale && ratingValue !== null ? ({ scale: ratingScale, value: ratingValue } as Rating) : null

/** The number that moved with an outcome. */
export const measureOf = async (deps: Pick<Deps, 'db' | 'clock'>, scope: Scope, outcomeId: string | null) =>
  outcomeId === null ? null : ((await movementsOf(deps, scope, [outcomeId])).get(outcomeId) ?? null)

type OutcomeColumns = Pick<
  ThreadRow,
  'outcomeKind' | 'outcomeTitle' | 'did' | 'better' | 'next' | 'publishedAt' | 'translations' | 'team' | 'locale'
> &
  Pick<ThreadRow, 'outcomeLocale' | 'nothingMoreAt' | 'correctedAt' | 'withdrawnAt' | 'pictures'>

const storedWords = ({ outcomeTitle, did, better, next, nothingMoreAt, outcomeLocale, translations }: OutcomeColumns) => ({
  title: outcomeTitle ?? '',
  did: did ?? '',
  better,
  next,
  nothingMoreAt,
  locale: outcomeLocale ?? '',
  translations: translations ?? '{}',
})

/** The outcome in the customer's language where there is a translation, else as it was written. */
export async function outcomeOf(
  deps: Pick<Deps, 'db' | 'clock'>,
  scope: Scope,
  row: OutcomeColumns,
  measure: OutcomeMeasure | null,
  pictureUrl: (id: string) => string,
): Promise<MineOutcome | null> {
  const { outcomeKind, publishedAt, correctedAt, withdrawnAt, team, locale } = row
  if (outcomeKind === null || publishedAt === null) return null
  const stored = storedWords(row)
  const words = wordsFor(stored, locale)
  const pictures = picturesFor({ pictures: row.pictures, locale: stored.locale }, words)
  const elsewhere = describedElsewhere(pictures, words)
  const isPlain = correctedAt === null && elsewhere === null && (locale === null || locale.slice(0, 2) === words.locale.slice(0, 2))
  const note = isPlain ? null : noteBeside(words, correctedAt, locale, await voiceIn(deps, scope, locale), elsewhere)
  const told = { ...words, pictures: shownAt(pictures, pictureUrl) }
  return { kind: outcomeKind as OutcomeKind, ...told, team: team ?? '', publishedAt, correctedAt, withdrawnAt, note, measure }
}

async function voiceIn(deps: Pick<Deps, 'db' | 'clock'>, scope: Scope, locale: string | null) {
  const { locale: organisationLocale, timeZone } = await readOrganisation(deps.db, scope)
  const { tone } = await findLook(deps.db, scope)
  return mailVoiceOf(deps, locale, tone, { organisationLocale, timeZone })
}

/** That an answer was withdrawn, and why, as a word of the team: the item waits for another one. */
async function withdrawalsOf(deps: Deps, scope: Scope, { locale }: ThreadRow, events: Event[]): Promise<MineThread['messages']> {
  const ids = events.flatMap(({ type, detail }) => (type === 'outcome.withdrawn' ? [(JSON.parse(detail) as { outcomeId: string }).outcomeId] : []))
  if (ids.length === 0) return []
  const { words } = (await voiceIn(deps, scope, locale)).texts
  return (await listWithdrawn(deps.db, scope, ids)).map((row) => ({
    id: `withdrawn:${row.id}`,
    by: 'team',
    author: row.team,
    text: `${words.outcome.withdrawn(wordsFor(row, locale).title)} ${row.withdrawnBecause}`,
    at: row.withdrawnAt ?? '',
  }))
}

export async function listMyFeedback({ db }: Deps, scope: Scope, { limit, cursor }: PageQuery): Promise<Page<MineItem>> {
  const rows = await followMerged(db, scope, await listMine(db, scope, customerOf(scope), cursor === undefined ? null : readCursor(cursor, 2)))
  return pageFrom(
    rows,
    limit,
    ({ submittedAt, id }) => [submittedAt, id],
    (row) => ({ ...row, kind: row.kind as Kind, status: shown(row.status), askedAt: askedAtOf(row) }),
  )
}
