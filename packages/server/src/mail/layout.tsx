import { inkOn } from '@klankbord/shared/contrast'
import { plainWords } from '@klankbord/shared/formatted'
import { renderToStaticMarkup } from 'preact-render-to-string'
import { readableOn } from '../accent.ts'
import type { MailLanguage, MailTexts } from '../texts/mail/mail-texts.ts'
import { type Block, Broken, ground, HtmlBlock } from './blocks.tsx'
import { Line, PAPER, SANS } from './line.tsx'
import type { Logo } from './look-store.ts'
import type { Mail } from './mailer.ts'
import { wrap } from './plain-text.ts'

export interface Letter {
  language: MailLanguage
  subject: string
  organisation: string
  /** The organisation's colour, `#0f6b5c`. */
  accent: string
  /** In place of the organisation's name; it travels along, as `picturesOf` gives it. */
  logo?: Logo | null
  /** Who greets, below the letter. */
  signature?: string | null
  /** The greeting first. */
  blocks: Block[]
  footer: Footer
  /** What to say when it comes together with others. */
  joined?: MailTexts['letters']['joined']
}

interface Footer {
  say: string
  stop?: { label: string; href: string }
  choose?: { label: string; href: string }
}

const LOGO = 'logo'

export const picturesOf = (logo: Logo | null): NonNullable<Mail['pictures']> => (logo ? [{ name: LOGO, type: 'image/png', bytes: logo.png }] : [])

/** Writes a letter as plain text and as HTML that needs nothing from elsewhere. */
export function writeLetter(letter: Letter): Required<Pick<Mail, 'subject' | 'text' | 'html' | 'letter'>> {
  return { letter, subject: letter.subject, text: plain(letter), html: htmlOf(letter) }
}

/** Where something comes in place of it: characters that no text holds. */
const PLACE = { start: '\u0001', end: '\u0002', title: '\u0003', blocks: '\u0004', foot: '\u0005', link: '\u0006' }

/** Letters of one outcome have all but their links and a few words in common, and rendering is most of what a letter costs: what was rendered is kept for the next one, with room for its links. */
const rendered = new Map<string, string>()
const MOST_RENDERED = 500

