import type { GoalSide } from '@klankbord/shared/goals'
import { atLeast } from '@klankbord/shared/members'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { ProblemError } from '../problem-error.ts'
import { hasHands, leadsOf, lineOf, membershipIn } from '../teams/store.ts'

/** What somebody may do with the goals of a team. The What takes two hands, that of the team and that of the level above; the How only the team's. */
export interface Hands {
  /** The sides that are theirs. */
  sides: GoalSide[]
  /** The sides that nobody holds: no agreement is asked of them. */
  empty: GoalSide[]
  /** In the team, whatever their part in it: they write the How. */
  inTeam: boolean
  propose: boolean
  /** Change what needs nobody's agreement. */
  tend: boolean
  comment: boolean
}

/**
 * Who holds which side of a team's goals. The team's side are its leads, or its members where it has none; the side above are the leads of the
 * nearest team above that has any, or the owners and admins where none has. Viewers hold nothing.
 */
export async function handsOn(db: Db, scope: Scope, teamId: string): Promise<Hands> {
  const { who } = scope
  if (!('role' in who) || !atLeast(who.role, 'member')) return NONE
  const line = await lineOf(db, scope, teamId)
  const leads = await leadsOf(db, scope, line)
  const [own = [], ...above] = line.map((id) => leads.filter((lead) => lead.teamId === id))
  const isAmong = (people: typeof leads) => who.kind === 'member' && people.some(({ memberId }) => memberId === who.id)
  const inTeam = who.kind === 'member' && (await membershipIn(db, scope, teamId, who.id)) !== undefined
  const runsAll = atLeast(who.role, 'admin')
  const nearest = above.find((people) => people.length > 0)
  const sides: GoalSide[] = []
  if (own.length > 0 ? isAmong(own) : inTeam) sides.push('team')
  if (nearest ? isAmong(nearest) : runsAll) sides.push('above')
  const teamIsEmpty = own.length === 0 && !(await hasHands(db, scope, teamId))
  return {
    sides,
    empty: teamIsEmpty ? ['team'] : [],
    inTeam,
    propose: inTeam || runsAll || above.some(isAmong),
    tend: sides.length > 0 || runsAll,
    comment: true,
  }
}

const NONE: Hands = { sides: [], empty: [], inTeam: false, propose: false, tend: false, comment: false }

/** The sides whose agreement is still needed when these have agreed. */
export const lacking = ({ empty }: Hands, agreed: readonly (GoalSide | null)[]): GoalSide[] =>
  (['team', 'above'] as const).filter((side) => !agreed.includes(side) && !empty.includes(side))

/** True for who needs nobody else to change the What. */
export const actsAlone = (hands: Hands) => hands.sides.length > 0 && lacking(hands, hands.sides).length === 0

/** Refuses everyone who is not in the team that owns the goal, owners and admins included: What and How have different hands. */
export async function requireTeam(db: Db, scope: Scope, { teamId, team }: { teamId: string; team: string }) {
  const { who } = scope
  if (who.kind === 'member' && (await membershipIn(db, scope, teamId, who.id)) !== undefined) return
  throw new ProblemError(
    'forbidden',
    `What and How have different hands: the How of this goal is chosen by the members of ${team}, who do the work. Not even an owner or admin writes it for them; ask someone in the team.`,
  )
}

/** Refuses who holds neither side of the team's goals. */
export function requireSide({ sides }: Hands, team: string) {
  if (sides.length > 0) return
  throw new ProblemError('forbidden', `This is for the leads of ${team} and for those of the level above. Ask one of them, or say it in a comment.`)
}
