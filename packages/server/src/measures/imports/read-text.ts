import { badField } from '../../problem-error.ts'

export interface ReadText {
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  text: string
}

/** How much of a file is looked at to see what it is. */
const LOOKED_AT = 4096

/**
 * A file's words, whichever way spreadsheets write them. Refused (`bad-input`) when there is nothing in it, or when it is no text at all.
 */
export function readText(bytes: Uint8Array): ReadText {
  if (bytes.length === 0) throw badField('file', 'There is nothing in this file')
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 9) < 9) throw badField('file', WORKBOOK)
  const encoding = encodingOf(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  if (text.trim() === '') throw badField('file', 'There is nothing in this file')
  if (isNoText(text)) throw badField('file', 'This is no text. Save the sheet as CSV, or copy its cells and paste them')
  return { encoding, text }
}

const WORKBOOK = 'This is a workbook. Save the sheet as CSV, or copy its cells and paste them'

function encodingOf(bytes: Uint8Array): ReadText['encoding'] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  const some = bytes.subarray(0, LOOKED_AT)
  for (let i = 0; i < some.length; i++) if (some[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  // Figures and Latin letters have a zero for their second byte: without a mark at the start, where the zeros are tells which comes first.
  const [even = 0, odd = 0] = zeros
  if (odd > some.length / 8 && even < some.length / 64) return 'utf-16le'
  if (even > some.length / 8 && odd < some.length / 64) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

/** Characters that no sheet has in its cells. */
function isNoText(text: string): boolean {
  let odd = 0
  const some = text.slice(0, LOOKED_AT)
  for (const character of some) {
    const code = character.charCodeAt(0)
    if (code === 0) return true
    if ((code < 32 && !'\t\n\r'.includes(character)) || code === 0xfffd) odd++
  }
  return odd > some.length / 20
}
