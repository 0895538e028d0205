/** Text for comparing: without the difference between capitals, between ways to write the same character, between apostrophes, between kinds of white space. */
export const fold = (text: string) => text.normalize('NFKC').toLowerCase().replace(/[‘’ʼ]/g, "'").replace(/\s+/g, ' ').trim()

const PART_OF_WORD_LAST = /[\p{L}\p{N}\p{M}_]$/u
const PART_OF_WORD_FIRST = /^[\p{L}\p{N}\p{M}_]/u

/** Whether folded text has this folded word or phrase in it as a whole: `kat` is in `de kat.`, not in `kattenbak`. */
export function containsWord(text: string, word: string): boolean {
  if (word === '') return false
  const startsAsWord = PART_OF_WORD_FIRST.test(word)
  const endsAsWord = PART_OF_WORD_LAST.test(word)
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const end = at + word.length
    // Two units are enough to see the whole character beside it, also one outside the basic plane.
    const opens = !startsAsWord || !PART_OF_WORD_LAST.test(text.slice(Math.max(0, at - 2), at))
    if (opens && !(endsAsWord && PART_OF_WORD_FIRST.test(text.slice(end, end + 2)))) return true
  }
  return false
}
