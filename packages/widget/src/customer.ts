import type { MineItem, Receipt } from '@klankbord/shared/feedback'
import type { Page } from '@klankbord/shared/page'
import type { Events, Kind, Options } from './options.ts'
import { type Answer, send } from './send.ts'
import { keep, recall } from './storage.ts'
import type { Texts } from './texts/nl.ts'

/** What the customer is busy writing. `problem` says why the server did not take it. */
export interface Draft {
  message: string
  kind?: Kind
  rating?: number
  notify?: boolean
  email?: string
  name?: string
  problem?: keyof Texts
}

/** Something that was sent off and is not acknowledged yet. Its key was made once and goes along with every try. */
export interface Waiting {
  key: string
  method: 'POST' | 'PUT'
  path: string
  body: object
  /** What it was made from, to give back when the server refuses it. */
  draft?: Draft
}

export interface Sent<Body = unknown> {
  key: string
  answer: Answer<Body>
}

type Emit = <Name extends keyof Events>(name: Name, detail: Events[Name]) => void

const FIRST_RETRY = 1000
const LAST_RETRY = 300_000
const NEWS_EVERY = 60_000

/** What this device knows of the customer: their token, their draft, what still has to be sent, and how much news there is. */
export class Customer {
  news = 0
  /** False when the browser keeps nothing longer than this page. */
  lasting = true
  /** Called with each thing that was tried to be sent, and without one when the count of news changed. */
  changed: ((sent?: Sent) => void) | undefined
  private name: string
  private base: string
  private emit: Emit
  private flushing = Promise.resolve()
  private answers = new Map<string, Answer<unknown>>()
  private tries = 0
  private timer: ReturnType<typeof setTimeout> | undefined
  private checkedAt = 0

  constructor({ site, origin }: Options, emit: Emit) {
    this.name = `klankbord:${site}:`
    this.base = `${origin}/widget/v1`
    this.emit = emit
    addEventListener('online', this.wake)
    document.addEventListener('visibilitychange', this.wake)
  }

  stop() {
    removeEventListener('online', this.wake)
    document.removeEventListener('visibilitychange', this.wake)
    clearTimeout(this.timer)
  }

  /** Sends what waits, and looks for news. */
  wake = () => {
    this.flush()
    this.check()
  }

  get token() {
    return recall<string>(`${this.name}token`)
  }

  get draft(): Draft | null {
    return recall<Draft>(`${this.name}draft`)
  }

  set draft(draft: Draft | null) {
    this.keep('draft', draft)
  }

  get waiting() {
    return recall<Waiting[]>(`${this.name}waiting`) ?? []
  }

  /** Sends one request as this customer. A token that the server no longer knows is forgotten, and the request made without it. */
  async ask<Body>(method: string, path: string, body?: object, key?: string): Promise<Answer<Body>> {
    const { token } = this
    const answer = await send<Body>(method, this.base + path, token, body, key)
    if (answer.status !== 401 || !token) return answer
    this.keep('token', null)
    return this.ask(method, path, body, key)
  }

  /** Keeps it on the device, then tries to send it, until the server has it or refuses it for good. */
  async submit<Body>(method: 'POST' | 'PUT', path: string, body: object, draft?: Draft): Promise<Sent<Body>> {
    const key = crypto.getRandomValues(new Uint32Array(4)).join('-')
    this.keep('waiting', [...this.waiting, { key, method, path, body, draft }])
    if (draft) this.draft = null
    await this.flush()
    return { key, answer: (this.answers.get(key) ?? { status: navigator.onLine ? 503 : 0, again: 1 }) as Answer<Body> }
  }

  /** Looks for news, at most once a minute. */
  async check() {
    if (!this.token || document.hidden || Date.now() - this.checkedAt < NEWS_EVERY) return
    this.checkedAt = Date.now()
    const { body } = await this.ask<Page<MineItem>>('GET', '/mine/feedback?limit=200')
    const news = body?.items.reduce((sum, item) => sum + item.news, 0)
    if (news === undefined || news === this.news) return
    this.news = news
    this.emit('news', news)
    this.changed?.()
  }

  /** Tells the server that the customer saw this item, and counts again. */
  async seen(id: string) {
    await this.ask('PUT', `/mine/feedback/${id}/seen`)
    this.checkedAt = 0
    this.check()
  }

  // One after the other: the first answer brings the token, and two at once would become two customers.
  private flush() {
    this.flushing = this.flushing.then(() => this.sendWaiting())
    return this.flushing
  }

  private async sendWaiting() {
    clearTimeout(this.timer)
    let again = 0
    for (const entry of this.waiting) {
      const { method, path, body, key } = entry
      const answer = await this.ask(method, path, body, key)
      this.answers.set(key, answer)
      if (!answer.again) this.settle(entry, answer)
      this.changed?.({ key, answer })
      again = Math.max(again, answer.again ?? 0)
      // One that makes the server stumble may not hold up the others.
      if (answer.again && answer.status !== 500) break
    }
    if (!again) this.tries = 0
    else this.timer = setTimeout(this.wake, Math.max(again, Math.min(LAST_RETRY, FIRST_RETRY * 2 ** this.tries++) * (1 + Math.random())))
  }

  private settle({ key, path, draft }: Waiting, answer: Answer<unknown>) {
    if (!answer.body) this.emit('error', { message: `${path}: ${answer.status}` })
    if (draft && answer.body) {
      const { id, status, goal, customerToken } = answer.body as Receipt
      if (customerToken) this.keep('token', customerToken)
      this.emit('submitted', { id, kind: draft.kind as Kind, status, goal })
    } else if (draft) {
      const message = [draft.message, this.draft?.message].filter(Boolean).join('\n\n')
      this.draft = { ...draft, message, problem: answer.fields?.includes('email') ? 'emailWrong' : 'refused' }
    }
    const waiting = this.waiting.filter((entry) => entry.key !== key)
    this.keep('waiting', waiting.length ? waiting : null)
  }

  private keep(what: string, value: unknown) {
    // Taking something away proves nothing.
    this.lasting = keep(this.name + what, value) && (!!value || this.lasting)
  }
}
