import { type Coverage, GoalGap, PersonGap } from '@klankbord/shared/coverage'
import { linesOf, type Place, reachingTop, topOf } from './chains.ts'
import type { Having, LiveGoal } from './store.ts'

export type Numbers = Omit<Coverage, 'share' | 'since'>

/** What is true of an organisation's goals, before anybody is counted. */
export interface Goals {
  places: (Place & { name: string })[]
  goals: LiveGoal[]
  gaps: Map<string, GoalGap[]>
  /** Each team with all above it. */
  lines: Map<string, string[]>
  having: Having
  reaching: Having
}

/** Ids of the goals that have one. */
interface Equipped {
  measure: ReadonlySet<string | null>
  initiative: ReadonlySet<string | null>
}

export function surveyGoals(places: Goals['places'], goals: LiveGoal[], equipped: Equipped): Goals {
  const reaching = reachingTop(goals, topOf(places))
  return {
    places,
    goals,
    gaps: new Map(goals.map((goal) => [goal.id, gapsOf(goal, equipped, reaching.has(goal.id))])),
    lines: linesOf(places),
    having: havingOf(goals),
    reaching: havingOf(goals.filter(({ id }) => reaching.has(id))),
  }
}

function gapsOf({ id, hasFeedback, owner }: LiveGoal, { measure, initiative }: Equipped, reaches: boolean): GoalGap[] {
  const gaps: GoalGap[] = []
  if (!reaches) gaps.push('loose')
  if (!measure.has(id)) gaps.push('no-measure')
  if (hasFeedback === null) gaps.push('no-feedback')
  else if (!initiative.has(id)) gaps.push('no-initiative')
  if (owner === null) gaps.push('no-owner')
  return gaps
}

function havingOf(goals: LiveGoal[]): Having {
  const [people, teams] = [new Set<string>(), new Set<string>()]
  for (const { personId, ownerId, memberId, teamId } of goals) {
    if (personId !== null) people.add(personId)
    if (ownerId !== null) people.add(ownerId)
    // A goal of one person is not one of the others in their team.
    if (memberId === null) teams.add(teamId)
  }
  return { people, teams }
}

/** Colleagues who are alike: in the same teams, and standing alike. */
export interface Alike {
  teams: readonly string[]
  people: number
  standing: Standing
}

export type Standing = 'reached' | PersonGap

/** How somebody in these teams stands; by their teams alone where nobody is named. */
export function standingOf({ having, reaching }: Pick<Goals, 'having' | 'reaching'>, teams: readonly string[], memberId?: string): Standing {
  const has = ({ people, teams: ofTeams }: Having) => (memberId !== undefined && people.has(memberId)) || teams.some((id) => ofTeams.has(id))
  if (has(reaching)) return 'reached'
  return has(having) ? 'not-reaching' : 'no-goal'
}

const nothing = (): Numbers => ({
  people: 0,
  reached: 0,
  goals: 0,
  teams: 0,
  gaps: {
    people: { 'no-goal': 0, 'not-reaching': 0 },
    teams: { 'no-goal': 0 },
    goals: { loose: 0, 'no-measure': 0, 'no-feedback': 0, 'no-initiative': 0, 'no-owner': 0 },
  },
})

/** The numbers of each team with all below it, and under null those of the whole organisation. */
export function countAll({ places, goals, gaps, lines, having }: Goals, groups: Iterable<Alike>): Map<string | null, Numbers> {
  const [all, numbers] = [nothing(), new Map(places.map(({ id }) => [id, nothing()]))]
  for (const { id } of places) countTeam(numbers.get(id), having.teams.has(id))
  for (const { id, teamId } of goals) countGoal(numbers.get(teamId), gaps.get(id))
  const spread: Alike[] = []
  for (const group of groups) {
    const { teams } = group
    if (teams.length === 1) countPeople(numbers.get(teams[0] ?? ''), group)
    else if (teams.length > 1) spread.push(group)
    countPeople(all, group)
  }
  for (const mine of numbers.values()) addAllButPeople(all, mine)
  // The lowest first: each has all that is below it when it is added to the one above.
  const upwards = places.toSorted((one, other) => (lines.get(other.id)?.length ?? 0) - (lines.get(one.id)?.length ?? 0))
  for (const { id, parentId } of upwards) if (parentId !== null) addAll(numbers.get(parentId), numbers.get(id))
  // Who is in several teams counts once in whatever stands above more than one of them.
  for (const group of spread) for (const id of new Set(group.teams.flatMap((team) => lines.get(team) ?? []))) countPeople(numbers.get(id), group)
  return new Map<string | null, Numbers>([...numbers, [null, all]])
}

function countTeam(numbers: Numbers | undefined, hasGoal: boolean) {
  if (!numbers) return
  numbers.teams++
  if (!hasGoal) numbers.gaps.teams['no-goal']++
}

function countGoal(numbers: Numbers | undefined, gaps: GoalGap[] = []) {
  if (!numbers) return
  numbers.goals++
  for (const gap of gaps) numbers.gaps.goals[gap]++
}

function countPeople(numbers: Numbers | undefined, { people, standing }: Alike) {
  if (!numbers) return
  numbers.people += people
  if (standing === 'reached') numbers.reached += people
  else numbers.gaps.people[standing] += people
}

function addAll(numbers: Numbers | undefined, more: Numbers | undefined) {
  if (!numbers || !more) return
  numbers.people += more.people
  numbers.reached += more.reached
  for (const gap of PersonGap.options) numbers.gaps.people[gap] += more.gaps.people[gap]
  addAllButPeople(numbers, more)
}

function addAllButPeople(numbers: Numbers, more: Numbers) {
  numbers.goals += more.goals
  numbers.teams += more.teams
  numbers.gaps.teams['no-goal'] += more.gaps.teams['no-goal']
  for (const gap of GoalGap.options) numbers.gaps.goals[gap] += more.gaps.goals[gap]
}
