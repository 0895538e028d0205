import type { Plural } from '../texts/languages.ts'
import type { Child } from '../view.ts'
import { h } from '../view.ts'
import type { Room } from './room.ts'

const paths = {
  compliment: 'M12 20C5 15 3 12 3 9a5 5 0 0 1 9-2 5 5 0 0 1 9 2c0 3-2 6-9 11Z',
  complaint: 'M4 5h16v12h-8l-5 4v-4H4zM12 8v4M12 14v0',
  idea: 'M9 18h6M10 21h4M9 15a6 6 0 1 1 6 0v3H9Z',
  question: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9 10a3 3 0 1 1 4 2q-1 1-1 2M12 17v0',
  close: 'M6 6l12 12M18 6L6 18',
  back: 'M15 5l-7 7 7 7',
}

export const Icon = (name: keyof typeof paths) => (
  <svg viewBox="0 0 24 24" class={name} aria-hidden="true">
    <path d={paths[name]} />
  </svg>
)

/** Adds rules to what is shown. */
export function dress({ root }: Room, css: string) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
}

/** False while a form that stands in the page appears: it may not take the focus, nor scroll the page. */
export const focus = { moves: true }

/** Puts the focus where a step begins, so that a screen reader reads it and the keyboard goes on from there. */
export const arrive = (element: HTMLElement) => {
  if (focus.moves) element.focus()
}

/** The heading of a step. */
export const Title = (words: Child) => (
  <h2 id="title" tabIndex={-1} ref={arrive as never}>
    {words}
  </h2>
)

/** The form of a text that belongs to this number. */
export const plural = ({ locale }: Room, text: string | Plural, n: number) =>
  typeof text === 'string' ? text : (text[new Intl.PluralRules(locale).select(n)] ?? text.other)

/** A text with its braces filled in, in bold; one with plurals takes the form that belongs to `n`. */
export const fill = (room: Room, text: string | Plural, values: Record<string, unknown>): Child[] =>
  plural(room, text, values.n as number)
    .split(/[{}]/)
    .map((part, index) => (index % 2 ? <b>{values[part] as Child}</b> : part))

interface Choice {
  id: string
  question: Child
  options: readonly (string | number)[]
  words?: Record<string, unknown>
  isChosen: (value: string | number) => boolean
  onPick: (value: never) => void
  isWrong?: boolean
}

/** A question with a few short answers, which are pressed. */
export const Pick = ({ id, question, options, words, isChosen, onPick, isWrong }: Choice) => (
  // biome-ignore lint/a11y/useSemanticElements: a legend cannot be set like the headings around it
  <div role="group" aria-labelledby={id} class={isWrong ? 'wrong' : ''} aria-describedby="problem">
    <h3 id={id}>{question}</h3>
    <p class="row">
      {options.map((value) => (
        <button type="button" aria-pressed={isChosen(value)} onClick={() => onPick(value as never)}>
          {words ? `${words[value]}` : value}
        </button>
      ))}
    </p>
  </div>
)
