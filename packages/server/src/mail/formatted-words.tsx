import { type Block, blocksOf, type Inline } from '@klankbord/shared/formatted'
import { readableOn } from '../accent.ts'
import { Line, PAPER, SANS } from './line.tsx'

/** A colleague's words with basic formatting, for mail programs that read no style sheet. */
export const FormattedWords = ({ text, accent }: { text: string; accent: string }) => (
  <>
    {blocksOf(text).map((block) =>
      block.kind === 'p' ? (
        <Line>
          {block.lines.map((line, at) => (
            <>
              {at > 0 && <br />}
              <Words of={line} accent={accent} />
            </>
          ))}
        </Line>
      ) : (
        <List block={block} accent={accent} />
      ),
    )}
  </>
)

function List({ block, accent }: { block: Exclude<Block, { kind: 'p' }>; accent: string }) {
  const Tag = block.kind
  const list = { margin: '0 0 20px', padding: '0 0 0 24px', font: `400 17px/1.55 ${SANS}`, color: '#24211c', overflowWrap: 'anywhere' }
  return (
    <Tag class="ink" style={list}>
      {block.items.map((item) => (
        <li style={{ margin: '0 0 4px' }}>
          <Words of={item} accent={accent} />
        </li>
      ))}
    </Tag>
  )
}

const Words = ({ of, accent }: { of: readonly Inline[]; accent: string }) => (
  <>
    {of.map((part) => {
      if (part.kind === 'text') return part.text
      const inside = <Words of={part.inside} accent={accent} />
      if (part.kind === 'link')
        return (
          <a class="accent" href={part.href} style={{ color: readableOn(PAPER.light, accent) }}>
            {inside}
          </a>
        )
      return part.kind === 'strong' ? <strong>{inside}</strong> : <em>{inside}</em>
    })}
  </>
)
