/** A stretch of what a customer said; `by` is why it is marked. */
export interface Stretch {
  text: string
  by: 'goal' | 'flag' | null
}

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')

/** Whole words and phrases, whatever their capitals. */
const found = (words: readonly string[]) => {
  const wanted = words.map((word) => word.trim()).filter(Boolean)
  if (wanted.length === 0) return null
  return `(?<![\\p{L}\\p{N}])(?:${wanted
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')})(?![\\p{L}\\p{N}])`
}

/** Cuts a text where words stand that spoke for its goal, or that a person must look at; those go first. */
export function markedIn(text: string, { goal, flag }: { goal: readonly string[]; flag: readonly string[] }): Stretch[] {
  const [flagged, spoke] = [found(flag), found(goal)]
  const patterns = [...(flagged ? [`(?<flag>${flagged})`] : []), ...(spoke ? [`(?<goal>${spoke})`] : [])]
  if (patterns.length === 0) return [{ text, by: null }]
  const stretches: Stretch[] = []
  let end = 0
  for (const match of text.matchAll(new RegExp(patterns.join('|'), 'giu'))) {
    if (match.index > end) stretches.push({ text: text.slice(end, match.index), by: null })
    stretches.push({ text: match[0], by: match.groups?.flag === undefined ? 'goal' : 'flag' })
    end = match.index + match[0].length
  }
  if (end < text.length) stretches.push({ text: text.slice(end), by: null })
  return stretches
}
