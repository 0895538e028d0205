/** A stretch of what a customer said; `hit` when the search found it. */
export interface Piece {
  text: string
  hit: boolean
}

/** So far into a text two lines still show it. */
const IN_SIGHT = 70
/** So many characters before the first hit are kept where the beginning is left out. */
const BEFORE = 30

/** Where an excerpt begins, so that the first hit can be read: at a word. */
function beginningOf(text: string, firstHit: number): number {
  if (firstHit <= IN_SIGHT) return 0
  const from = firstHit - BEFORE
  const space = text.indexOf(' ', from)
  return space >= 0 && space < firstHit ? space + 1 : from
}

/** Cuts a text where the search found something. `marks` are places in it, in order. */
export function piecesOf(text: string, marks: readonly (readonly [number, number])[], whole = false): Piece[] {
  const start = whole || marks.length === 0 ? 0 : beginningOf(text, (marks[0] as readonly [number, number])[0])
  const pieces: Piece[] = start > 0 ? [{ text: '… ', hit: false }] : []
  let at = start
  for (const [from, to] of marks) {
    if (from < at || to > text.length) continue
    if (from > at) pieces.push({ text: text.slice(at, from), hit: false })
    pieces.push({ text: text.slice(from, to), hit: true })
    at = to
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false })
  return pieces
}

interface MarkedWordsProps {
  text: string
  marks: readonly (readonly [number, number])[]
}

/** The customer's words, with what was searched for marked in them. */
export const MarkedWords = ({ text, marks }: MarkedWordsProps) => (
  <>
    {piecesOf(text, marks).map((piece, index) =>
      piece.hit ? (
        <mark key={index} data-by="search">
          {piece.text}
        </mark>
      ) : (
        piece.text
      ),
    )}
  </>
)
