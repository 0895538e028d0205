import * as z from 'zod'
import { RoutingClauses } from './clauses.ts'
import { endpoint } from './endpoint.ts'
import { Day, Id, line, Time } from './fields.ts'
import { Candidate } from './routing.ts'
import { kinds, statuses } from './widget.ts'

/** An item beside another, short. */
const Beside = z.object({
  id: Id,
  kind: z.enum(kinds),
  message: z.string(),
  status: z.enum(statuses),
  submittedAt: Time,
  goal: z.object({ id: Id, title: z.string() }).nullable(),
})

/** Words for which a person must look, whatever the routing says. */
export const flags = ['safety', 'discrimination', 'legal', 'press'] as const
export type Flag = (typeof flags)[number]

/**
 * What the learned model thinks of an item, kept as it was when it was made. It comes within seconds of the item, never in its way. `null` instead of one: it is still to come.
 */
export const Suggestion = z.object({
  /** The number of the model that made it. */
  model: z.int(),
  at: Time,
  /** At most three, best first. */
  candidates: z.array(Candidate),
  /** True where no candidate is likely enough: the model does not know. */
  isUnknown: z.boolean(),
  /** The three most similar items that people routed earlier, with their goals. */
  similar: z.array(Beside.extend({ similarity: z.number().min(0).max(1) })),
  /** The language it is written in, as far as could be told: `nl`. */
  language: z.string().nullable(),
  /** The kind that its words suggest, where that is another than the customer chose. */
  kind: z.object({ kind: z.enum(kinds), confidence: z.number() }).nullable(),
  /** What a person must look at, with the words that raised it. */
  flags: z.array(z.object({ flag: z.enum(flags), words: z.array(z.string()) })),
  /** When somebody looked, and who; null while nobody did. */
  looked: z.object({ at: Time, by: z.string().nullable() }).nullable(),
})
export type Suggestion = z.infer<typeof Suggestion>

/** A point of the curve: with this threshold, which share of the items would be routed by the model itself, and which share of those was right. From people's own decisions, in the order of time. */
export const ThresholdPoint = z.object({ threshold: z.number(), share: z.number(), right: z.number() })

/** How the model does on one goal, tried in the order of time on what people decided. */
export const GoalTrial = z.object({
  goalId: Id,
  title: z.string(),
  team: z.string(),
  /** What people decided for it. */
  examples: z.int(),
  /** Of what the model would have sent there itself, how many, and which share people had decided too. Null below 20. */
  tried: z.int(),
  right: z.number().nullable(),
  /** True once the trial meets the target: only then can it be turned on. */
  mayRoute: z.boolean(),
  /** An admin's wish. It routes where `mayRoute` holds as well, and rests when people overturn it. */
  wanted: z.boolean(),
  /** Why it rests though it is wanted. */
  rests: z.enum(['too-few', 'too-often-wrong', 'overturned']).nullable(),
})
export type GoalTrial = z.infer<typeof GoalTrial>

/** The learned model of an organisation. */
export const RoutingModelStanding = z.object({
  /** 0 while there is none: no goals, no items. */
  model: z.int(),
  builtAt: Time.nullable(),
  isBuilding: z.boolean(),
  /** How many decisions of people it learned from. */
  examples: z.int(),
  /** Below this confidence an item is unknown (0 to 1). */
  threshold: z.number().min(0).max(1),
  /** The share of right decisions that a goal must reach before the model may route to it. */
  target: z.number().min(0.5).max(1),
  curve: z.array(ThresholdPoint),
  goals: z.array(GoalTrial),
  /** Goals that can't be told apart: a person should sharpen their texts or join them. */
  twins: z.array(z.object({ goals: z.array(z.object({ id: Id, title: z.string() })).length(2), confusion: z.number() })),
  /** Goals without any text to go by. */
  silent: z.array(z.object({ id: Id, title: z.string() })),
})
export type RoutingModelStanding = z.infer<typeof RoutingModelStanding>

/** How suggestions fare. A suggestion is accepted when the first candidate is the goal that a person chose or left. */
export const RoutingQuality = z.object({
  suggested: z.int(),
  accepted: z.int(),
  /** Each week of the period, oldest first. */
  weeks: z.array(z.object({ from: Day, suggested: z.int(), accepted: z.int() })),
  goals: z.array(z.object({ goalId: Id, title: z.string(), suggested: z.int(), accepted: z.int() })),
  /** Where people chose another goal than was suggested, most often first. */
  confusion: z.array(
    z.object({ suggested: z.object({ id: Id, title: z.string() }), chosen: z.object({ id: Id, title: z.string() }), count: z.int() }),
  ),
  /** Set when acceptance of the last four weeks is surely below that of the twelve before: shares, 0 to 1. */
  drift: z.object({ before: z.number(), now: z.number() }).nullable(),
})
export type RoutingQuality = z.infer<typeof RoutingQuality>