function once<What>(what: What, render: (what: What) => string): string {
  const links: string[] = []
  const key = JSON.stringify(what, (name, value) => (name === 'href' ? `${PLACE.link}${links.push(value) - 1}${PLACE.link}` : value))
  const known = rendered.get(key) ?? render(JSON.parse(key))
  if (rendered.size >= MOST_RENDERED) rendered.clear()
  rendered.set(key, known)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it stands where something comes in place of it
  return links.length === 0 ? known : known.replace(/\u0006(\d+)\u0006/g, (_, at) => escaped(links[at] ?? ''))
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<"]/g, (sign) => ENTITIES[sign] ?? '')

function htmlOf({ subject, blocks, footer, language, organisation, accent, logo, signature }: Letter): string {
  const size = logo && { width: logo.width, height: logo.height }
  const frame = { language, organisation, accent, logo: size ?? null, signature: signature ?? null }
  const inPlace: Record<string, string> = {
    // Outlook for Windows lays out as Word does, which knows no largest width: there the letter stands in a table of one.
    [PLACE.start]: '<!--[if mso]><table role="presentation" width="560" cellpadding="0" cellspacing="0"><tr><td><![endif]-->',
    [PLACE.end]: '<!--[if mso]></td></tr></table><![endif]-->',
    [PLACE.title]: `<title>${escaped(subject)}</title>`,
    [PLACE.blocks]: blocks.map((block) => once({ block, accent }, (what) => renderToStaticMarkup(<HtmlBlock {...what} />))).join(''),
    [PLACE.foot]: once(footer, (what) => renderToStaticMarkup(<Foot {...what} />)),
  }
  const html = once(frame, (what) => renderToStaticMarkup(<Frame {...what} />))
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they stand where something comes in place of them
  return `<!doctype html>${html.replace(/[\u0001-\u0005]/g, (place) => inPlace[place] ?? '')}`
}

function plain({ blocks, signature, footer, organisation }: Letter): string {
  const { say, stop, choose } = footer
  const links = [choose, stop].filter((link) => link !== undefined).map(({ label, href }) => `${wrap(`${label}:`)}\n${href}`)
  const foot = [organisation, wrap(say), ...links]
  const signed = signature ? [wrap(signature)] : []
  return `${[...blocks.map(plainBlock), ...signed, `-- \n${foot.join('\n')}`].join('\n\n')}\n`
}

function plainBlock(block: Block): string {
  if ('say' in block) return wrap(block.say)
  if ('quote' in block) return wrap(block.quote, '> ')
  if ('words' in block) return wrap(block.words, '  ')
  if ('heading' in block) return underlined(block.heading, '=')
  if ('part' in block) return `${underlined(block.part, '-')}\n${wrap('formatted' in block ? plainWords(block.formatted) : block.text)}`.trimEnd()
  if ('picture' in block) return wrap(block.plain)
  if ('choices' in block) return `${block.ends ? `${wrap(block.ends)}\n\n` : ''}${wrap(`${block.choose}:`)}\n${block.href}`
  return `${wrap(`${'action' in block ? block.action : block.link}:`)}\n${block.href}`
}

const underlined = (title: string, line: string) => `${wrap(title)}\n${line.repeat(Math.min(72, title.length))}`

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

interface FrameOf extends Pick<Letter, 'language' | 'organisation' | 'accent'> {
  logo: Size | null
  signature: string | null
}
type Size = Pick<Logo, 'width' | 'height'>

/** A letter without what is said in it. */
function Frame({ language, organisation, accent, logo, signature }: FrameOf) {
  const paper = { margin: 0, padding: 0, background: PAPER.light }
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        {PLACE.title}
        <style>{darkMode(accent)}</style>
      </head>
      <body class="paper" style={paper}>
        {/* Fixed, or a picture that is not loaded makes the letter wider than a phone. */}
        <table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" style={{ ...paper, tableLayout: 'fixed' }}>
          <tr>
            <td align="center" style={{ padding: '32px 20px' }}>
              {PLACE.start}
              <div style={{ maxWidth: '560px', margin: '0 auto', textAlign: 'left' }}>
                <Head organisation={organisation} logo={logo} />
                {PLACE.blocks}
                {signature && (
                  <Line>
                    <Broken text={signature} />
                  </Line>
                )}
                {PLACE.foot}
              </div>
              {PLACE.end}
            </td>
          </tr>
        </table>
      </body>
    </html>
  )
}

/** On a light ground of its own, also in the dark: most logos are made for white paper. */
function Head({ organisation, logo }: { organisation: string; logo: Size | null }) {
  if (!logo)
    return (
      <Line soft bold>
        {organisation}
      </Line>
    )
  const style = { display: 'block', border: 0, maxWidth: '100%', height: 'auto', font: `600 15px/1.55 ${SANS}`, color: '#635b50' }
  return (
    <table role="presentation" cellpadding="0" cellspacing="0" style={{ margin: '0 0 20px' }}>
      <tr>
        <td {...ground('#ffffff')} style={{ padding: '8px', background: '#ffffff', borderRadius: '6px' }}>
          <img src={`cid:${LOGO}`} width={Math.ceil(logo.width / 2)} height={Math.ceil(logo.height / 2)} alt={organisation} style={style} />
        </td>
      </tr>
    </table>
  )
}

function Foot({ say, stop, choose }: Footer) {
  const style = { margin: '32px 0 0', padding: '16px 0 0', borderTop: '1px solid #e4ddd1' }
  return (
    <div class="line" style={style}>
      <Line soft>
        {say}
        {[choose, stop]
          .filter((link) => link !== undefined)
          .map(({ label, href }, i) => (
            <>
              {i === 0 ? ' ' : ' · '}
              <a class="soft" href={href} style={{ color: '#635b50' }}>
                {label}
              </a>
            </>
          ))}
      </Line>
    </div>
  )
}
