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

/** What an outcome says: done, partly done, not going to be done, or an answer to a question. */
export const outcomeKinds = ['done', 'partly', 'not_doing', 'answer'] as const
export type OutcomeKind = (typeof outcomeKinds)[number]

/** Most characters of a message. */
export const MESSAGE_MAX = 5000

/** Most pictures that come with one item. */
export const PICTURES_MAX = 5

/** Most bytes of a picture as it is sent: 5 MB. */
export const PICTURE_MAX_BYTES = 5 * 1024 * 1024

/** The HTML that a company pastes into its pages. */
export const snippetFor = (publicUrl: string, siteKey: string) => `<script async src="${publicUrl}/widget.js" data-site="${siteKey}"></script>`
