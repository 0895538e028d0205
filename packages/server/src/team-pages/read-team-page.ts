import type { StoryVoice } from '@klankbord/shared/stories'
import type { Kind } from '@klankbord/shared/widget'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { shorten } from '../feedback/mask.ts'
import { voiceOf } from '../stories/read-story.ts'
import { countCompliments, type House, listCompliments, readHouse } from '../stories/store.ts'
import { findTeam } from '../teams/store.ts'
import { countVoices, listRunning, listTeamGoals, listVoices } from './store.ts'

const MOST = { compliments: 8, voices: 20 }
const WORDS = { compliment: 400, voice: 240, why: 280 }
const DAYS = 7

export interface TeamPage {
  team: { id: string; name: string }
  house: House
  goals: { id: string; title: string; why: string | null; target: string | null; hows: Awaited<ReturnType<typeof listRunning>> }[]
  compliments: { items: StoryVoice[]; more: number }
  voices: { items: (StoryVoice & { kind: Kind })[]; count: number }
}

/** What a team sees of itself without an account. Of customers there are only their words, without what tells who they are. Null when the team is gone. */
export async function readTeamPage({ db, clock }: Deps, scope: Scope, teamId: string): Promise<TeamPage | null> {
  const team = await findTeam(db, scope, teamId)
  if (!team) return null
  const goals = await listTeamGoals(db, scope, teamId)
  const goalIds = goals.map(({ id }) => id)
  const running = await listRunning(db, scope, goalIds)
  const since = new Date(clock().getTime() - DAYS * 24 * 60 * 60 * 1000).toISOString()
  const listening = new Set([teamId])
  const compliments = await listCompliments(db, scope, listening, { since, limit: MOST.compliments })
  const voices = await listVoices(db, scope, goalIds, MOST.voices)
  return {
    team: { id: team.id, name: team.name },
    house: await readHouse(db, scope),
    goals: goals.map(({ why, ...goal }) => ({
      ...goal,
      why: why && shorten(why, WORDS.why),
      hows: running.filter(({ goalId }) => goalId === goal.id),
    })),
    compliments: {
      items: compliments.map((row) => ({ ...voiceOf(row, WORDS.compliment), team: null })),
      more: (await countCompliments(db, scope, listening, since)) - compliments.length,
    },
    voices: { items: voices.map((row) => ({ ...voiceOf(row, WORDS.voice), kind: row.kind })), count: await countVoices(db, scope, goalIds) },
  }
}
