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
  /**
   * Mails a confirmed address the link to everything its owner said, to go on with on another device. The answer is always the same, and takes as long, so
   * that it tells nobody who is known here. At most one mail goes to an address in ten minutes.
   */
  mailLink: endpoint(
    'POST',
    '/widget/v1/sites/:siteKey/links',
    { access: 'site' },
    z.object({ siteKey: z.string().max(64), email: Email, locale: Locale.optional() }),
    z.object({}),
  ),
}
