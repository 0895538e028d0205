import { launch } from './loader.ts'
import type { Options, Widget } from './options.ts'

export type { Attributes, Events, Kind, Opening, Options, Submitted, Widget } from './options.ts'

/**
 * Places the widget on the page: a button in a corner, or the form inside `options.inside`. Everything but the button is fetched when the
 * customer shows that they want it. When the site does not allow this page's origin nothing is drawn, and the console says why.
 *
 * @example
 * const widget = mount({ site: 'SITE_KEY', origin: 'https://feedback.example.nl' })
 * widget.open({ kind: 'idea' })
 */
export function mount(options: Options): Widget {
  const place = launch(options, {
    core: () => import('./core.ts'),
    texts: (language) => (language === 'nl' ? import('./texts/nl.ts') : import('./texts/en.ts')),
  })
  return {
    open: (opening) => place.call(['open', opening]),
    close: () => place.call(['close']),
    identify: (identity) => place.call(['identify', identity]),
    set: (values) => place.call(['set', values]),
    on: (name, handler) => place.call(['on', name, handler]),
    unmount: () => place.call(['unmount']),
  }
}
