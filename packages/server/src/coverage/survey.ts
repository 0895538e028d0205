import type { Coverage, GoalGap } from '@klankbord/shared/coverage'
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

export function surveyGoals(places: Goals['places'], goals: LiveGoal[]): Goals {
  const reaching = reachingTop(goals, topOf(places))
  return {
    places,
    goals,
    gaps: new Map(goals.map((goal) => [goal.id, gapsOf(goal, reaching.has(goal.id))])),
    lines: linesOf(places),
    having: havingOf(goals),
    reaching: havingOf(goals.filter(({ id }) => reaching.has(id))),
  }
}

function gapsOf({ hasMeasure, hasFeedback, hasInitiative, owner }: LiveGoal, reaches: boolean): GoalGap[] {
  const gaps: GoalGap[] = []
  if (!reaches) gaps.push('loose')
  if (hasMeasure === null) gaps.push('no-measure')
  if (hasFeedback === null) gaps.push('no-feedback')
  else if (hasInitiative === null) gaps.push('no-initiative')
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

/** Colleagues who are alike: in the same teams, and with the same goals of their own. */
export interface Alike {
  teams: readonly string[]
  people: number
  hasOwn: boolean
  ownReaches: boolean
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
export function countAll({ places, goals, gaps, lines, having, reaching }: Goals, groups: Iterable<Alike>): Map<string | null, Numbers> {
  const numbers = new Map<string | null, Numbers>(places.map(({ id }) => [id, nothing()]))
  const above = (teams: readonly string[]) =>
    teams.length === 1 ? (lines.get(teams[0] ?? '') ?? []) : new Set(teams.flatMap((id) => lines.get(id) ?? []))
  const all = nothing()
  const add = (teams: readonly string[], count: (numbers: Numbers) => void) => {
    count(all)
    for (const id of above(teams)) count(numbers.get(id) ?? nothing())
  }
  for (const { id } of places)
    add([id], (numbers) => {
      numbers.teams++
      if (!having.teams.has(id)) numbers.gaps.teams['no-goal']++
    })
  for (const { id, teamId } of goals)
    add([teamId], (numbers) => {
      numbers.goals++
      for (const gap of gaps.get(id) ?? []) numbers.gaps.goals[gap]++
    })
  for (const { teams, people, hasOwn, ownReaches } of groups) {
    const reaches = ownReaches || teams.some((id) => reaching.teams.has(id))
    const has = hasOwn || teams.some((id) => having.teams.has(id))
    add(teams, (numbers) => {
      numbers.people += people
      if (reaches) numbers.reached += people
      else numbers.gaps.people[has ? 'not-reaching' : 'no-goal'] += people
    })
  }
  return numbers.set(null, all)
}
