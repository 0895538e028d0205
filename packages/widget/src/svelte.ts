import { type Asking, asking, type Given, stay } from './stay.ts'

export type { Attributes, Identity, Kind, Opening, Submitted } from './options.ts'
export type { Asking } from './stay.ts'

/** The options of the widget, and what to do when something happens in it. */
export interface KlankbordOptions extends Given {}

/**
 * An action: places the widget for as long as its element stands on the page. With a `mode` the form or the list of outcomes stands inside the
 * element; without one there is a button in a corner. A change of the options is applied; what the customer was typing stays.
 *
 * @example
 * <div use:klankbord={{ site: 'SITE_KEY', origin: 'https://feedback.example.nl', onSubmitted: ({ kind }) => track(kind) }}></div>
 *
 * @example As an attachment, with `fromAction` of `svelte/attachments`
 * <div {@attach fromAction(klankbord, () => ({ site: 'SITE_KEY', origin: 'https://feedback.example.nl' }))}></div>
 */
export function klankbord(node: HTMLElement, options: KlankbordOptions): { update(options: KlankbordOptions): void; destroy(): void } {
  const held = stay()
  const update = (options: KlankbordOptions) => held.become(options, node)
  update(options)
  return { update, destroy: held.end }
}

/**
 * What can be asked of the widget from anywhere in the application. What is asked before it stands on the page is kept for it.
 *
 * @example
 * <button onclick={() => getKlankbord().open({ kind: 'idea' })}>Have an idea?</button>
 */
export const getKlankbord = (): Asking => asking
