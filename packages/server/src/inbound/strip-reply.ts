/*
 * What somebody wrote in a reply, without what their mail program put around it: the letter that they answer, and their signature. The corpus of
 * strip-reply.test.ts holds what programs put there.
 */

/** "On Monday, Ada wrote:" as programs write it, in one line or broken over up to three. */
const ATTRIBUTION =
  /^(?:(?:on|op|am|le|den|el)\b.{4,300}\b(?:wrote|schreef|schrieb|geschreven|a écrit)\b.{0,120}:|.{2,200}\b(?:schreef op|schrieb am|wrote on|a écrit le)\b.{4,160}:|(?:op|on|am|le)\b.{6,200}<[^<>\s]+@[^<>\s]+>\s*(?:het volgende geschreven|folgendes geschrieben)?\s*:)\s*$/i

/** A line that starts the letter below it. */
const DIVIDER =
  /^(?:-{2,}\s*(?:original message|oorspronkelijk bericht|originele bericht|ursprüngliche nachricht|originalnachricht|message d.origine|message original|forwarded message|doorgestuurd bericht|weitergeleitete nachricht|message transféré)\s*-*|_{20,}|begin (?:doorgestuurd|forwarded) .*)\s*$/i

/** The names of headers that programs put above a letter: sender, date, receiver, subject. */
const HEADERS = [
  /^\*?(?:from|van|von|de)\s?\*?\s?:/i,
  /^\*?(?:sent|date|verzonden|datum|gesendet|envoyé|date d.envoi)\s?\*?\s?:/i,
  /^\*?(?:to|aan|an|à)\s?\*?\s?:/i,
  /^\*?(?:subject|onderwerp|betreff|objet)\s?\*?\s?:/i,
]

/** What telephones sign with. */
const DEVICE =
  /^(?:sent from (?:my|mail|outlook|yahoo|proton)|get outlook for|verzonden (?:vanaf|met|via) |verstuurd (?:vanaf|met|via) |outlook voor (?:ios|android)|von meinem .{2,40} gesendet|gesendet (?:von|mit) |diese nachricht wurde von meinem|holen sie sich outlook|envoyé (?:de|depuis) |télécharger outlook|obtenez outlook)/i

const isQuoted = (line: string) => /^\s*>/.test(line)
const isBlank = (line: string) => line.trim() === ''

/** More than anybody writes: what is behind it is not read, so that a mail that was made to be slow is not. */
const MOST_READ = 100_000
/** Longer than any line that a mail program puts above a letter. */
const LONGEST_LINE = 500

export function stripReply(text: string): string {
  const lines = text
    .slice(0, MOST_READ)
    .replace(/\r\n?/g, '\n')
    .replace(/\u00a0/g, ' ')
    .split('\n')
  const unquoted = withoutQuotes(lines)
  return withoutSignature(unquoted)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Who answers below or between the lines of a quote keeps those; all below a letter that is not marked line by line goes. */
function withoutQuotes(lines: string[]): string[] {
  const kept: string[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string
    if (isQuoted(line)) continue
    if (DIVIDER.test(line.trim()) || startsHeaders(lines, at)) break
    const length = attributionAt(lines, at)
    if (length === 0) {
      kept.push(line)
      continue
    }
    const below = lines.slice(at + length)
    if (!below.some(isQuoted)) break
    at += length - 1
  }
  return kept
}

/** Of how many lines the attribution is that starts here; 0 where none does. */
function attributionAt(lines: string[], at: number): number {
  for (const length of [1, 2, 3]) {
    const joined = lines
      .slice(at, at + length)
      .map((line) => line.trim())
      .join(' ')
    if (isBlank(lines[at] ?? '') || lines.slice(at, at + length).some(isQuoted)) return 0
    if (joined.length > LONGEST_LINE) return 0
    if (ATTRIBUTION.test(joined)) return length
  }
  return 0
}

/** Two of the four headers close together, the sender first. */
function startsHeaders(lines: string[], at: number): boolean {
  if (!HEADERS[0]?.test((lines[at] ?? '').trim())) return false
  const next = lines
    .slice(at + 1, at + 8)
    .map((line) => line.trim())
    .filter(Boolean)
  return HEADERS.slice(1).filter((header) => next.some((line) => header.test(line))).length >= 2
}

function withoutSignature(lines: string[]): string[] {
  const dashes = lines.findIndex((line) => /^--\s*$/.test(line))
  const cut = dashes === -1 ? lines : lines.slice(0, dashes)
  const device = cut.findIndex((line, at) => DEVICE.test(line.trim()) && cut.slice(at + 1).filter((below) => !isBlank(below)).length <= 1)
  return device === -1 ? cut : cut.slice(0, device)
}

const BLOCKS = /<\/?(?:p|div|br|tr|li|ul|ol|table|h[1-6]|blockquote|hr|pre)\b[^<>]{0,2000}>/gi
/** Where programs that write HTML only start the letter that is answered. */
const QUOTED_PART =
  /<(?:blockquote|div|hr)\b[^<>]{0,200}(?:gmail_quote|gmail_attr|yahoo_quoted|moz-cite-prefix|protonmail_quote|divRplyFwdMsg|appendonsend|mail-editor-reference-message|type="?cite)[^<>]{0,2000}>[\s\S]*$/i
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** The words of an HTML mail, where there is no plain part. Nothing of it is ever shown as HTML. */
export function textOfHtml(html: string): string {
  return html
    .slice(0, 5 * MOST_READ)
    .replace(/<(script|style|head|title|noscript|template)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(QUOTED_PART, '')
    .replace(/[\s\u200b]+/g, ' ')
    .replace(BLOCKS, '\n')
    .replace(/<[^>]*>?/g, '')
    .replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => entity(name) ?? whole)
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()]
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : undefined
}
