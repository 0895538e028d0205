import { line, text } from '@klankbord/shared/fields'
import { transact } from '../db/db.ts'
import { once } from '../db/idempotency.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { shorten } from '../feedback/mask.ts'
import { addToInitiative, proposeInitiative } from '../initiatives/propose-initiative.ts'
import { ProblemError } from '../problem-error.ts'
import { listRunning, listTeamGoals } from './store.ts'

export const IDEA_MAX = 2000
export const NAME_MAX = 40
/** As long as a title reads well; a longer idea stands under it as its first comment. */
const TITLE = 120

export const FirstName = line(1, NAME_MAX)
export const Idea = text(1, IDEA_MAX)

export interface NewIdea {
  linkId: string
  teamId: string
  /** `goal:<id>` for a new idea, `initiative:<id>` to add to one. */
  about: string
  text: string
  name: string
  /** The same each time that one form is sent. */
  key: string
}

/**
 * A colleague without an account proposes how to reach one of the team's goals, or adds to what is running. The same form sent twice does so once.
 * Refused (`conflict`) when the goal or the initiative is not, or no longer, the team's to work on.
 */
export function takeIdea(deps: Deps, scope: Scope, idea: NewIdea): Promise<'proposed' | 'added'> {
  const { linkId, key, about, text, name } = idea
  return once(
    deps.db,
    { place: `team-page:${linkId}`, key, request: [about, text, name] },
    deps.clock(),
    (work) => transact(deps.db, work),
    (db) => keep({ ...deps, db }, scope, idea),
  )
}

async function keep(deps: Deps, scope: Scope, { teamId, about, text, name }: NewIdea): Promise<'proposed' | 'added'> {
  const [kind, id = ''] = about.split(':')
  const goals = await listTeamGoals(deps.db, scope, teamId)
  if (kind === 'goal' && goals.some((goal) => goal.id === id)) {
    await propose(deps, scope, { goalId: id, text, name })
    return 'proposed'
  }
  const running = await listRunning(
    deps.db,
    scope,
    goals.map((goal) => goal.id),
  )
  if (kind !== 'initiative' || !running.some((initiative) => initiative.id === id)) throw gone()
  await addToInitiative(deps, scope, { initiativeId: id, text, name })
  return 'added'
}

async function propose(deps: Deps, scope: Scope, { goalId, text, name }: { goalId: string; text: string; name: string }) {
  const whole = text.replace(/\s+/g, ' ')
  const title = shorten(/^.*?[.!?](?=\s|$)/.exec(whole)?.[0] ?? whole, TITLE)
  const { id } = await proposeInitiative(deps, scope, { goalId, title, name })
  if (title !== whole) await addToInitiative(deps, scope, { initiativeId: id, text, name })
}

const gone = () =>
  new ProblemError('conflict', 'This goal or initiative is not the team’s to work on any more. Choose another; your text was not stored.')
