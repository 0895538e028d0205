import { flushSync, mount, unmount } from 'svelte'
import { expect, test, vi } from 'vitest'
import { asked, find, origin, root, say, settled, site, type, until, widgets } from '../test/application.ts'
import Attached from '../test/attached.svelte'
import Page from '../test/page.svelte'
import { getKlankbord, type KlankbordOptions } from './svelte.ts'

async function open(component: typeof Page, options: KlankbordOptions) {
  const page = mount(component, { target: document.body, props: { options } })
  flushSync()
  await settled()
  return {
    async change(options: KlankbordOptions) {
      page.change(options)
      flushSync()
      await settled()
    },
    close: () => unmount(page),
  }
}

test.each([
  ['an action', Page],
  ['an attachment', Attached],
])('as %s: one widget stands on the page, and what happens in it is told', async (_, component) => {
  const onSubmitted = vi.fn()
  const page = await open(component, { site, origin, onSubmitted })
  expect(widgets()).toHaveLength(1)
  await say('Een bel bij de deur')
  expect(onSubmitted).toHaveBeenCalledExactlyOnceWith({ id: 'f1', kind: 'idea', status: 'routed', goal: null })
  await page.close()
  expect(widgets()).toHaveLength(0)
})

test.each([
  ['an action', Page],
  ['an attachment', Attached],
])('as %s: a change of look is applied, and what the customer was typing stays before them', async (_, component) => {
  const page = await open(component, { site, origin })
  find('button')?.click()
  await until('.kinds button')
  find('.kinds button')?.click()
  await type('Ik was aan het typen')
  await page.change({ site, origin, label: 'Zeg het ons' })
  await until('#message')
  expect(widgets()).toHaveLength(1)
  expect(find('button')?.textContent).toBe('Zeg het ons')
  expect(find('#message')).toHaveProperty('value', 'Ik was aan het typen')
  await page.close()
})

test('new facts of the page go along without the widget being placed again', async () => {
  const page = await open(Page, { site, origin, attributes: { plan: 'free' } })
  const placed = root()
  await page.change({ site, origin, attributes: { plan: 'pro' } })
  await say('Een bel bij de deur')
  expect(root()).toBe(placed)
  expect(asked(`/sites/${site}/feedback`)[0]?.body).toMatchObject({ attributes: { plan: 'pro' } })
  await page.close()
})

test('with a mode it stands inside its element', async () => {
  const page = await open(Page, { site, origin, mode: 'inline' })
  await until('.kinds button')
  expect(document.querySelector('main > div')?.shadowRoot).toBe(root())
  await page.close()
})

test('the rest of the application can speak to it, also before it is there', async () => {
  getKlankbord().open({ kind: 'question' })
  const page = await open(Page, { site, origin })
  await vi.waitFor(() => expect(find('h2')?.textContent).toBe('Wat wil je weten?'))
  await page.close()
})
