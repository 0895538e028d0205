import { MESSAGE_MAX } from '@klankbord/shared/widget'
import type { ComponentChildren } from 'preact'
import type { Flow } from './flow.ts'

const paths = {
  compliment: 'M12 20C5 15 3 12 3 9a5 5 0 0 1 9-2 5 5 0 0 1 9 2c0 3-2 6-9 11Z',
  complaint: 'M4 5h16v12h-8l-5 4v-4H4zM12 8v4M12 14v0',
  idea: 'M9 18h6M10 21h4M9 15a6 6 0 1 1 6 0v3H9Z',
  question: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9 10a3 3 0 1 1 4 2q-1 1-1 2M12 17v0',
  close: 'M6 6l12 12M18 6L6 18',
  back: 'M15 5l-7 7 7 7',
}

export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg viewBox="0 0 24 24" class={name} aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}

/** False while a form that stands in the page appears: it may not take the focus, nor scroll the page. */
export const focus = { moves: true }

/** Puts the focus where a step begins, so that a screen reader reads it and the keyboard goes on from there. */
export const arrive = (element: HTMLElement | null) => {
  if (focus.moves) element?.focus()
}

/** The heading of a step. */
export function Title({ children }: { children: ComponentChildren }) {
  return (
    <h2 id="title" tabIndex={-1} ref={arrive}>
      {children}
    </h2>
  )
}

/** A text with its braces filled in, in bold. */
export const fill = (text: string, values: Record<string, ComponentChildren>) =>
  text.split(/[{}]/).map((part, index) => (index % 2 ? <b>{values[part]}</b> : part))

export const date = ({ room }: Flow, iso: string, weekday?: 'long') =>
  new Intl.DateTimeFormat(room.locale, { weekday, day: 'numeric', month: 'long' }).format(new Date(iso))

interface Choice<Value extends string | number> {
  question: string
  options: readonly Value[]
  words?: Record<Value, string>
  chosen: Value | undefined
  onPick: (value: Value) => void
}

/** A question with a few short answers, of which one is pressed. */
export function Pick<Value extends string | number>({ question, options, words, chosen, onPick }: Choice<Value>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend cannot be set like the headings around it
    <div role="group" aria-labelledby="pick">
      <h3 id="pick">{question}</h3>
      <p class="row">
        {options.map((value) => (
          <button type="button" aria-pressed={chosen === value} onClick={() => onPick(value)}>
            {words ? words[value] : value}
          </button>
        ))}
      </p>
    </div>
  )
}

/** A few words to the team. */
export function Write({ label, send, onSend }: { label: string; send: string; onSend: (text: string) => void }) {
  const submit = (event: Event) => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const text = form.text.value.trim()
    if (text) onSend(text)
    form.reset()
  }
  return (
    <form onSubmit={submit}>
      <label>
        {label}
        <textarea name="text" dir="auto" rows={2} maxLength={MESSAGE_MAX} />
      </label>
      <button type="submit">{send}</button>
    </form>
  )
}
