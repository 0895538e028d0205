import type { Config } from '../config.ts'
import type { Letter } from './layout.tsx'

/** One e-mail, ready to be sent. */
export interface Mail {
  to: string
  subject: string
  text: string
  html: string
  /** Beside those that every message has: `List-Unsubscribe`, `References`, … */
  headers: Record<string, string>
  /** What it was written from, so that several can be joined into one. */
  letter?: Letter
  /** Who it comes from, beside the address that all mail of this server has. */
  sender?: Sender
  /** What signs it, where that is not what the server was started with. */
  signing?: Config['signing']
  /** Pictures that the HTML part shows as `cid:<name>`, so that nothing has to be fetched. */
  pictures?: { name: string; type: string; bytes: Uint8Array }[]
  /** Stable per effect: the same delivery always has the same one. Without `@` the domain of the sender is added. */
  messageId: string
}

export interface Sender {
  name: string | null
  replyTo: string | null
  /** The address to which a notice of failure comes back, for the delivery with this id. */
  bounceTo: ((deliveryId: string) => string) | null
}

/**
 * What became of one attempt. `refused`: a definite no, retried only when `again`; `unknown`: the connection broke when the server may
 * already have taken it.
 */
export type SendResult = { state: 'sent' } | { state: 'refused'; again: boolean; reason: string } | { state: 'unknown'; reason: string }

export interface Mailer {
  /**
   * Never throws. `aboutToSend` is awaited just before the message's content leaves; when it throws, nothing was sent.
   * `deliveryId` is the name under which a mail that is kept in a folder can be found again.
   */
  send(mail: Mail, aboutToSend: () => Promise<void>, deliveryId: string): Promise<SendResult>
  close(): Promise<void>
}
