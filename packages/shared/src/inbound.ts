import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, Time } from './fields.ts'

/** The most bytes of a mail as it comes in. Of a longer one nothing is taken. */
export const MOST_MAIL_BYTES = 50 * 1024 * 1024

/**
 * What became of a mail: its words were `added` to the conversation; a notice `stopped` the address or was only `counted`; or it was `ignored`, and why. `not-ours`: it is to no address
 * that we gave out. `not-the-customer`: only the thread's own customer, from the address that they confirmed, may write into it.
 */
export const ReceivedMail = z.object({
  result: z.enum(['added', 'stopped', 'counted', 'ignored']),
  reason: z.enum(['not-ours', 'not-the-customer', 'automatic', 'empty', 'no-notice', 'never-sent']).nullable(),
})
export type ReceivedMail = z.infer<typeof ReceivedMail>

/** A customer whose address takes no more mail. */
export const BouncedAddress = z.object({ customerId: Id, name: z.string().nullable(), email: z.string(), at: Time })
export type BouncedAddress = z.infer<typeof BouncedAddress>

export const inboundEndpoints = {
  /** Takes one mail, whole and as it came (message/rfc822): a customer's reply, or a notice that a letter could not be delivered. The address is secret, and is made in the settings of mail. */
  receiveMail: endpoint(
    'POST',
    '/inbound/:token',
    { access: 'public', mostBytes: MOST_MAIL_BYTES, bytesType: 'message/rfc822' },
    z.object({ token: z.string().min(16).max(100) }),
    ReceivedMail,
  ),
  /** Addresses that take no more mail, newest first; at most 200. */
  listBounces: endpoint('GET', '/api/v1/mail/bounces', { access: 'viewer' }, z.object({}), z.object({ items: z.array(BouncedAddress) })),
  /** Sends to such an address again, for everyone who has it. */
  takeBackBounce: endpoint('DELETE', '/api/v1/mail/bounces/:customerId', { access: 'member', status: 204 }, z.object({ customerId: Id }), z.void()),
}
