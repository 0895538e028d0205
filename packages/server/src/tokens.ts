import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

/** What a token is good for; a token of one purpose is worthless for another. */
export type TokenPurpose =
  | 'customer'
  | 'status'
  | 'all'
  | 'confirm'
  | 'unsubscribe'
  | 'preferences'
  | 'reply'
  | 'bounce'
  | 'inbound'
  | 'set-up'
  | 'invitation'
  | 'story'
  | 'team-page'
  | 'pulse'
  | 'stop-pulses'
  | 'stop-letters'
  | 'stop-notifications'

/**
 * Private links and customers' tokens: the id of a row, signed. They can be written again into every later e-mail without being stored, and
 * end with the row. 64 characters, base64url: 16 bytes of UUID, 32 bytes of HMAC-SHA256.
 */
export interface Tokens {
  /** `binding` ties the token to something that must not have changed, such as an e-mail address. */
  sign(purpose: TokenPurpose, id: string, binding?: string): string
  /** The id in a token that we signed, or null. */
  read(purpose: TokenPurpose, token: string): string | null
  /** The id that a token speaks of, unverified: to look up what `confirms` needs. */
  claimedId(token: string): string | null
  confirms(purpose: TokenPurpose, token: string, binding: string): boolean
}

/** Some MiB at the most. */
const MOST_REMEMBERED = 10_000

const TOKEN = /^[\w-]{64}$/

export function createTokens(secretKey: string): Tokens {
  const keys = new Map<TokenPurpose, Buffer>()
  const keyFor = (purpose: TokenPurpose) => {
    const known = keys.get(purpose)
    if (known) return known
    const key = Buffer.from(hkdfSync('sha256', secretKey, 'klankbord', purpose, 32))
    keys.set(purpose, key)
    return key
  }
  const mac = (purpose: TokenPurpose, id: Uint8Array, binding: string) => {
    const hmac = createHmac('sha256', keyFor(purpose)).update(id)
    return binding === '' ? hmac : hmac.update(binding)
  }
  const confirms = (purpose: TokenPurpose, token: string, binding: string) => {
    if (!TOKEN.test(token)) return false
    const bytes = Buffer.from(token, 'base64url')
    return timingSafeEqual(bytes.subarray(16), mac(purpose, bytes.subarray(0, 16), binding).digest())
  }
  // A signature does not change, so a token that was good once is not computed again: the widget shows the same one at every look.
  const good = new Map<string, string>()
  const read = (purpose: TokenPurpose, token: string) => {
    const known = good.get(`${purpose} ${token}`)
    if (known !== undefined) return known
    const id = confirms(purpose, token, '') ? claimedId(token) : null
    if (id === null) return null
    if (good.size >= MOST_REMEMBERED) good.clear()
    good.set(`${purpose} ${token}`, id)
    return id
  }
  const claimedId = (token: string) => (TOKEN.test(token) ? toUuid(Buffer.from(token, 'base64url').subarray(0, 16)) : null)
  return {
    sign(purpose, id, binding = '') {
      const hex = id.replaceAll('-', '')
      return Buffer.from(hex + mac(purpose, Buffer.from(hex, 'hex'), binding).digest('hex'), 'hex').toString('base64url')
    },
    read,
    claimedId,
    confirms,
  }
}

function toUuid(bytes: Buffer) {
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
