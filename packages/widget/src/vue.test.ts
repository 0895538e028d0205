import { expect, test, vi } from 'vitest'
import { type App, createApp, createSSRApp, h, KeepAlive, nextTick, reactive } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { asked, find, origin, root, say, settled, site, type, until, widgets } from '../test/application.ts'
import { Klankbord, type KlankbordProps, useKlankbord } from './vue.ts'

interface Shown {
  /** What the component is given; without it there is none. */
  given?: KlankbordProps & { [listener: `on${string}`]: unknown }
  away?: boolean
}

async function open(shown: Shown): Promise<App> {
  const application = createApp(() => h(KeepAlive, () => (shown.away ? h('p') : shown.given && h(Klankbord, { key: 1, ...shown.given }))))
  application.mount(document.body.appendChild(document.createElement('div')))
  await settled()
  return application
}

async function changed() {
  await nextTick()
  await settled()
}

test('one widget stands on the page, and what happens in it is emitted', async () => {
  const [submitted, opened] = [vi.fn(), vi.fn()]
  const application = await open({ given: { site, origin, onSubmitted: submitted, onOpened: opened } })
  expect(widgets()).toHaveLength(1)
  await say('Een bel bij de deur')
  expect(submitted).toHaveBeenCalledExactlyOnceWith({ id: 'f1', kind: 'idea', status: 'routed', goal: null })
  expect(opened).toHaveBeenCalledOnce()
  application.unmount()
  expect(widgets()).toHaveLength(0)
})

test('a change of look is applied, and what the customer was typing stays before them', async () => {
  const shown = reactive<Shown>({ given: { site, origin } })
  const application = await open(shown)
  find('button')?.click()
  await until('.kinds button')
  find('.kinds button')?.click()
  await type('Ik was aan het typen')
  Object.assign(shown.given as object, { label: 'Zeg het ons', theme: 'dark' })
  await changed()
  await until('#message')
  expect(widgets()).toHaveLength(1)
  expect(find('button')?.textContent).toBe('Zeg het ons')
  expect(find('#message')).toHaveProperty('value', 'Ik was aan het typen')
  application.unmount()
})

test('new facts of the page go along without the widget being placed again, also when one changes in its place', async () => {
  const shown = reactive<Shown>({ given: { site, origin, attributes: { plan: 'free' } } })
  const application = await open(shown)
  const placed = root()
  ;(shown.given?.attributes as { plan: string }).plan = 'pro'
  await changed()
  await say('Een bel bij de deur')
  expect(root()).toBe(placed)
  expect(asked(`/sites/${site}/feedback`)[0]?.body).toMatchObject({ attributes: { plan: 'pro' } })
  application.unmount()
})

test('with a mode it stands where it is rendered', async () => {
  const application = await open({ given: { site, origin, mode: 'inline' } })
  await until('.kinds button')
  expect(document.querySelector('body > div > div > div')?.shadowRoot).toBe(root())
  application.unmount()
})

test('a page that is kept alive out of sight keeps no button on the screen', async () => {
  const shown = reactive<Shown>({ given: { site, origin } })
  const application = await open(shown)
  shown.away = true
  await changed()
  expect(widgets()).toHaveLength(0)
  shown.away = false
  await changed()
  expect(widgets()).toHaveLength(1)
  application.unmount()
})

test('any component can speak to it, also before it is there', async () => {
  useKlankbord().open({ kind: 'question' })
  const application = await open({ given: { site, origin } })
  await vi.waitFor(() => expect(find('h2')?.textContent).toBe('Wat wil je weten?'))
  application.unmount()
})

test('a server renders the page without it', async () => {
  expect(await renderToString(createSSRApp(() => h(Klankbord, { site, origin })))).toBe('<!---->')
  expect(await renderToString(createSSRApp(() => h(Klankbord, { site, origin, mode: 'inline' })))).toBe('<div></div>')
  expect(widgets()).toHaveLength(0)
})
