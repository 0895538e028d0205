import * as z from 'zod'
import { DeliveryState } from './deliveries.ts'
import { endpoint } from './endpoint.ts'
import { MineThread } from './feedback.ts'
import { Time } from './fields.ts'
import { MineOutcome } from './mine-outcome.ts'

/** One thing that the customer said, with all that they gave along and all that came of it; `outcomes` are those published about it, oldest first. */
export const ExportedItem = MineThread.extend({
  pageUrl: z.string().nullable(),
  locale: z.string().nullable(),
  /** When its customer asked to get no mail about it. */
  mutedAt: Time.nullable(),
  attributes: z.record(z.string(), z.string()),
  outcomes: z.array(MineOutcome),
})
export type ExportedItem = z.infer<typeof ExportedItem>

/** Everything that is kept of a customer. Times are when it happened; `mails` are those that were written to them, sent or not. */
export const MineExport = z.object({
  exportedAt: Time,
  customer: z.object({
    organisation: z.string(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    emailConfirmedAt: Time.nullable(),
    unsubscribedAt: Time.nullable(),
    /** Since when no mail is written to the address, because what came there was sent back. */
    bouncedAt: Time.nullable(),
    locale: z.string().nullable(),
    /** As the host site names them. */
    externalId: z.string().nullable(),
    createdAt: Time,
  }),
  items: z.array(ExportedItem),
  mails: z.array(z.object({ kind: z.string(), to: z.string(), state: DeliveryState, queuedAt: Time, at: Time })),
})
export type MineExport = z.infer<typeof MineExport>

export const mineEndpoints = {
  /** Never a colleague's note, never what another customer gave, also where both use one address. */
  exportMine: endpoint('GET', '/widget/v1/mine/export', { access: 'customer' }, z.object({}), MineExport),
  /**
   * Erases this customer: their words, name, address, page addresses, attributes, answers, pictures and the mails that were kept; what is queued for them is
   * not sent, and the token is worth nothing afterwards. Each item stays as an empty shell, for the numbers; what the team wrote is the team's, and stays.
   * Of an address whose owner said that no mail may come, a fingerprint stays, so that none comes. A backup holds what it held until it is replaced.
   */
  eraseMine: endpoint('DELETE', '/widget/v1/mine', { access: 'customer', status: 204 }, z.object({}), z.void()),
}
