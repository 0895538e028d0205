import { launch } from './loader.ts'
import type { Options, Widget } from './options.ts'
import { texts } from './texts/all.ts'

export type { Attributes, Events, Identity, Kind, Opening, Options, Submitted, Widget } from './options.ts'

/**
 * Places the widget on the page: a button in a corner, or the form inside `options.inside`. Everything but the button is fetched when the
 * customer comes near it. When the site does not allow this page's origin the button goes away then, and the console says why.
 *
 * @example
 * const widget = mount({ site: 'SITE_KEY', origin: 'https://feedback.example.nl' })
 * widget.open({ kind: 'idea' })
 */
export function mount(options: Options): Widget {
  const place = launch(options, { part: (name) => parts[name]() as never, names: async () => ({ default: {} }), texts })
  return {
    open: (opening) => place.call(['open', opening]),
    close: () => place.call(['close']),
    identify: (identity) => place.call(['identify', identity]),
    forget: () => place.call(['forget']),
    consent: () => place.call(['consent']),
    set: (values) => place.call(['set', values]),
    on: (name, handler) => place.call(['on', name, handler]),
    unmount: () => place.call(['unmount']),
  }
}

const parts = {
  form: () => import('./form/begin.ts'),
  loop: () => import('./loop/begin.ts'),
  capture: () => import('./pictures/begin.ts'),
}
