import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Email, Locale } from './fields.ts'

export const customerEndpoints = {
  /** Sends one confirmation to the address; nothing else is mailed there before its owner confirmed it. */
  putMyEmail: endpoint(
    'PUT',
    '/widget/v1/mine/email',
    { access: 'customer' },
    z.object({ email: Email, locale: Locale.optional() }),
    z.object({ mail: z.enum(['confirm', 'confirmed']) }),
  ),
}
