import type { SiteConfiguration } from '@klankbord/shared/sites'
import type { Options } from './options.ts'
import type { Language, Plural, Texts } from './texts/languages.ts'

/** A command of the page: its name, then its values. */
export type Call = [name: string, ...values: unknown[]]

/** A question that the site itself asks. */
export type Question = { id: string; label: string; required: boolean } & (
  | { kind: 'choice'; options: string[]; several: boolean }
  | { kind: 'text' }
  | { kind: 'scale'; from: number; to: number; low: string | null; high: string | null }
)

/** What the server tells of the site. */
export interface Configuration extends Omit<SiteConfiguration, 'key' | 'questions' | 'look' | 'texts'> {
  questions: Question[]
  look: SiteConfiguration['look'] & { radius?: number; density?: 'comfortable' | 'compact'; font?: 'system' | 'page' }
  /** What the site replaced, by language. */
  texts: { [language: string]: { [key: string]: string | Plural } | undefined }
}

/** The parts that are fetched when they are needed: by address for the script, by the host's own bundler for npm. */
export interface Parts {
  form: typeof import('./form/begin.ts')
  loop: typeof import('./loop/begin.ts')
  capture: typeof import('./pictures/begin.ts')
}

/** Fetches a part, or the texts that belong to it. Rejects when it cannot be had now; the next call tries again. */
export interface Fetch {
  part<Name extends keyof Parts>(name: Name): Promise<Parts[Name]>
  /** Under which names the script carries the texts, where that is not their own. */
  names(): Promise<{ default: { [key: string]: string } }>
  texts<Name extends keyof Texts>(language: Language, part: Name): Promise<{ default: Texts[Name] }>
}

/** One widget on one page: what the loader made, and what the parts need to know. */
export interface Place {
  options: Options
  fetch: Fetch
  host: HTMLElement
  root: ShadowRoot
  button: HTMLButtonElement
  language: Language
  /** The language tag for dates and for what is sent. */
  locale: string
  /** Keeps the page's commands until the form is there; then the form answers them. */
  call(call: Call): void
  calls: Call[]
}
