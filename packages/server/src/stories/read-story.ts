import type { Story, StoryVoice } from '@klankbord/shared/stories'
import { linesOf, topOf } from '../coverage/chains.ts'
import type { Scope } from '../db/scope.ts'
import { whileUnchanged } from '../db/while-unchanged.ts'
import type { Deps } from '../deps.ts'
import { maskedBeginning, shorten } from '../feedback/mask.ts'
import { readMeasure } from '../loop/read-measures.ts'
import { notFoundAt } from '../problem-error.ts'
import { listTreeTeams } from '../teams/store.ts'
import { languageOf } from '../texts/texts.ts'
import { mayShare } from './share.ts'
import {
  countCompliments,
  type House,
  type Listening,
  listCompliments,
  listGoalsBelow,
  listMeasures,
  listOutcomesSince,
  listOwnGoals,
  readHouse,
} from './store.ts'

/** As much as one A4 page holds, and a screen shows at a glance. */
const MOST = { goals: 3, below: 8, measures: 4, compliments: 4, outcomes: 4 }
const WORDS = { compliment: 180, did: 160 }
const POINTS = 60
/** What is told of: the past month, and not this one, since on the first nothing has happened yet. */
const DAYS = 30

export interface Told {
  story: Story
  house: House
}

/** What nobody in particular asks. */
type Common = Omit<Told, 'story'> & { story: Omit<Story, 'mayShare'> }

const stories = whileUnchanged<Common>()
const HOUR_MS = 60 * 60 * 1000

/** The story of a team, or of the whole organisation, with how its page looks. It begins on the hour, so that it is read once an hour where nothing changed. */
export async function readStory(deps: Deps, scope: Scope, { teamId }: { teamId?: string | undefined }): Promise<Told> {
  const hour = Math.floor(deps.clock().getTime() / HOUR_MS)
  const since = new Date((hour - DAYS * 24) * HOUR_MS).toISOString()
  const { story, house } = await stories(deps.db, `${scope.organisationId} ${teamId ?? ''} ${since}`, () => tell(deps, scope, { teamId, since }))
  return { story: { ...story, mayShare: await mayShare(deps.db, scope, teamId ?? null) }, house }
}

async function tell(deps: Deps, scope: Scope, { teamId, since }: { teamId: string | undefined; since: string }): Promise<Common> {
  const { db } = deps
  const places = await listTreeTeams(db, scope)
  const place = teamId === undefined ? null : places.find(({ id }) => id === teamId)
  if (place === undefined) throw notFoundAt('teamId', 'team')
  const house = await readHouse(db, scope)
  const lines = linesOf(places)
  const teams = place && new Set(places.filter(({ id }) => lines.get(id)?.includes(place.id)).map(({ id }) => id))
  const own = await listOwnGoals(db, scope, place ? [place.id] : topOf(places))
  const below = await listGoalsBelow(
    db,
    scope,
    own.map(({ id }) => id),
    since,
  )
  const outcomes = await listOutcomesSince(db, scope, teams, { since, language: languageOf(house.locale) })
  const story = {
    organisation: house.name,
    team: place && { id: place.id, name: place.name },
    since,
    goals: some(own, MOST.goals),
    below: some(below, MOST.below),
    measures: await measuresOf(
      deps,
      scope,
      [...own, ...below].map(({ id }) => id),
    ),
    compliments: await complimentsOf(deps, scope, teams, since),
    outcomes: some(
      outcomes.map((outcome) => ({ ...outcome, did: shorten(outcome.did, WORDS.did) })),
      MOST.outcomes,
    ),
  }
  return { story, house }
}

const some = <Item>(items: Item[], most: number) => ({ items: items.slice(0, most), more: Math.max(0, items.length - most) })

async function measuresOf(deps: Deps, scope: Scope, goalIds: string[]): Promise<Story['measures']> {
  const { items, more } = some(await listMeasures(deps.db, scope, goalIds), MOST.measures)
  const withPoints = items.map(async (measure) => ({ ...measure, points: (await readMeasure(deps, scope, measure.id)).periods.slice(-POINTS) }))
  return { items: await Promise.all(withPoints), more }
}

async function complimentsOf({ db }: Deps, scope: Scope, teams: Listening, since: string): Promise<Story['compliments']> {
  const count = await countCompliments(db, scope, teams, since)
  const rows = await listCompliments(db, scope, teams, { since, limit: MOST.compliments })
  return { items: rows.map((row) => voiceOf(row, WORDS.compliment)), more: count - rows.length }
}

interface Said {
  message: string
  submittedAt: string
  team: string | null
  name: string | null
  email: string | null
}

/** What a customer said, without what tells who they are, cut to `most` characters. */
export const voiceOf = ({ message, submittedAt, team, name, email }: Said, most: number): StoryVoice => ({
  words: maskedBeginning(message, most, { name, email }),
  at: submittedAt,
  team,
})
