import type { Reach } from '@klankbord/shared/feedback'
import type { NamedItem } from './store.ts'

/** Whether a customer can be told by e-mail, and if not, why. */
export function reachOf({
  customerEmail,
  emailConfirmedAt,
  unsubscribedAt,
  bouncedAt,
}: Pick<NamedItem, 'customerEmail' | 'emailConfirmedAt' | 'unsubscribedAt' | 'bouncedAt'>): Reach {
  if (customerEmail === null) return 'no-address'
  if (unsubscribedAt !== null) return 'unsubscribed'
  if (emailConfirmedAt === null) return 'unconfirmed'
  return bouncedAt === null ? 'reachable' : 'bounced'
}
