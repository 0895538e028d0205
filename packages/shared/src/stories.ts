import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Day, Id, Time } from './fields.ts'
import { GoalState } from './goals.ts'
import { outcomeKinds } from './widget.ts'

/** Some of a list, and how many there are beside them. */
const some = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), more: z.int() })

/** A goal as a story tells it. */
export const StoryGoal = z.object({
  id: Id,
  title: z.string(),
  why: z.string().nullable(),
  team: z.string(),
  target: z.string().nullable(),
  endsOn: Day.nullable(),
  state: GoalState,
})
export type StoryGoal = z.infer<typeof StoryGoal>

/** A number with where it began and where it stands; `points` are its last values, oldest first, at most 60. */
export const StoryMeasure = z.object({
  id: Id,
  name: z.string(),
  goal: z.string(),
  unit: z.string(),
  direction: z.enum(['up', 'down']),
  baseline: z.number().nullable(),
  target: z.number().nullable(),
  points: z.array(z.object({ at: Time, value: z.number(), n: z.int().nullable() })),
})
export type StoryMeasure = z.infer<typeof StoryMeasure>

/** What a customer said, without what tells who they are. */
export const StoryVoice = z.object({ words: z.string(), at: Time, team: z.string().nullable() })
export type StoryVoice = z.infer<typeof StoryVoice>

/** An outcome that everyone may read. */
export const StoryOutcome = z.object({ id: Id, kind: z.enum(outcomeKinds), title: z.string(), did: z.string(), team: z.string(), at: Time })
export type StoryOutcome = z.infer<typeof StoryOutcome>

/**
 * The story of the organisation, or of one team: why it does what it does, what contributes to that, how it goes, and what customers said and
 * heard in the past month. As much as one A4 page holds.
 */
export const Story = z.object({
  organisation: z.string(),
  /** Null for the organisation's own. */
  team: z.object({ id: Id, name: z.string() }).nullable(),
  /** From when compliments and outcomes are told. */
  since: Time,
  /** The team's own goals, or those of the top. */
  goals: some(StoryGoal),
  /** The goals directly below these. */
  below: some(StoryGoal),
  measures: some(StoryMeasure),
  compliments: some(StoryVoice),
  outcomes: some(StoryOutcome),
  /** Whether the one who asks may make and revoke links to it. */
  mayShare: z.boolean(),
})
export type Story = z.infer<typeof Story>

/** What a link opens for who has no account: a story to read, or the team's page to take part in. */
export const ShareKind = z.enum(['story', 'team-page'])
export type ShareKind = z.infer<typeof ShareKind>

/** A link that works until it is revoked. There is one at a time for each page. */
export const ShareLink = z.object({
  id: Id,
  kind: ShareKind,
  teamId: Id.nullable(),
  url: z.string(),
  createdBy: z.string().nullable(),
  createdAt: Time,
})
export type ShareLink = z.infer<typeof ShareLink>

const OfStory = z.object({ teamId: Id.optional() })
const OfLink = z.object({ kind: ShareKind, teamId: Id.optional() })

export const storyEndpoints = {
  readStory: endpoint('GET', '/api/v1/story', { access: 'viewer' }, OfStory, Story),
  /** The story as the page that its link opens. */
  readStoryPage: endpoint('GET', '/api/v1/story/page', { access: 'viewer', produces: 'page' }, OfStory, z.string()),
  /** The link that works now, for those who may make one: leads of the team, owners and admins. */
  readShareLink: endpoint('GET', '/api/v1/share-links', { access: 'member' }, OfLink, z.object({ link: ShareLink.nullable() })),
  /** Makes a link; the one before it is worth nothing from then on. A team page is always of a team. */
  createShareLink: endpoint('POST', '/api/v1/share-links', { access: 'member', status: 201 }, OfLink, ShareLink),
  revokeShareLink: endpoint('DELETE', '/api/v1/share-links/:id', { access: 'member', status: 204 }, z.object({ id: Id }), z.void()),
}
