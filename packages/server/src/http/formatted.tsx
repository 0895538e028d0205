import { blocksOf, type Inline } from '@klankbord/shared/formatted'

/** A colleague's words with basic formatting, on a page; nothing in them is ever read as HTML. */
export const Formatted = ({ text }: { text: string }) => (
  <div class="formatted">
    {blocksOf(text).map((block) => {
      if (block.kind === 'p')
        return (
          <p>
            {block.lines.map((line, at) => (
              <>
                {at > 0 && <br />}
                <Words of={line} />
              </>
            ))}
          </p>
        )
      const List = block.kind
      return (
        <List>
          {block.items.map((item) => (
            <li>
              <Words of={item} />
            </li>
          ))}
        </List>
      )
    })}
  </div>
)

const Words = ({ of }: { of: readonly Inline[] }) => (
  <>
    {of.map((part) => {
      if (part.kind === 'text') return part.text
      if (part.kind === 'link')
        return (
          <a href={part.href} rel="noreferrer noopener nofollow">
            <Words of={part.inside} />
          </a>
        )
      const Mark = part.kind
      return (
        <Mark>
          <Words of={part.inside} />
        </Mark>
      )
    })}
  </>
)
