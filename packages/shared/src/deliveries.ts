import * as z from 'zod'

/** Where one e-mail stands. `unknown`: the connection broke when it may already have been taken; only a person sends it again. */
export const DeliveryState = z.enum(['queued', 'sending', 'sent', 'failed', 'bounced', 'unknown'])
export type DeliveryState = z.infer<typeof DeliveryState>
