import { launch } from './loader.ts'
import type { Options, Widget } from './options.ts'
import type { Fetch } from './place.ts'
import { texts } from './texts/all.ts'
import type { Language, Texts } from './texts/languages.ts'

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
  const place = launch(options, fetch)
  return {
    open: (opening) => place.call('open', opening),
    close: () => place.call('close'),
    identify: (identity) => place.call('identify', identity),
    forget: () => place.call('forget'),
    consent: () => place.call('consent'),
    set: (values) => place.call('set', values),
    on: (name, handler) => place.call('on', name, handler),
    unmount: () => place.call('unmount'),
  }
}

const parts = {
  form: () => import('./form/begin.ts'),
  loop: () => import('./loop/begin.ts'),
  pictures: () => import('./pictures/begin.ts'),
  questions: () => import('./questions/begin.ts'),
  returning: () => import('./returning/begin.ts'),
  similar: () => import('./similar/begin.ts'),
  capture: () => import('./capture/capture.ts'),
  names: async () => ({ default: {} }),
}

const fetch = (async (name) => {
  const [language, part] = name.split('.') as [Language, keyof Texts]
  try {
    return part ? { default: [(await texts[language]())[part]] } : await parts[name as keyof typeof parts]()
  } catch {}
}) as Fetch
