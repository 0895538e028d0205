import type { ComponentChildren } from 'preact'

const BOLD_OR_ITALIC = /\*\*([^*]+)\*\*|(?<![\p{L}\p{N}])_([^_]+)_(?![\p{L}\p{N}])/gu

/** Words with the basic formatting that the why of a goal may have: paragraphs, lists, **bold** and _italic_. Nodes only, so that no tag of a person's gets in. */
export function Rich({ text }: { text: string }) {
  const blocks = text.split(/\n{2,}/).flatMap((block) => blocksOf(block.split('\n')))
  return (
    <>
      {blocks.map(({ items, lines }) =>
        items ? (
          <ul class="points">
            {items.map((item) => (
              <li>{inline(item)}</li>
            ))}
          </ul>
        ) : (
          <p class="words">{inline(lines.join('\n'))}</p>
        ),
      )}
    </>
  )
}

interface Block {
  items?: string[]
  lines: string[]
}

function blocksOf(lines: string[]): Block[] {
  const blocks: Block[] = []
  for (const line of lines) {
    const item = /^\s*(?:[-*•]|\d{1,2}[.)])\s+(.*)$/.exec(line)?.[1]
    const last = blocks.at(-1)
    if (item !== undefined && last?.items) last.items.push(item)
    else if (item !== undefined) blocks.push({ items: [item], lines: [] })
    else if (last && !last.items) last.lines.push(line)
    else blocks.push({ lines: [line] })
  }
  return blocks
}

function inline(text: string): ComponentChildren[] {
  const parts: ComponentChildren[] = []
  let at = 0
  for (const match of text.matchAll(BOLD_OR_ITALIC)) {
    parts.push(text.slice(at, match.index))
    parts.push(match[1] === undefined ? <em>{match[2]}</em> : <strong>{match[1]}</strong>)
    at = match.index + match[0].length
  }
  // A sign without its partner, as where the text was cut, says nothing.
  return [...parts, text.slice(at).replaceAll('**', '')]
}
