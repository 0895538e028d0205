import { transact } from '../db/db.ts'
import { systemScope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { badField, notFound } from '../problem-error.ts'
import { countAnswer, findInvitation, removeInvitation } from './answer-store.ts'
import { type Asked, askedOf } from './question.ts'
import { holdOpen } from './store.ts'

/** What the link in a mail asks. It tells nothing of the person who got it. */
export interface Question extends Asked {
  id: string
  organisationId: string
  roundId: string
  groupId: string
  closesAt: string
  organisation: string
  timeZone: string
}

/** The question behind a link of ours; null when it was answered already, or its round is over: which of the two is kept nowhere. */
export async function readQuestion({ db, tokens, clock }: Deps, token: string): Promise<Question | null> {
  const id = tokens.read('pulse', token)
  if (!id) throw notFound('link')
  const found = await findInvitation(db, id)
  if (!found || found.closesAt <= clock().toISOString()) return null
  return { ...found, ...askedOf(found) }
}

/**
 * Counts an answer and uses its invitation up. Nothing else is written, and nothing is recorded: who answered what, and when, must be unknown to us. False when it was answered
 * already, or the round is over.
 */
export async function answerPulse(deps: Deps, token: string, value: number): Promise<boolean> {
  const question = await readQuestion(deps, token)
  if (!question) return false
  const { id, organisationId, roundId, groupId } = question
  const scope = systemScope(organisationId)
  const now = deps.clock().toISOString()
  return transact(deps.db, async (db) => {
    if (!(await holdOpen(db, scope, roundId, now))) return false
    if (!(await removeInvitation(db, scope, id))) return false
    if (!(await countAnswer(db, scope, { roundId, groupId, value }))) throw badField('answer', 'Choose one of the answers')
    return true
  })
}