/** Items of the "to route" pile that seem to be about one thing. */
export const Theme = z.object({
  /** In the words of its items. */
  name: z.string(),
  size: z.int(),
  words: z.array(z.string()),
  feedbackIds: z.array(Id),
  examples: z.array(z.object({ id: Id, message: z.string() })),
  /** The goal that the model thinks of for most of them. */
  candidate: Candidate.nullable(),
})
export type Theme = z.infer<typeof Theme>

/** A draft of the routing, tried on the newest items: what would change. Nothing is changed. */
const DryRunInput = z.object({
  /** The whole list of rules, in order, in place of the present. */
  rules: z
    .array(z.object({ id: Id.optional(), goalId: Id, when: RoutingClauses }))
    .max(500)
    .optional(),
  threshold: z.number().min(0).max(1).optional(),
  /** Other texts of goals. */
  goals: z
    .array(z.object({ goalId: Id, title: line(1, 200).optional(), intake: line(0, 5000).optional() }))
    .max(50)
    .optional(),
  last: z.int().min(1).max(5000).default(1000),
})

const GoalRef = z.object({ id: Id, title: z.string() }).nullable()

/** The model learned from what people decided, those of these items that a person routed among them: of those it is surer than of new ones. */
export const DryRun = z.object({
  tried: z.int(),
  changed: z.int(),
  /** From where to where, most items first; null is the "to route" pile. `by` is what would send it there. */
  moves: z.array(
    z.object({
      from: GoalRef,
      to: GoalRef,
      by: z.enum(['rule', 'model', 'none']),
      count: z.int(),
      examples: z.array(z.object({ id: Id, message: z.string() })),
    }),
  ),
})
export type DryRun = z.infer<typeof DryRun>

/** Words that raise a flag, by flag; in any language, whole words or phrases, `*` at the end for every ending. */
export const FlagWords = z.object({
  safety: z.array(line(1, 60)).max(300),
  discrimination: z.array(line(1, 60)).max(300),
  legal: z.array(line(1, 60)).max(300),
  press: z.array(line(1, 60)).max(300),
})
export type FlagWords = z.infer<typeof FlagWords>

const OfItem = z.object({ id: Id })

export const suggestionEndpoints = {
  readSuggestion: endpoint('GET', '/api/v1/feedback/:id/suggestion', { access: 'viewer' }, OfItem, Suggestion.nullable()),
  /** The nearest items that are still open, to answer together. */
  listSimilar: endpoint(
    'GET',
    '/api/v1/feedback/:id/similar',
    { access: 'viewer' },
    OfItem,
    z.object({ items: z.array(Beside.extend({ similarity: z.number() })) }),
  ),
  /** Somebody looked at what the flags point to. */
  lookAtFlags: endpoint('PUT', '/api/v1/feedback/:id/looked', { access: 'member', status: 204 }, OfItem, z.void()),
  readRoutingModel: endpoint('GET', '/api/v1/routing/suggestions', { access: 'viewer' }, z.object({}), RoutingModelStanding),
  changeRoutingModel: endpoint(
    'PATCH',
    '/api/v1/routing/suggestions',
    { access: 'admin' },
    z.object({
      threshold: z.number().min(0).max(1).optional(),
      target: z.number().min(0.5).max(1).optional(),
      /** Goals that the model may route to by itself, as soon and as long as it does so well enough. */
      wanted: z
        .array(z.object({ goalId: Id, wanted: z.boolean() }))
        .max(500)
        .optional(),
    }),
    RoutingModelStanding,
  ),
  /** Builds the model anew, in the background. */
  rebuildRoutingModel: endpoint('POST', '/api/v1/routing/suggestions/rebuild', { access: 'admin', status: 204 }, z.object({}), z.void()),
  readRoutingQuality: endpoint(
    'GET',
    '/api/v1/routing/quality',
    { access: 'viewer' },
    z.object({ from: Day.optional(), to: Day.optional() }),
    RoutingQuality,
  ),
  listThemes: endpoint(
    'GET',
    '/api/v1/routing/themes',
    { access: 'viewer' },
    z.object({}),
    z.object({ items: z.array(Theme), grouped: z.int(), left: z.int() }),
  ),
  /** Gives items of a theme to a goal. Those that somebody else decided meanwhile stay as they are and are not counted. */
  routeTheme: endpoint(
    'PUT',
    '/api/v1/routing/themes/goal',
    { access: 'member' },
    z.object({ goalId: Id, feedbackIds: z.array(Id).min(1).max(2000) }),
    z.object({ routed: z.int() }),
  ),
  dryRunRouting: endpoint('POST', '/api/v1/routing/dry-runs', { access: 'viewer' }, DryRunInput, DryRun),
  readFlagWords: endpoint('GET', '/api/v1/routing/flag-words', { access: 'viewer' }, z.object({}), FlagWords),
  replaceFlagWords: endpoint('PUT', '/api/v1/routing/flag-words', { access: 'admin' }, FlagWords, FlagWords),
}
