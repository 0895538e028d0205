/** What a mail server says became of a letter: `hard` is that this address takes nothing, now or later; `soft` that it did not take this one, or not yet. */
export interface Notice {
  kind: 'hard' | 'soft'
  /** It tried for the last time. */
  isOver: boolean
  /** In its own words, without addresses. */
  reason: string
}

/** Refusals for good that are not about the address: full, too large, or not liked. */
const OF_THIS_LETTER = /^5\.(2\.[23]|3\.|7\.|6\.|4\.[67])/

/** Reads the notice about one receiver (RFC 3464); null where it tells of nothing that went wrong. */
export function readNotice(notice: string): Notice | null {
  const groups = notice.replace(/\r\n?/g, '\n').split(/\n{2,}/)
  for (const group of groups) {
    const fields = fieldsOf(group)
    const action = fields.get('action')?.toLowerCase()
    if (action !== 'failed' && action !== 'delayed') continue
    const status = /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(fields.get('status') ?? '')?.[1] ?? ''
    const isHard = action === 'failed' && status.startsWith('5') && !OF_THIS_LETTER.test(status)
    const said = fields.get('diagnostic-code')?.replace(/^\s*smtp\s*;\s*/i, '') ?? status
    return { kind: isHard ? 'hard' : 'soft', isOver: action === 'failed', reason: withoutAddresses(said || status) }
  }
  return null
}

function fieldsOf(group: string): Map<string, string> {
  const fields = new Map<string, string>()
  for (const line of group.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const [, name, value] = /^([\w-]{1,60}):\s*(.*)$/.exec(line) ?? []
    if (name && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value ?? '')
  }
  return fields
}

/** It is kept after the customer is erased. */
const withoutAddresses = (words: string) =>
  words
    .replace(/<?[^\s<>]+@[^\s<>]+>?/g, '<…>')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300)
