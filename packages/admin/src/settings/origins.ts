/** What an admin should know of an address that the widget may be used on. */
export type OriginNote = 'completed' | 'shortened' | 'insecure' | 'wildcard' | 'unreadable' | 'twice'

export interface ReadOrigin {
  given: string
  /** What is saved; null where the address can't be taken. */
  origin: string | null
  note: OriginNote | null
}

const isLocal = (host: string) => /^(localhost|127\.|\[::1)/.test(host) || host.endsWith('.localhost')
const isHost = (host: string) => isLocal(host) || /^[^.\s]+(\.[^.\s]+)+$/.test(host) || /^\[[\da-f:]+\]$/i.test(host)

function readOrigin(given: string): ReadOrigin {
  if (given.includes('*')) return { given, origin: null, note: 'wildcard' }
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(given)
  const address = hasScheme ? given : `https://${given}`
  if (!URL.canParse(address)) return { given, origin: null, note: 'unreadable' }
  const { protocol, hostname, origin, username } = new URL(address)
  if (!/^https?:$/.test(protocol) || !isHost(hostname) || username) return { given, origin: null, note: 'unreadable' }
  if (!hasScheme) return { given, origin, note: 'completed' }
  if (protocol === 'http:' && !isLocal(hostname)) return { given, origin, note: 'insecure' }
  return { given, origin, note: given.replace(/\/$/, '').toLowerCase() === origin ? null : 'shortened' }
}

/** Reads addresses as people type and paste them: one on a line, or with spaces or commas between. */
export function readOrigins(text: string): ReadOrigin[] {
  const seen = new Set<string>()
  return text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((given) => {
      const read = readOrigin(given)
      if (read.origin !== null && seen.has(read.origin)) return { ...read, note: 'twice' as const }
      if (read.origin !== null) seen.add(read.origin)
      return read
    })
}

/** What is sent: an address that can't be read goes as it is, so that it is refused and not lost. */
export const originsOf = (text: string): string[] => [...new Set(readOrigins(text).map(({ given, origin }) => origin ?? given))]

/** The same place with or without `www`, where it is not listed: to a browser it is another site. */
export function neighbourOf(origins: readonly string[], origin: string): string | null {
  const { protocol, host, hostname } = new URL(origin)
  if (isLocal(hostname) || /^[\d.]+$|^\[/.test(hostname)) return null
  const other = host.startsWith('www.') ? host.slice(4) : hostname.split('.').length === 2 ? `www.${host}` : null
  const neighbour = other === null ? null : `${protocol}//${other}`
  return neighbour === null || origins.includes(neighbour) ? null : neighbour
}
