/** Constants that the widget needs at run time. This file imports nothing, so that no schema reaches a customer's page. */

/** What a feedback item can be, in the order in which a site shows them. */
export const kinds = ['compliment', 'complaint', 'idea', 'question'] as const
export type Kind = (typeof kinds)[number]

/** Where a feedback item stands. It ends only in `answered`, or in `merged` or `spam`. */
export const statuses = ['received', 'routed', 'in_progress', 'answered', 'reopened', 'merged', 'spam'] as const
export type Status = (typeof statuses)[number]

/** The customer's answer to "did this help?". */
export const helpedAnswers = ['yes', 'partly', 'no'] as const
export type Helped = (typeof helpedAnswers)[number]

/** Why an outcome did not help, or only partly. */
export const reactionReasons = ['not_solved', 'still_part', 'came_back', 'other_point', 'unclear', 'disagree'] as const
export type ReactionReason = (typeof reactionReasons)[number]

/** What an outcome says: done, partly done, not going to be done, or an answer to a question. */
export const outcomeKinds = ['done', 'partly', 'not_doing', 'answer'] as const
export type OutcomeKind = (typeof outcomeKinds)[number]

const ofDeeds: readonly ReactionReason[] = ['not_solved', 'still_part', 'came_back', 'other_point']
const ofWords: readonly ReactionReason[] = ['unclear', 'disagree', 'other_point']

/** Which reasons are offered: of a refusal nothing can have come back, and with what was done nobody has to agree. */
export const reasonsFor: Record<OutcomeKind, readonly ReactionReason[]> = {
  done: ofDeeds,
  partly: ofDeeds,
  not_doing: ofWords,
  answer: ofWords,
}

/** Most characters of a message. */
export const MESSAGE_MAX = 5000

/** Most pictures that come with one item. */
export const PICTURES_MAX = 5

/** Most bytes of a picture as it is sent: 5 MB. */
export const PICTURE_MAX_BYTES = 5 * 1024 * 1024
/** How the button looks before anything of its site is known: what differs from this stands in the snippet. */
export const DEFAULT_ACCENT = '#0f6b5c'

interface ButtonLook {
  accent: string
  position: string
}

const attributesOf = (siteKey: string, look: ButtonLook | undefined) =>
  [
    `data-site="${siteKey}"`,
    ...(look && look.accent.toLowerCase() !== DEFAULT_ACCENT ? [`data-accent="${look.accent}"`] : []),
    ...(look && look.position !== 'right' ? [`data-position="${look.position}"`] : []),
  ].join(' ')

/** The HTML that a company pastes into its pages. */
export const snippetFor = (publicUrl: string, siteKey: string, look?: ButtonLook) =>
  `<script async src="${publicUrl}/widget.js" ${attributesOf(siteKey, look)}></script>`

/** One build of the widget: where it is, and what a browser may hold it against. */
export interface WidgetBuild {
  version: string
  path: string
  integrity: string
}

/** The same for one build, which never changes under the page: for who checks what is loaded. */
export const pinnedSnippetFor = (publicUrl: string, siteKey: string, look: ButtonLook, { path, integrity }: WidgetBuild) =>
  `<script async src="${publicUrl}${path}" integrity="${integrity}" crossorigin="anonymous" ${attributesOf(siteKey, look)}></script>`
