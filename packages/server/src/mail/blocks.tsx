import { inkOn } from '@klankbord/shared/contrast'
import { readableOn } from '../accent.ts'
import { FormattedWords } from './formatted-words.tsx'
import { Line, PAPER, SANS } from './line.tsx'

/** One part of a letter. Both its plain text and its HTML are made from these, so that they say the same. */
export type Block =
  /** A sentence or more of ours. */
  | { say: string }
  /** What the customer said before. */
  | { quote: string }
  /** What a colleague writes now. */
  | { words: string }
  | { heading: string }
  /** A label with what a colleague wrote below it. */
  | { part: string; text: string }
  /** The same, with basic formatting. */
  | { part: string; formatted: string }
  /** One that travels along under this name, what it shows in words, and those words where only text is read. */
  | { picture: string; alt: string; locale: string; width: number; height: number; plain: string }
  /** The one thing to do. */
  | { action: string; href: string }
  | { link: string; href: string }
  /** Answers of which one is to be chosen, and what the ends of their scale mean. As plain text it is one link, `choose` to `href`, to the page that offers them. */
  | { choices: { label: string; href: string }[]; ends: string | null; choose: string; href: string }

/** For mail programs that read no styles. */
export const ground = (colour: string) => ({ bgcolor: colour })

/** Line breaks as elements: not every mail program keeps those in the text. */
export const Broken = ({ text }: { text: string }) => (
  <>
    {text.split('\n').map((line, i) => (
      <>
        {i > 0 && <br />}
        {line}
      </>
    ))}
  </>
)

export function HtmlBlock({ block, accent }: { block: Block; accent: string }) {
  if ('say' in block)
    return (
      <Line>
        <Broken text={block.say} />
      </Line>
    )
  if ('words' in block)
    return (
      <Line large>
        <Broken text={block.words} />
      </Line>
    )
  if ('quote' in block) return <Quote words={block.quote} accent={accent} />
  if ('picture' in block) return <Picture {...block} />
  if ('choices' in block) return <Choices {...block} accent={accent} />
  if ('heading' in block) return <Heading level={2} text={block.heading} />
  if ('part' in block)
    return (
      <>
        <Heading level={3} text={block.part} />
        {'formatted' in block ? (
          <FormattedWords text={block.formatted} accent={accent} />
        ) : (
          <Line>
            <Broken text={block.text} />
          </Line>
        )}
      </>
    )
  return 'action' in block ? <Action {...block} accent={accent} /> : <Link {...block} accent={accent} />
}

function Heading({ level, text }: { level: 2 | 3; text: string }) {
  const Tag = level === 2 ? 'h1' : 'h2'
  const size = level === 2 ? '22px/1.3' : '17px/1.4'
  const style = { margin: level === 2 ? '28px 0 16px' : '0 0 4px', font: `600 ${size} ${SANS}`, color: '#24211c', overflowWrap: 'anywhere' }
  return (
    <Tag class="ink" style={style}>
      {text}
    </Tag>
  )
}

function Quote({ words, accent }: { words: string; accent: string }) {
  const style = { margin: '0 0 24px', padding: '2px 0 2px 16px', borderLeft: `3px solid ${readableOn(PAPER.light, accent)}` }
  const said = {
    margin: 0,
    font: `400 17px/1.55 ${SANS}`,
    color: '#24211c',
    overflowWrap: 'anywhere',
    wordBreak: 'break-word',
  }
  return (
    <blockquote class="edge" style={style}>
      <p class="ink" style={said}>
        <Broken text={words} />
      </p>
    </blockquote>
  )
}

/** As wide as a letter can be; old mail programs go by the number of pixels that is said, the others by the style. */
const WIDEST = 560
const HIGHEST = 720

function Picture({ picture, alt, locale, width, height }: Extract<Block, { picture: string }>) {
  const shown = Math.round(Math.min(WIDEST, width, (width * HIGHEST) / height))
  const style = {
    display: 'block',
    border: 0,
    maxWidth: '100%',
    height: 'auto',
    borderRadius: '8px',
    font: `400 15px/1.55 ${SANS}`,
    color: '#635b50',
  }
  return (
    <p style={{ margin: '0 0 20px' }}>
      <img class="soft" src={`cid:${picture}`} alt={alt} lang={locale} width={shown} height={Math.round((height * shown) / width)} style={style} />
    </p>
  )
}

function Choices({ choices, ends, accent }: { choices: { label: string; href: string }[]; ends: string | null; accent: string }) {
  const ink = readableOn(PAPER.light, accent)
  const style = {
    display: 'inline-block',
    minWidth: '20px',
    margin: '0 8px 8px 0',
    padding: '10px 12px',
    border: `1px solid ${ink}`,
    borderRadius: '8px',
    color: ink,
    font: `600 17px/1.3 ${SANS}`,
    textAlign: 'center',
    textDecoration: 'none',
  }
  return (
    <>
      {ends && <Line soft>{ends}</Line>}
      <p style={{ margin: '0 0 16px' }}>
        {choices.map(({ label, href }) => (
          <a class="accent edge" href={href} style={style}>
            {label}
          </a>
        ))}
      </p>
    </>
  )
}

function Action({ action, href, accent }: { action: string; href: string; accent: string }) {
  // The cell carries the colour and the room around the words: Outlook gives a link neither.
  const cell = { padding: '12px 20px', borderRadius: '8px', background: accent }
  const style = { display: 'inline-block', color: inkOn(accent), font: `600 17px/1.3 ${SANS}`, textDecoration: 'none' }
  return (
    <table role="presentation" cellpadding="0" cellspacing="0" style={{ margin: '0 0 24px' }}>
      <tr>
        <td class="fill" {...ground(accent)} style={cell}>
          <a class="fill" href={href} style={style}>
            {action}
          </a>
        </td>
      </tr>
    </table>
  )
}

function Link({ link, href, accent }: { link: string; href: string; accent: string }) {
  const style = { color: readableOn(PAPER.light, accent), font: `400 17px/1.55 ${SANS}`, overflowWrap: 'anywhere' }
  return (
    <p style={{ margin: '0 0 16px' }}>
      <a class="accent" href={href} style={style}>
        {link}
      </a>
    </p>
  )
}
