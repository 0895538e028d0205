import { blocksOf, type Inline } from '@klankbord/shared/formatted'
import { Fragment } from 'preact'

/** A text with basic formatting, as elements; nothing in it is ever read as HTML. */
export const FormattedText = ({ text }: { text: string }) => (
  <div class="formatted">
    {blocksOf(text).map((block, index) => {
      if (block.kind === 'p') {
        return (
          <p key={index}>
            {block.lines.map((line, at) => (
              <Fragment key={at}>
                {at > 0 && <br />}
                <Words of={line} />
              </Fragment>
            ))}
          </p>
        )
      }
      const List = block.kind
      return (
        <List key={index}>
          {block.items.map((item, at) => (
            <li key={at}>
              <Words of={item} />
            </li>
          ))}
        </List>
      )
    })}
  </div>
)

const Words = ({ of }: { of: Inline[] }) => (
  <>
    {of.map((part, index) => {
      if (part.kind === 'text') return part.text
      if (part.kind === 'link') {
        return (
          <a key={index} href={part.href} target="_blank" rel="noreferrer noopener">
            <Words of={part.inside} />
          </a>
        )
      }
      const Mark = part.kind
      return (
        <Mark key={index}>
          <Words of={part.inside} />
        </Mark>
      )
    })}
  </>
)
