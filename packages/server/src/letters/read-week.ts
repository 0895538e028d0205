import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { maskedBeginning } from '../feedback/mask.ts'
import { firstWords } from '../mail/plain-text.ts'
import { listTalkable, readAnswered, readCompliments, readDue, type Span, teamsBelow } from './content-store.ts'
import { type Movement, readMoved } from './read-moved.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** How much of each a letter holds: it is read in a minute. */
const [COMPLIMENTS, PROMISES, OUTCOMES, MEASURES] = [3, 3, 4, 4]
/** The longest that a customer's words and a goal's why are quoted. */
const [QUOTED, EXPLAINED] = [280, 400]

/** What one team's part of a letter is written from. */
export interface Week {
  team: string
  compliments: { words: string[]; count: number }
  due: { overdue: number; soon: number; next: { words: string; replyBy: string }[] }
  outcomes: { title: string; answers: number }[]
  reactions: { all: number; yes: number }
  moved: Movement[]
  talk: { id: string; title: string; why: string | null; question: number } | null
}

/**
 * The week of a team. Compliments and outcomes are also those of the teams below it, since they are its pride as well; what is due and what moved is its own, since it is the one
 * to act on it.
 */
export async function readWeek(db: Db, scope: Scope, { id, name }: { id: string; name: string }, span: Span): Promise<Week> {
  const below = await teamsBelow(db, scope, id)
  const compliments = await readCompliments(db, scope, below, span, COMPLIMENTS)
  const soon = new Date(Date.parse(span.until) + 7 * DAY_MS).toISOString()
  const due = await readDue(db, scope, id, { until: span.until, soon, limit: PROMISES })
  const { outcomes, reactions } = await readAnswered(db, scope, below, span, OUTCOMES)
  return {
    team: name,
    compliments: {
      words: compliments.shown.map(({ message, ...known }) => firstWords(maskedBeginning(message, QUOTED, known), QUOTED)),
      count: compliments.count,
    },
    due: {
      overdue: due.overdue,
      soon: due.soon,
      next: due.next.map(({ message, replyBy, ...known }) => ({
        words: firstWords(maskedBeginning(message, QUOTED, known)),
        replyBy: replyBy ?? span.until,
      })),
    },
    outcomes,
    reactions,
    moved: (await readMoved(db, scope, id, span)).slice(0, MEASURES),
    talk: inTurn(await listTalkable(db, scope, id), span.until),
  }
}

export const hasNews = ({ compliments, due, outcomes, moved }: Week) =>
  compliments.count > 0 || due.overdue + due.soon > 0 || outcomes.length > 0 || moved.length > 0

/** A goal a week, one after the other, each time round with another question. */
function inTurn(goals: { id: string; title: string; why: string | null }[], at: string): Week['talk'] {
  // Weeks since a Monday.
  const week = Math.floor((Date.parse(at) / DAY_MS + 3) / 7)
  const goal = goals[week % goals.length]
  return goal ? { ...goal, why: goal.why && plainWhy(goal.why), question: week + Math.floor(week / goals.length) } : null
}

/** The start of a why without the signs that format it. */
const plainWhy = (why: string) => firstWords(why.replace(/^\s*(?:[-*+]|\d+\.|#+)\s+/gm, '').replace(/\*\*|__|(?<!\w)[*_]|[*_](?!\w)/g, ''), EXPLAINED)
