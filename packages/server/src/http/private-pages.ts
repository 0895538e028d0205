import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Deps } from '../deps.ts'
import { ProblemError } from '../problem-error.ts'
import { mailLanguageOf } from '../texts/mail/mail-texts.ts'
import { type Language, languageOf } from '../texts/texts.ts'
import type { Env, RequestContext } from './context.ts'
import { pageHeaders } from './headers.ts'
import { limitByAddress } from './limits.ts'
import { renderProblem } from './page.tsx'
import { asProblem, statusOf } from './problem-response.ts'

/** The language that the browser asks for first. */
export const languageAsked = (c: RequestContext): Language => languageOf(c.req.header('Accept-Language')?.trim())

/** A private link is a key: it is not kept by caches, not found by search engines, not told to the next site. */
const unseen: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  // A picture never changes under its address, and says itself how long it is kept.
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
  c.header('X-Robots-Tag', 'noindex, nofollow')
}

/** Pages behind private links, to be put on one path of the app. */
export function privatePages(deps: Deps): Hono<Env> {
  const pages = publicPages(deps, unseen)
  const tooLarge = () => {
    throw new ProblemError('too-large', 'The form is larger than 256 KiB. Send less at a time; nothing was stored.')
  }
  pages.post('*', limitByAddress({ requests: 60, seconds: 60 }, deps.config), bodyLimit({ maxSize: 256 * 1024, onError: tooLarge }))
  return pages
}

/** Pages for everyone. Whatever goes wrong on them is told as a page. */
export function publicPages({ config, log }: Pick<Deps, 'config' | 'log'>, ...first: MiddlewareHandler<Env>[]): Hono<Env> {
  const pages = new Hono<Env>()
  pages.onError((error, c) => {
    const { code, retryAfter } = asProblem(error, log, c.get('requestId'))
    if (retryAfter !== undefined) c.header('Retry-After', String(retryAfter))
    return c.html(renderProblem(mailLanguageOf(c.req.header('Accept-Language')?.trim()), code), statusOf(code))
  })
  pages.use(pageHeaders, ...first, limitByAddress({ requests: 240, seconds: 60 }, config))
  return pages
}

/** The fields of a form that are text; whatever else came is no field of ours. */
export async function readForm(c: RequestContext): Promise<Record<string, string>> {
  const fields = await readAll(c)
  const last = ([name, value]: [string, unknown]): [string, unknown] => [name, Array.isArray(value) ? value.at(-1) : value]
  return Object.fromEntries(
    Object.entries(fields)
      .map(last)
      .filter((field): field is [string, string] => typeof field[1] === 'string'),
  )
}

/** All that was chosen under one name of a form. */
export const readChosen = async (c: RequestContext, name: string): Promise<unknown[]> => [(await readAll(c))[name] ?? []].flat()

/** Hono reads a form once, and gives that again whatever is asked later. */
const readAll = (c: RequestContext): Promise<Record<string, unknown>> => c.req.parseBody({ all: true }).catch(() => ({}))
