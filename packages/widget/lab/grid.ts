import { languages } from '../src/texts/languages.ts'
import { groups, type State } from './states.ts'

/** How a cell looks: its own size, and what goes into its address. */
interface Look {
  name: string
  width?: number
  height?: number
  given: Record<string, string>
}

const asked = new URLSearchParams(location.search)
const lang = asked.get('lang') ?? 'nl'
const themes = (asked.get('theme') ?? 'light dark').split(' ')
const width = Number(asked.get('width') ?? 390)

const looks: Look[] = [
  ...['auto', 'light', 'dark'].map((theme) => ({ name: `theme ${theme}`, given: { theme } })),
  ...Object.entries({ 'very light': '#fff3b0', 'very dark': '#101014', pink: '#d6006c', grey: '#777777' }).flatMap(([name, accent]) =>
    ['light', 'dark'].map((theme) => ({ name: `accent ${name}, ${theme}`, given: { accent, theme } })),
  ),
  { name: 'compact', given: { density: 'compact' } },
  { name: 'no radius', given: { radius: '0' } },
  { name: 'radius 24', given: { radius: '24' } },
  { name: 'the page’s font', given: { font: 'page' } },
  { name: 'on the left, on a desk', width: 720, given: { position: 'left' } },
  { name: 'on a desk', width: 720, given: {} },
  { name: 'on a page from right to left', given: { dir: 'rtl' } },
  { name: 'on a page from right to left, on a desk', width: 720, given: { dir: 'rtl' } },
  { name: '320 px', width: 320, given: {} },
  { name: '320 px, compact', width: 320, given: { density: 'compact' } },
  { name: 'low screen', width: 640, height: 320, given: {} },
]
if ((languages as readonly string[]).includes('ar')) looks.push({ name: 'in Arabic', given: { lang: 'ar', dir: 'rtl' } })

/** A hundred pages at once bring a browser to its knees: each that is there lets the next one in. */
const waiting: (() => void)[] = []
const AT_ONCE = 6

function figure(caption: string, state: string, { width: own, height = 640, given }: Omit<Look, 'name'>) {
  const figure = document.createElement('figure')
  const words = document.createElement('figcaption')
  words.textContent = caption
  const frame = document.createElement('iframe')
  frame.title = caption
  frame.width = `${own ?? width}`
  frame.height = `${height}`
  waiting.push(() => {
    frame.src = `cell.html?${new URLSearchParams({ state, lang, ...given })}`
  })
  frame.onload = () => waiting.shift()?.()
  figure.append(words, frame)
  return figure
}

function section(name: string, figures: HTMLElement[]) {
  const section = document.createElement('section')
  const heading = document.createElement('h2')
  heading.textContent = name
  const row = document.createElement('div')
  row.append(...figures)
  section.append(heading, row)
  return section
}

const inThemes = ({ name }: State) => themes.map((theme) => figure(`${name}, ${theme}`, name, { given: { theme } }))

function choice(name: string, options: readonly string[], chosen: string) {
  const label = document.createElement('label')
  const select = document.createElement('select')
  select.name = name
  select.append(...options.map((option) => new Option(option, option, false, option === chosen)))
  select.onchange = () => select.form?.submit()
  label.append(`${name} `, select)
  return label
}

document
  .querySelector('form')
  ?.append(
    choice('lang', languages, lang),
    choice('theme', ['light dark', 'light', 'dark', 'auto'], themes.join(' ')),
    choice('width', ['390', '320', '720'], `${width}`),
  )
const forced = document.querySelector('#forced') as HTMLElement
forced.textContent = matchMedia('(forced-colors: active)').matches
  ? 'Forced colours are on.'
  : 'Forced colours cannot be set from a page: in the developer tools choose Rendering, then “Emulate CSS media feature forced-colors: active”. The same place has reduced motion and more contrast.'
document.querySelector('main')?.append(
  ...groups.map(({ name, states }) => section(name, states.flatMap(inThemes))),
  section(
    'Looks',
    looks.flatMap((look) =>
      ['say, rating and questions', 'item, answered, with its number'].map((state) => figure(`${look.name}: ${state}`, state, look)),
    ),
  ),
  section(
    'Buttons',
    looks.map((look) => figure(look.name, 'button with news', { ...look, height: 160 })),
  ),
)
for (const begin of waiting.splice(0, AT_ONCE)) begin()
