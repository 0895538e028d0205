import { expect, test } from 'vitest'
import { discreet } from './discreet.ts'

test.each([
  ['Bel me op 06-1234 5678', null, 'Bel me op …'],
  ['Of op +31 (0)20 123 45 67.', null, 'Of op ….'],
  ['Mail naar ada.lovelace+x@example.co.uk graag', null, 'Mail naar … graag'],
  ['Mijn rekening is NL91 ABNA 0417 1643 00', null, 'Mijn rekening is …'],
  ['Zie https://bakker.example/f/geheim', null, 'Zie …'],
  ['Groet, Ada Lovelace', 'Ada Lovelace', 'Groet, …'],
  ['groeten van anne-marie o’brien', 'Anne-Marie O’Brien', 'groeten van …'],
  ['Groet, J. de Vries (jr.)', 'J. de Vries (jr.)', 'Groet, J. de ….)'],
  ['Adagio is mooi, zei Ada', 'Ada', 'Adagio is mooi, zei …'],
  ['Vijf (5) sterren, in 2026 al 3 keer', null, 'Vijf (5) sterren, in 2026 al 3 keer'],
  ['Op 26-11-2026 geholpen', null, 'Op … geholpen'],
  ['**[a+b]*', '**[a+b]*', '…'],
])('%s, by %s, reads %s', (words, name, read) => {
  expect(discreet(words, name)).toBe(read)
})
