import type { MineItem, MineThread, Receipt } from '@klankbord/shared/feedback'
import type { Page } from '@klankbord/shared/page'
import { type Helped, type Kind, kinds } from '@klankbord/shared/widget'
import type { Customer, Draft, Sent } from './customer.ts'
import type { Attributes, Events, Opening } from './options.ts'
import type { Place } from './place.ts'
import type { Texts } from './texts/nl.ts'

export type View = 'choose' | 'say' | 'sent' | 'mine' | 'item'

/** The place, once there is a customer and a language. */
export interface Room extends Place {
  customer: Customer
  texts: Texts
  attributes: Attributes
  emit<Name extends keyof Events>(name: Name, detail: Events[Name]): void
}

const emptyDraft: Draft = { message: '' }

/** Where the customer is in the panel, and what they can do from there. The views only show it. */
export class Flow {
  readonly room: Room
  readonly kinds: readonly Kind[]
  view: View = 'choose'
  draft = emptyDraft
  busy = false
  sent: (Sent<Receipt> & { draft: Draft }) | undefined
  list: Page<MineItem> | undefined
  item: MineThread | undefined
  /** True when what this view shows could not be fetched. */
  failed = false
  private id = ''
  private draw: () => void

  constructor(room: Room, draw: () => void) {
    this.room = room
    this.draw = draw
    this.kinds = room.configuration?.kinds ?? kinds
    room.customer.changed = (sent) => this.heard(sent)
  }

  /** Chooses where the customer comes in: what the page asks for, else the draft, else what is new for them. */
  enter({ kind, message, view }: Opening) {
    const { customer } = this.room
    this.draft = { ...this.draft, ...customer.draft }
    if (message && !this.draft.message) this.draft = { ...this.draft, message }
    if (kind && this.kinds.includes(kind)) this.say(kind)
    else if (view || (customer.news && !this.draft.message)) this.go('mine')
    else this.say(this.draft.kind)
    customer.check()
  }

  /** To the form for this kind, or to the choice of one. */
  say(kind?: Kind) {
    this.draft = { ...this.draft, kind: this.kinds[1] ? kind : this.kinds[0] }
    this.go(this.draft.kind ? 'say' : 'choose')
  }

  /** Every change of the form is kept, so that closing or reloading loses nothing. */
  write(change: Partial<Draft>) {
    this.draft = { ...this.draft, problem: undefined, ...change }
    this.room.customer.draft = this.draft
    this.draw()
  }

  async submit() {
    const { draft, room } = this
    const problem = wrong(draft)
    if (problem) return this.complain({ ...draft, problem })
    if (this.busy) return
    this.busy = true
    this.draw()
    const sent = await room.customer.submit<Receipt>('POST', `/sites/${room.options.site}/feedback`, body(draft, room), draft)
    this.busy = false
    const { again, body: receipt } = sent.answer
    if (!again && !receipt) return this.complain(room.customer.draft ?? draft)
    this.draft = emptyDraft
    this.sent = { ...sent, draft }
    this.go('sent')
  }

  go(view: View, id = '') {
    this.view = view
    this.failed = false
    if (id !== this.id) this.item = undefined
    this.id = id
    this.draw()
    this.refresh()
  }

  /** Fetches what the view shows, or the next page of it. */
  async refresh(cursor?: string | null) {
    const { view, id, room, list } = this
    const { customer } = room
    if ((view !== 'mine' && view !== 'item') || !customer.token) return
    const { body } = await customer.ask<Page<MineItem> & MineThread>(
      'GET',
      `/mine/feedback${id && `/${id}`}${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`,
    )
    if (view !== this.view || id !== this.id) return
    this.failed = !body
    if (body && id) {
      this.item = body
      if (body.news) customer.seen(id)
    } else if (body) {
      this.list = cursor && list ? { items: [...list.items, ...body.items], next: body.next } : body
    }
    this.draw()
  }

  react(helped: Helped, text?: string) {
    const { item } = this
    if (item) this.item = { ...item, reaction: { helped, text: text || null, at: '' } }
    this.room.customer.submit('PUT', `/mine/feedback/${this.id}/reaction`, { helped, text })
    this.draw()
  }

  answer(text: string) {
    this.room.customer.submit('POST', `/mine/feedback/${this.id}/messages`, { text })
    this.draw()
  }

  private complain(draft: Draft) {
    this.draft = draft
    this.draw()
    this.room.root.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }

  private heard(sent?: Sent) {
    if (sent && this.sent?.key === sent.key) {
      this.sent = { ...this.sent, answer: sent.answer as Sent<Receipt>['answer'] }
      if (this.view === 'sent' && !sent.answer.again && !sent.answer.body) return this.enter({})
    }
    this.draw()
    if (sent?.answer.body) this.refresh()
  }
}

function wrong({ message, notify, email }: Draft) {
  if (!message.trim()) return 'messageMissing'
  return notify && !/.@./.test(email ?? '') ? 'emailWrong' : undefined
}

function body({ kind, message, rating, notify, email, name }: Draft, { configuration, locale, attributes }: Room) {
  const scale = configuration?.rating
  return {
    kind,
    message,
    rating: scale && rating !== undefined ? { scale, value: rating } : undefined,
    ...(notify && { email, emailConsent: true, name: name?.trim() || undefined }),
    locale,
    pageUrl: location.href.slice(0, 2000),
    attributes,
  }
}
