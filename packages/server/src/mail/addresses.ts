import { createHash, timingSafeEqual } from 'node:crypto'
import type { Tokens } from '../tokens.ts'

/*
 * Addresses that hold a token behind a plus: `antwoord+r…@example.nl` for a reply to one thread, `antwoord+b…@…` for a notice that one delivery failed. Mail
 * servers may change capitals, and take at most 64 characters before the @, so tokens are in base 32 and their signatures shortened to 80 and 72 bits.
 */

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'
const ID_BYTES = 16
const TAG_BYTES = 5

/** The most characters that the address of replies may have before its @, so that a token fits behind them. */
export const LONGEST_LOCAL_PART = 14

/** Where the answers of a thread come in. */
export function replyAddress(tokens: Tokens, inbound: string, feedbackItemId: string): string {
  return withToken(inbound, `r${encode(signed(tokens, 'reply', feedbackItemId, '').subarray(0, 26))}`)
}

/** Where a notice comes in that this delivery to this customer failed. */
export function bounceAddress(tokens: Tokens, inbound: string, customerId: string, deliveryId: string): string {
  const tag = tagOf(deliveryId)
  const token = signed(tokens, 'bounce', customerId, tag.toString('hex'))
  return withToken(inbound, `b${encode(Buffer.concat([token.subarray(0, ID_BYTES), tag, token.subarray(ID_BYTES, 25)]))}`)
}

/** What an address of ours says: whose thread, or which delivery failed. Null for any other address, and one that we did not sign. */
export type Addressed = { kind: 'reply'; feedbackItemId: string } | { kind: 'bounce'; customerId: string; isDelivery: (id: string) => boolean }

export function readAddress(tokens: Tokens, address: string): Addressed | null {
  const [, kind, token = ''] = /\+([rb])([a-z2-7]+)@/i.exec(address) ?? []
  const bytes = decode(token.toLowerCase())
  const id = uuidOf(bytes.subarray(0, ID_BYTES))
  if (kind?.toLowerCase() === 'r' && bytes.length === 26)
    return isSame(bytes, signed(tokens, 'reply', id, '').subarray(0, 26)) ? { kind: 'reply', feedbackItemId: id } : null
  if (kind?.toLowerCase() !== 'b' || bytes.length !== 30) return null
  const tag = bytes.subarray(ID_BYTES, ID_BYTES + TAG_BYTES)
  const isOurs = isSame(bytes.subarray(ID_BYTES + TAG_BYTES), signed(tokens, 'bounce', id, tag.toString('hex')).subarray(ID_BYTES, 25))
  return isOurs ? { kind: 'bounce', customerId: id, isDelivery: (deliveryId) => tagOf(deliveryId).equals(tag) } : null
}

const signed = (tokens: Tokens, purpose: 'reply' | 'bounce', id: string, binding: string) =>
  Buffer.from(tokens.sign(purpose, id, binding), 'base64url')

const tagOf = (deliveryId: string) => createHash('sha256').update(deliveryId).digest().subarray(0, TAG_BYTES)

const isSame = (one: Buffer, other: Buffer) => one.length === other.length && timingSafeEqual(one, other)

const withToken = (address: string, token: string) => address.replace('@', `+${token}@`)

const uuidOf = (bytes: Buffer) => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.*)$/, '$1-$2-$3-$4-$5')

function encode(bytes: Buffer): string {
  let bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  bits = bits.padEnd(Math.ceil(bits.length / 5) * 5, '0')
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]).join('')
}

function decode(letters: string): Buffer {
  const bits = [...letters].map((letter) => Math.max(0, ALPHABET.indexOf(letter)).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
}
