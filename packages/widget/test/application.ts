import { afterEach, beforeEach, expect, vi } from 'vitest'

/** An application of a customer's, with the widget in it and a server that takes everything. */

export const site = 'site-1'
export const origin = 'https://feedback.example.nl'

const configuration = {
  key: site,
  organisation: 'De Berk',
  kinds: ['idea', 'question'],
  questions: [],
  rating: null,
  look: {},
  texts: {},
  locale: 'nl',
}
const receipt = { id: 'f1', customerToken: 'token-1', statusUrl: `${origin}/f/1`, status: 'routed', goal: null, mail: 'none' }

export const requests: { method: string; path: string; body: unknown }[] = []
export const asked = (path: string) => requests.filter((request) => request.path === path)

beforeEach(() => {
  document.documentElement.lang = 'nl'
  // Not in this DOM.
  vi.stubGlobal('visualViewport', null)
  vi.stubGlobal('fetch', async (url: string, { method = 'GET', body }: RequestInit = {}) => {
    const path = url.slice(`${origin}/widget/v1`.length)
    requests.push({ method, path, body: JSON.parse(`${body ?? 'null'}`) })
    if (path === `/sites/${site}`) return Response.json(configuration)
    if (path === `/sites/${site}/identity`) return Response.json({ customerToken: 'token-2', name: null, email: null })
    return path.endsWith('/feedback') ? Response.json(receipt, { status: 201 }) : Response.json({ items: [], next: null })
  })
})

afterEach(() => {
  requests.length = 0
  localStorage.clear()
  document.documentElement.replaceChildren(document.createElement('head'), document.createElement('body'))
  vi.unstubAllGlobals()
})

/** Every widget on the page, wherever it stands. */
export const widgets = () => [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])
export const root = () => widgets()[0] as ShadowRoot
export const find = (selector: string) => root()?.querySelector<HTMLElement>(selector)

/** Until the widgets are placed, or gone, as the application wants them now. */
export const settled = () => new Promise((resolve) => setTimeout(resolve))

export const until = (selector: string) => vi.waitFor(() => expect(find(selector)).not.toBeNull())

/** Says something, as a customer does. */
export async function say(message: string) {
  find('button')?.click()
  await until('.kinds button')
  find('.kinds button')?.click()
  await type(message)
  find('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
  await vi.waitFor(() => expect(find('a[href*="/f/"]')).not.toBeNull())
}

export async function type(message: string) {
  await until('#message')
  const field = find('#message') as HTMLTextAreaElement
  field.value = message
  field.dispatchEvent(new Event('input'))
}
