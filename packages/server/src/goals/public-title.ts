import type { GoalPublic } from '@klankbord/shared/goals'

/** What customers read as the goal: its title for them, its own title, or only the team that works on it. */
export function publicTitle({ title, public: shown, team }: { title: string; public: GoalPublic; team: string }): string {
  if (shown === false) return team
  return shown === true ? title : shown.title
}
