/** Where lines end in the plain part of a letter. */
const WIDTH = 72

/** Breaks text at spaces; a word that is too long (a link) keeps a line of its own. Line breaks of the writer stay. */
export function wrap(text: string, indent = ''): string {
  return text
    .split('\n')
    .flatMap((line) => wrapLine(line, WIDTH - indent.length))
    .map((line) => `${indent}${line}`.trimEnd())
    .join('\n')
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = []
  let current = ''
  for (const word of line.split(/ +/)) {
    if (current && current.length + 1 + word.length > width) {
      lines.push(current)
      current = word
    } else current = current ? `${current} ${word}` : word
  }
  return [...lines, current]
}

/** Characters that turn text around or hide in it: they could make a subject read as something else. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** The first words of what a person said, on one line, for a subject or a link: at most `most` characters, cut at a word. */
export function firstWords(said: string, most = 60): string {
  const line = said
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a subject is one line, whatever was typed
    .replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .replace(INVISIBLE, '')
    .trim()
  const characters = [...line]
  if (characters.length <= most) return line
  const cut = characters.slice(0, most - 1).join('')
  const atWord = cut.lastIndexOf(' ')
  return `${(atWord > most / 2 ? cut.slice(0, atWord) : cut).replace(/[\s.,;:!?–-]+$/, '')}…`
}
