import { act, createElement, StrictMode, useEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { asked, find, origin, root, say, settled, site, type, until, widgets } from '../test/application.ts'
import { Klankbord, type KlankbordProps, useKlankbord } from './react.ts'

let application: Root

/** Renders the application anew, with its parts inside React's strict mode. */
async function render(...children: Parameters<typeof createElement>[0][] | [KlankbordProps | null]) {
  const parts = children.map((child, key) =>
    child === null || typeof child === 'object'
      ? child && createElement(Klankbord, { key, ...(child as KlankbordProps) })
      : createElement(child, { key }),
  )
  await act(async () => application.render(createElement(StrictMode, null, ...parts)))
  await settled()
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  application = createRoot(document.body.appendChild(document.createElement('div')))
})

afterEach(async () => {
  await act(async () => application.unmount())
})

test('one widget stands on the page, also where React mounts everything twice', async () => {
  await render({ site, origin })
  expect(widgets()).toHaveLength(1)
  expect(find('button')?.textContent).toBe('Feedback')
  await render({ site, origin })
  expect(widgets()).toHaveLength(1)
})

test('the handlers of the latest render hear what happens', async () => {
  const [first, submitted, opened, closed] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()]
  await render({ site, origin, onSubmitted: first, onOpened: opened, onClosed: closed })
  await render({ site, origin, onSubmitted: submitted, onOpened: opened, onClosed: closed })
  await say('Een bel bij de deur')
  expect(submitted).toHaveBeenCalledExactlyOnceWith({ id: 'f1', kind: 'idea', status: 'routed', goal: null })
  expect(first).not.toHaveBeenCalled()
  expect(opened).toHaveBeenCalledOnce()
  find('dialog header button:last-of-type')?.click()
  await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce())
})

test('a change of look is applied, and what the customer was typing stays before them', async () => {
  await render({ site, origin, label: 'Feedback' })
  find('button')?.click()
  await until('.kinds button')
  find('.kinds button')?.click()
  await type('Ik was aan het typen')
  await render({ site, origin, label: 'Zeg het ons', theme: 'dark' })
  await until('#message')
  expect(widgets()).toHaveLength(1)
  expect(find('button')?.textContent).toBe('Zeg het ons')
  expect(find('#message')).toHaveProperty('value', 'Ik was aan het typen')
})

test('new facts of the page go along without the widget being placed again', async () => {
  await render({ site, origin, attributes: { plan: 'free', cart: 3 } })
  const placed = root()
  await render({ site, origin, attributes: { plan: 'pro' } })
  await say('Een bel bij de deur')
  expect(root()).toBe(placed)
  expect(asked(`/sites/${site}/feedback`)[0]?.body).toMatchObject({ attributes: { plan: 'pro' } })
  expect(asked(`/sites/${site}/feedback`)[0]?.body).not.toHaveProperty('attributes.cart')
})

test('who signs in is known, and who signs out is forgotten', async () => {
  await render({ site, origin, identity: 'x.e30.z' })
  await vi.waitFor(() => expect(localStorage.getItem(`klankbord:${site}:token`)).toBe('"token-2"'))
  await render({ site, origin })
  expect(localStorage.getItem(`klankbord:${site}:token`)).toBe('"token-2"')
  await render({ site, origin, identity: 'x.e30.z' })
  await render({ site, origin, identity: null })
  expect(localStorage.getItem(`klankbord:${site}:token`)).toBeNull()
})

test('with a mode it stands where it is rendered', async () => {
  await render({ site, origin, mode: 'inline' })
  await until('.kinds button')
  expect(document.querySelector('body > div > div > div')?.shadowRoot).toBe(root())
  await render({ site, origin })
  expect(widgets()).toHaveLength(1)
  expect(document.documentElement.lastElementChild?.shadowRoot).toBe(root())
})

test('any component can speak to it, also before it is there', async () => {
  const Shop = () => {
    const { open, set } = useKlankbord()
    useEffect(() => {
      set({ attributes: { shop: 'Utrecht' } })
      open({ kind: 'idea', message: 'Een voorzet' })
    }, [open, set])
    return null
  }
  await render(Shop)
  await render(Shop, (() => createElement(Klankbord, { site, origin })) as never)
  await until('#message')
  expect(find('#message')).toHaveProperty('value', 'Een voorzet')
  find('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
  await vi.waitFor(() => expect(asked(`/sites/${site}/feedback`)[0]?.body).toMatchObject({ attributes: { shop: 'Utrecht' } }))
})

test('nothing of it is left when its component goes, and it comes back with it', async () => {
  await render({ site, origin })
  await render(null)
  expect(widgets()).toHaveLength(0)
  await render({ site, origin })
  expect(widgets()).toHaveLength(1)
})

test('a server renders the page without it', () => {
  expect(renderToString(createElement(Klankbord, { site, origin }))).toBe('')
  expect(renderToString(createElement(Klankbord, { site, origin, mode: 'inline' }))).toBe('<div></div>')
})
