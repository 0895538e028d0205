import type { GoalPublic } from '@klankbord/shared/goals'

interface Shown {
  title: string
  public: GoalPublic
  team: string
  state?: string
}

/** What customers read as the goal: its title for them, its own title, or only the team that works on it, as long as nobody agreed on the goal. */
export function publicTitle({ title, public: shown, team, state }: Shown): string {
  if (shown === false || state === 'proposed') return team
  return shown === true ? title : shown.title
}
