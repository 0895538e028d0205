import type { SiteConfiguration } from '@klankbord/shared/sites'
import type { Options } from './options.ts'
import type { Language } from './texts/button.ts'

/** A command of the page: its name, then its values. */
export type Call = [name: string, ...values: unknown[]]

export type Configuration = Omit<SiteConfiguration, 'key'>

/** One widget on one page: what the loader made, and what the core needs to know. */
export interface Place {
  options: Options
  host: HTMLElement
  root: ShadowRoot
  button: HTMLButtonElement
  /** Undefined while the server is in trouble: the widget then asks what every site asks. */
  configuration: Configuration | undefined
  language: Language
  /** The language tag for dates and for what is sent. */
  locale: string
  /** Keeps the page's commands until the core is there; then the core answers them. */
  call(call: Call): void
  calls: Call[]
}
