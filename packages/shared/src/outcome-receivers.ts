import * as z from 'zod'
import { DeliveryState } from './deliveries.ts'
import { endpoint } from './endpoint.ts'
import { Id, Locale } from './fields.ts'
import { PageQuery, pageOf } from './page.ts'
import { helpedAnswers } from './widget.ts'

/** How an outcome reaches somebody: by e-mail, only in the widget and on their status page, or not at all. */
export const reachChannels = ['email', 'widget', 'none'] as const
export type ReachChannel = (typeof reachChannels)[number]

/** Why somebody gets no e-mail. Who erased what they said, and who sent spam, is not told at all. */
export const untoldReasons = ['no-address', 'unconfirmed', 'unsubscribed', 'bounced', 'erased', 'spam'] as const
export type UntoldReason = (typeof untoldReasons)[number]

/** One person that an outcome is for: an address counts once, however many items or devices it stands for. */
export const Receiver = z.object({
  id: Id,
  feedbackId: Id,
  name: z.string().nullable(),
  email: z.string().nullable(),
  locale: z.string(),
  channel: z.enum(reachChannels),
  reason: z.enum(untoldReasons).nullable(),
  /** Where their e-mail stands; null before publication, and without one. */
  delivery: DeliveryState.nullable(),
  /** They looked at it in the widget or on their status page. */
  seen: z.boolean(),
  helped: z.enum(helpedAnswers).nullable(),
})
export type Receiver = z.infer<typeof Receiver>

export const ReceiverCounts = z.object({
  channels: z.record(z.enum(reachChannels), z.int()),
  reasons: z.record(z.enum(untoldReasons), z.int()),
  languages: z.array(z.object({ locale: z.string(), email: z.int(), widget: z.int() })),
  deliveries: z.record(DeliveryState, z.int()),
  seen: z.int(),
  reacted: z.int(),
})
export type ReceiverCounts = z.infer<typeof ReceiverCounts>

/** The exact list, a page at a time, with the counts of all of it. */
export const ReceiverPage = pageOf(Receiver).extend({ counts: ReceiverCounts })
export type ReceiverPage = z.infer<typeof ReceiverPage>

const ReceiverQuery = PageQuery.extend({
  id: Id,
  channel: z.enum(reachChannels).optional(),
  reason: z.enum(untoldReasons).optional(),
  delivery: DeliveryState.optional(),
  /** Two letters, such as `nl`. */
  language: z.string().length(2).optional(),
  did: z.enum(['seen', 'reacted']).optional(),
})

export const outcomeReceiverEndpoints = {
  /** Before publication who will be told and who will not, with the reason; afterwards what became of it, person by person. */
  listReceivers: endpoint('GET', '/api/v1/outcomes/:id/receivers', { access: 'viewer' }, ReceiverQuery, ReceiverPage),
  /** Who would be told of an answer to this one item, before a word of it is written. */
  listReceiversOfItem: endpoint('GET', '/api/v1/feedback/:id/receivers', { access: 'viewer' }, ReceiverQuery, ReceiverPage),
  /** Sends the e-mail, as it reads now, to the colleague who asks, and to nobody else. */
  sendTestMessage: endpoint(
    'POST',
    '/api/v1/outcomes/:id/test-message',
    { access: 'member' },
    z.object({ id: Id, locale: Locale.optional() }),
    z.object({ to: z.string() }),
  ),
}
