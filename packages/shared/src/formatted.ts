/** Words as they are shown: plain, strong, emphasised, or a link. */
export type Inline = { kind: 'text'; text: string } | { kind: 'strong' | 'em'; inside: Inline[] } | { kind: 'link'; href: string; inside: Inline[] }

export type Block = { kind: 'p'; lines: Inline[][] } | { kind: 'ul' | 'ol'; items: Inline[][] }

const BULLET = /^\s*[-*•]\s+/
const NUMBER = /^\s*\d{1,3}[.)]\s+/

const begin = (kind: Block['kind']): Block => (kind === 'p' ? { kind, lines: [] } : { kind, items: [] })

const kindOf = (line: string): Block['kind'] => (BULLET.test(line) ? 'ul' : NUMBER.test(line) ? 'ol' : 'p')

/** Paragraphs and lists out of a text as people write it: a blank line parts, `- ` or `1. ` makes a list. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let open = null as Block | null
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      open = null
      continue
    }
    const kind = kindOf(line)
    if (open === null || open.kind !== kind) {
      open = begin(kind)
      blocks.push(open)
    }
    if (open.kind === 'p') open.lines.push(inlineOf(line.trim()))
    else open.items.push(inlineOf(line.replace(open.kind === 'ul' ? BULLET : NUMBER, '').trim()))
  }
  return blocks
}

// Each stops at the first end that fits, so that the time it takes grows with the text only.
const MARK =
  /\*\*([^*\n]{1,500})\*\*|(?<![\w*])[*_]([^*_\n]{1,500})[*_](?![\w*])|\[([^[\]\n]{1,200})\]\(([^()\s]{1,2000})\)|(https?:\/\/[^\s<>"')\]]{1,2000})/

/** Bold, italic and links in one line. Only web addresses become links; all else stays the text that it is. */
export function inlineOf(text: string): Inline[] {
  const found: Inline[] = []
  let rest = text
  for (let match = MARK.exec(rest); match; match = MARK.exec(rest)) {
    if (match.index > 0) found.push({ kind: 'text', text: rest.slice(0, match.index) })
    const { mark, length } = markOf(match)
    found.push(mark)
    rest = rest.slice(match.index + length)
  }
  if (rest !== '') found.push({ kind: 'text', text: rest })
  return found
}

function markOf([whole, strong, em, label, target, bare]: RegExpExecArray): { mark: Inline; length: number } {
  const { length } = whole
  if (strong !== undefined) return { mark: { kind: 'strong', inside: inlineOf(strong) }, length }
  if (em !== undefined) return { mark: { kind: 'em', inside: inlineOf(em) }, length }
  if (label !== undefined && target !== undefined) {
    const href = webAddress(target)
    return { mark: href ? { kind: 'link', href, inside: [{ kind: 'text', text: label }] } : { kind: 'text', text: whole }, length }
  }
  // A full stop after an address ends the sentence, not the address.
  const address = (bare ?? whole).replace(/[.,;:!?]+$/, '')
  const href = webAddress(address)
  const shown: Inline = { kind: 'text', text: address }
  return { mark: href ? { kind: 'link', href, inside: [shown] } : shown, length: address.length }
}

/** The address as it is linked to; null for anything that is not of the web. */
export const webAddress = (text: string): string | null => {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null
}

const plainInline = (parts: readonly Inline[]): string =>
  parts
    .map((part) => {
      if (part.kind === 'text') return part.text
      const inside = plainInline(part.inside)
      if (part.kind !== 'link') return inside
      // A bare address is its own label, but for the slash at its end.
      return part.href === inside || part.href === `${inside}/` ? inside : `${inside} (${part.href})`
    })
    .join('')

/** The same words where nothing can be formatted: a bullet stays a bullet, and a link shows where it leads. */
export const plainWords = (text: string): string =>
  blocksOf(text)
    .map((block) => {
      if (block.kind === 'p') return block.lines.map(plainInline).join('\n')
      return block.items.map((item, index) => `${block.kind === 'ul' ? '•' : `${index + 1}.`} ${plainInline(item)}`).join('\n')
    })
    .join('\n\n')
