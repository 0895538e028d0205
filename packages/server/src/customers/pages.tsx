import type { ComponentChildren } from 'preact'
import type { Deps } from '../deps.ts'
import { renderPage, saying } from '../http/page.tsx'
import { type MailVoice, pageVoiceOf } from './addressee.ts'
import type { Reachable } from './confirm.ts'
import type { KnownCustomer } from './store.ts'

/** A form of one button, to the address that the page stands on. */
const OneButton = ({ children, name, value, quiet = false }: { children: ComponentChildren; name?: string; value?: string; quiet?: boolean }) => (
  <form method="post">
    <button type="submit" name={name} value={value} class={quiet ? 'quiet' : undefined}>
      {children}
    </button>
  </form>
)

function page({ language }: MailVoice, { organisation, accent }: KnownCustomer, title: string, said: string[], children?: ComponentChildren) {
  return renderPage({ language, title, organisation, accent, children: saying(title, said, children) })
}

export function askToConfirm(deps: Deps, customer: Reachable): string {
  const voice = pageVoiceOf(deps, customer)
  const { confirm } = voice.texts.pages
  return page(voice, customer, confirm.title, [confirm.ask(customer.organisation, customer.email)], <OneButton>{confirm.yes}</OneButton>)
}

type Shown = { id: string; replyBy: string | null; status: string } | undefined

/** After confirming: what happens next, and the way to it. */
export function confirmed(deps: Deps, customer: Reachable, item: Shown): string {
  const voice = pageVoiceOf(deps, customer)
  const { confirm } = voice.texts.pages
  const isOpen = item?.replyBy && item.replyBy > deps.clock().toISOString() && item.status !== 'answered'
  const said = [confirm.done(customer.organisation, customer.email), ...(isOpen && item.replyBy ? [confirm.next(voice.day(item.replyBy))] : [])]
  const link = item && (
    <p>
      <a class="button" href={`/f/${deps.tokens.sign('status', item.id)}`}>
        {confirm.open}
      </a>
    </p>
  )
  return page(voice, customer, confirm.doneTitle, said, link)
}

export function askToUnsubscribe(deps: Deps, customer: KnownCustomer): string {
  const voice = pageVoiceOf(deps, customer)
  const { unsubscribe } = voice.texts.pages
  return page(voice, customer, unsubscribe.title, [unsubscribe.ask(customer.organisation)], <OneButton>{unsubscribe.stop}</OneButton>)
}

export function unsubscribed(deps: Deps, customer: KnownCustomer): string {
  const voice = pageVoiceOf(deps, customer)
  const { unsubscribe } = voice.texts.pages
  const back = (
    <OneButton name="mail" value="again" quiet>
      {unsubscribe.again}
    </OneButton>
  )
  return page(voice, customer, unsubscribe.doneTitle, [unsubscribe.done(customer.organisation)], back)
}

export function mailed(deps: Deps, customer: KnownCustomer): string {
  const voice = pageVoiceOf(deps, customer)
  const { unsubscribe, confirm } = voice.texts.pages
  if (!customer.emailConfirmedAt) return page(voice, customer, confirm.doneTitle, [unsubscribe.unconfirmed(customer.organisation)])
  return page(voice, customer, unsubscribe.resumedTitle, [unsubscribe.resumed(customer.organisation)])
}
