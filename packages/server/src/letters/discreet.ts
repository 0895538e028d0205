/** E-mail addresses, addresses of pages (which can be private links), bank accounts, and numbers as long as a telephone's. */
const TELLING = [
  /[^\s@<>]{1,64}@[^\s@<>]{1,200}\.[a-z]{2,}/gi,
  /\bhttps?:\/\/\S+/gi,
  /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}\b/g,
  /\+?\d(?:[\s().-]{0,2}\d){6,}/g,
]

const LEFT_OUT = '…'

/** What a customer said, without what could tell a whole team who it was: their name as we know it, addresses, telephone and account numbers. */
export function discreet(words: string, name: string | null): string {
  const named = (name ?? '').split(/[\s.,]+/).filter((part) => part.length > 2)
  const patterns = [
    ...TELLING,
    ...named.map((part) => new RegExp(`(?<![\\p{L}\\p{N}])${part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'giu')),
  ]
  return patterns.reduce((text, pattern) => text.replace(pattern, LEFT_OUT), words).replace(/…(?:\s*…)+/g, LEFT_OUT)
}
