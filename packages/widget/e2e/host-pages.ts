import { test as base, expect } from '@klankbord/server/testing/fixtures'
import type { Locator, Page } from '@playwright/test'

export { expect }

interface HostPageOptions {
  path?: string
  lang?: string
  dir?: 'ltr' | 'rtl'
  headers?: Record<string, string>
  /** What stands in the page's head, after its title. */
  head?: string
  body?: string
  /** More attributes of the script. */
  attributes?: string
  scripts?: number
}

interface Shop {
  siteKey: string
  /** The team and goal to which complaints go. */
  goal: { id: string; teamId: string }
  /** A page of the company's own site, of another origin than the product's. */
  address(options?: HostPageOptions): string
}

/** The product with a company in it, whose complaints belong to the goal of a team. */
export const test = base.extend<object, { shop: Shop }>({
  shop: [
    async ({ product, host }, use) => {
      const { body: sites } = await product.api('GET', '/api/v1/sites')
      const site = sites.items[0]
      await product.api('PATCH', `/api/v1/sites/${site.id}`, { rating: 'csat' })
      const { body: team } = await product.api('POST', '/api/v1/teams', { name: 'Bezorging', level: 'team' })
      const { body: goal } = await product.api('POST', '/api/v1/goals', {
        title: 'Elk pakket komt op de afgesproken dag',
        teamId: team.id,
        replyWithinDays: 5,
        public: true,
      })
      const { body: me } = await product.api('GET', '/api/v1/me')
      await product.api('PATCH', `/api/v1/members/${me.member.id}`, { teams: [{ teamId: team.id, role: 'lead' }] })
      await product.api('POST', '/api/v1/routing/rules', { goalId: goal.id, when: [{ field: 'kind', op: 'is', value: 'complaint' }] })
      let pages = 0
      const address = (options: HostPageOptions = {}) =>
        host.page(options.path ?? `/page-${pages++}`, { html: hostPage(product.url, site.key, options), headers: options.headers })
      await use({ siteKey: site.key, goal: { id: goal.id, teamId: team.id }, address })
    },
    { scope: 'worker' },
  ],
})

function hostPage(
  product: string,
  siteKey: string,
  { lang = 'nl', dir = 'ltr', head = '', body = '', attributes = '', scripts = 1 }: HostPageOptions,
) {
  const script = `<script async src="${product}/widget.js" data-site="${siteKey}" ${attributes}></script>`
  return `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Pakketdienst De Berk</title>${head}</head><body><main><h1>Waar is mijn pakket?</h1><p>Morgen tussen twee en vier.</p>${body}</main>${script.repeat(scripts)}</body></html>`
}

/** The widget as a customer finds it. */
export class Widget {
  readonly page: Page
  readonly button: Locator
  readonly dialog: Locator
  readonly message: Locator

  constructor(page: Page) {
    this.page = page
    this.button = page.getByRole('button', { name: /^Feedback/ })
    this.dialog = page.getByRole('dialog')
    this.message = this.dialog.locator('#message')
  }

  async open() {
    await this.button.click()
    await expect(this.dialog).toBeVisible()
  }

  choose(kind: string) {
    return this.dialog.getByRole('button', { name: kind, exact: true }).click()
  }

  async say(kind: string, message: string) {
    await this.choose(kind)
    await this.message.fill(message)
  }

  send() {
    return this.dialog.getByRole('button', { name: 'Versturen' }).last().click()
  }

  async hears(title: string) {
    await expect(this.dialog.getByRole('heading', { name: title })).toBeVisible()
  }
}

/** From now on each load of the page comes as if more than a minute after the one before: what is still under way when it begins keeps nothing from being looked at. */
export const aMinuteBetweenLoads = (page: Page) =>
  page.addInitScript(() => {
    for (const name of Object.keys(localStorage)) if (name.endsWith(':news')) localStorage.removeItem(name)
  })

/** What the widget keeps on the device. */
export const stored = (page: Page) => page.evaluate(() => ({ ...localStorage, ...sessionStorage, cookie: document.cookie }))

/** What this site asks and how it looks, for this page only: the server's answer with these changes. */
export const siteAsks = (page: Page, changes: object) =>
  page.route(/\/widget\/v1\/sites\/[^/]+$/, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, json: { ...(await response.json()), ...changes } })
  })

const crossOrigin = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*, authorization', 'access-control-allow-methods': '*' }

/** Answers in the server's place. `asked` holds what was sent. */
export async function serverSays(page: Page, path: string | RegExp, status: number, json?: object) {
  const asked: { method: string; body: string | null; type: string | undefined; token: string | undefined }[] = []
  await page.route(path, (route) => {
    const request = route.request()
    const { 'content-type': type, authorization: token } = request.headers()
    if (request.method() !== 'OPTIONS') asked.push({ method: request.method(), body: request.postData(), type, token })
    return route.fulfill({ status: request.method() === 'OPTIONS' ? 204 : status, headers: crossOrigin, json: json ?? {} })
  })
  return asked
}
