import type { ComponentChildren } from 'preact'
import { renderToStaticMarkup } from 'preact-render-to-string'
import { inkOn, readableOn } from '../accent.ts'
import type { Language } from '../texts/texts.ts'
import { wrap } from './plain-text.ts'

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
  /** The one thing to do. */
  | { action: string; href: string }
  | { link: string; href: string }
  /** Answers of which one is to be chosen, and what the ends of their scale mean. As plain text it is one link, `choose` to `href`, to the page that offers them. */
  | { choices: { label: string; href: string }[]; ends: string | null; choose: string; href: string }

export interface Letter {
  language: Language
  subject: string
  organisation: string
  /** The organisation's colour, `#0f6b5c`. */
  accent: string
  blocks: Block[]
  footer: { say: string; stop?: { label: string; href: string } }
}

/** Writes a letter as plain text and as HTML that needs nothing from elsewhere. */
export function writeLetter(letter: Letter): { subject: string; text: string; html: string } {
  return { subject: letter.subject, text: plain(letter), html: `<!doctype html>${renderToStaticMarkup(<Html {...letter} />)}` }
}

function plain({ blocks, footer, organisation }: Letter): string {
  const { say, stop } = footer
  const foot = [organisation, wrap(say), ...(stop ? [`${wrap(`${stop.label}:`)}\n${stop.href}`] : [])]
  return `${[...blocks.map(plainBlock), `-- \n${foot.join('\n')}`].join('\n\n')}\n`
}

function plainBlock(block: Block): string {
  if ('say' in block) return wrap(block.say)
  if ('quote' in block) return wrap(block.quote, '> ')
  if ('words' in block) return wrap(block.words, '  ')
  if ('heading' in block) return underlined(block.heading, '=')
  if ('part' in block) return `${underlined(block.part, '-')}\n${wrap(block.text)}`
  if ('choices' in block) return `${block.ends ? `${wrap(block.ends)}\n\n` : ''}${wrap(`${block.choose}:`)}\n${block.href}`
  return `${wrap(`${'action' in block ? block.action : block.link}:`)}\n${block.href}`
}

const underlined = (title: string, line: string) => `${wrap(title)}\n${line.repeat(Math.min(72, title.length))}`

const SANS = "-apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif"
const PAPER = { light: '#faf8f4', dark: '#191816' }

/** Mail programs that know dark mode read this; the others show the inline colours, which stand by themselves. */
const darkMode = (accent: string) => `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .paper { background: ${PAPER.dark} !important; }
  .ink { color: #ece7de !important; }
  .soft { color: #b4ab9d !important; }
  .line { border-color: #37332d !important; }
  .accent { color: ${readableOn(PAPER.dark, accent)} !important; }
  .edge { border-color: ${readableOn(PAPER.dark, accent)} !important; }
  .fill { background: ${readableOn(PAPER.dark, accent)} !important; color: ${inkOn(readableOn(PAPER.dark, accent))} !important; }
}`

function Html({ language, subject, organisation, accent, blocks, footer }: Letter) {
  const paper = { margin: 0, padding: 0, background: PAPER.light }
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <title>{subject}</title>
        <style>{darkMode(accent)}</style>
      </head>
      <body class="paper" style={paper}>
        <table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" style={paper}>
          <tr>
            <td align="center" style={{ padding: '32px 20px' }}>
              <div style={{ maxWidth: '560px', margin: '0 auto', textAlign: 'left' }}>
                <Line soft bold>
                  {organisation}
                </Line>
                {blocks.map((block) => (
                  <HtmlBlock block={block} accent={accent} />
                ))}
                <Foot {...footer} />
              </div>
            </td>
          </tr>
        </table>
      </body>
    </html>
  )
}

function Line({
  children,
  soft = false,
  bold = false,
  large = false,
}: {
  children: ComponentChildren
  soft?: boolean
  bold?: boolean
  large?: boolean
}) {
  const style = {
    margin: '0 0 20px',
    font: `${bold ? 600 : 400} ${soft ? 15 : large ? 18 : 17}px/1.55 ${SANS}`,
    color: soft ? '#635b50' : '#24211c',
    overflowWrap: 'anywhere',
    wordBreak: 'break-word',
  }
  return (
    <p class={soft ? 'soft' : 'ink'} style={style}>
      {children}
    </p>
  )
}

/** Line breaks as elements: not every mail program keeps those in the text. */
const Broken = ({ text }: { text: string }) => (
  <>
    {text.split('\n').map((line, i) => (
      <>
        {i > 0 && <br />}
        {line}
      </>
    ))}
  </>
)

function HtmlBlock({ block, accent }: { block: Block; accent: string }) {
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
  if ('choices' in block) return <Choices {...block} accent={accent} />
  if ('heading' in block) return <Heading level={2} text={block.heading} />
  if ('part' in block)
    return (
      <>
        <Heading level={3} text={block.part} />
        <Line>
          <Broken text={block.text} />
        </Line>
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
  const style = {
    display: 'inline-block',
    padding: '12px 20px',
    borderRadius: '8px',
    background: accent,
    color: inkOn(accent),
    font: `600 17px/1.3 ${SANS}`,
    textDecoration: 'none',
  }
  return (
    <p style={{ margin: '0 0 24px' }}>
      <a class="fill" href={href} style={style}>
        {action}
      </a>
    </p>
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

function Foot({ say, stop }: Letter['footer']) {
  const style = { margin: '32px 0 0', padding: '16px 0 0', borderTop: '1px solid #e4ddd1' }
  return (
    <div class="line" style={style}>
      <Line soft>
        {say}
        {stop && (
          <>
            {' '}
            <a class="soft" href={stop.href} style={{ color: '#635b50' }}>
              {stop.label}
            </a>
          </>
        )}
      </Line>
    </div>
  )
}
