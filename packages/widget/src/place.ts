import type { SiteConfiguration } from '@klankbord/shared/sites'
import type { Options } from './options.ts'
import type { Language, Plural, Texts } from './texts/languages.ts'

/** A command of the page: its name, and what goes with it. */
export type Call = [name: string, value?: unknown, more?: unknown]

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
  pictures: typeof import('./pictures/begin.ts')
  questions: typeof import('./questions/begin.ts')
  returning: typeof import('./returning/begin.ts')
  similar: typeof import('./similar/begin.ts')
  capture: typeof import('./capture/capture.ts')
}

/** The texts of a part: those that go by their name or differ with a number, and those that the script carries with bars between, after the number of the first. */
export interface Words {
  default: [named: object, first?: number, others?: string]
}

/** What can be fetched: a part, texts of a language, and the names under which the script carries them. */
export type Fetched = Parts & { [Name in `${Language}.${keyof Texts}`]: Words } & {
  names: { default: { [key: string]: string } }
}

/** Gives nothing when it cannot be had now; the next call tries again. */
export type Fetch = <Name extends keyof Fetched>(name: Name) => Promise<Fetched[Name] | undefined>

/** One widget on one page: what the loader made, and what the parts need to know. */
export interface Place {
  options: Options
  fetch: Fetch
  host: HTMLElement
  root: ShadowRoot
  button: HTMLButtonElement
  /** Keeps the page's commands until the form is there; then the form answers them. */
  call(...call: Call): void
  calls: Call[]
}
