import { webAddress } from '@klankbord/shared/formatted'

export const formats = ['strong', 'em', 'list', 'link'] as const
export type Format = (typeof formats)[number]

/** What takes the place of a part of the text, and what is chosen in it then. */
export interface Edit {
  from: number
  to: number
  insert: string
  choose: [number, number]
}

const BULLET = /^\s*[-*•]\s+/
const MARKS = { strong: '**', em: '_' }
const SCHEME = 'https://'

/** Formats what is chosen of a text, in the signs that `blocksOf` reads; done twice, it is as it was. */
export function formatted(text: string, from: number, to: number, format: Format): Edit {
  if (format === 'list') return listed(text, from, to)
  const chosen = trimmed(text, from, to)
  return format === 'link' ? linked(text, ...chosen) : marked(text, ...chosen, MARKS[format])
}

/** Spaces at the ends stay outside of the signs. */
function trimmed(text: string, from: number, to: number): [number, number] {
  const chosen = text.slice(from, to)
  const start = from + chosen.length - chosen.trimStart().length
  return chosen.trim() === '' ? [from, to] : [start, start + chosen.trim().length]
}

function marked(text: string, from: number, to: number, mark: string): Edit {
  const { length } = mark
  const chosen = text.slice(from, to)
  if (text.slice(from - length, from) === mark && text.slice(to, to + length) === mark)
    return { from: from - length, to: to + length, insert: chosen, choose: [from - length, to - length] }
  if (chosen.length > 2 * length && chosen.startsWith(mark) && chosen.endsWith(mark))
    return { from, to, insert: chosen.slice(length, -length), choose: [from, to - 2 * length] }
  if (!chosen.includes('\n')) return { from, to, insert: `${mark}${chosen}${mark}`, choose: [from + length, to + length] }
  // Signs hold on one line only, so that each line gets its own, behind the sign of a list.
  const insert = chosen
    .split('\n')
    .map((line) => {
      const head = BULLET.exec(line)?.[0] ?? ''
      const words = line.slice(head.length).trim()
      return words === '' ? line : `${head}${mark}${words}${mark}`
    })
    .join('\n')
  return { from, to, insert, choose: [from, from + insert.length] }
}

function linked(text: string, from: number, to: number): Edit {
  const chosen = text.slice(from, to).replaceAll('\n', ' ')
  // An address becomes where it leads, and its words are still to be written.
  if (webAddress(chosen) !== null) return { from, to, insert: `[](${chosen})`, choose: [from + 1, from + 1] }
  const insert = `[${chosen}](${SCHEME})`
  if (chosen === '') return { from, to, insert, choose: [from + 1, from + 1] }
  const end = from + insert.length - 1
  return { from, to, insert, choose: [end - SCHEME.length, end] }
}

/** Whole lines: all of them a list, or, where they are one, no more. */
function listed(text: string, from: number, to: number): Edit {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const next = text.indexOf('\n', to)
  const end = next === -1 ? text.length : next
  const lines = text.slice(start, end).split('\n')
  const isList = lines.every((line) => line.trim() === '' || BULLET.test(line)) && lines.some((line) => line.trim() !== '')
  const insert = lines
    .map((line) => {
      if (isList) return line.replace(BULLET, '')
      return (line.trim() === '' && lines.length > 1) || BULLET.test(line) ? line : `- ${line.trimStart()}`
    })
    .join('\n')
  const choose: [number, number] = from === to ? [start + insert.length, start + insert.length] : [start, start + insert.length]
  return { from: start, to: end, insert, choose }
}
