import { Id, text } from '@klankbord/shared/fields'
import { helpedAnswers, MESSAGE_MAX, reactionReasons } from '@klankbord/shared/widget'
import type { Hono } from 'hono'
import * as z from 'zod'
import { readForCustomer } from '../attachments/read-attachment.ts'
import { pageVoiceOf } from '../customers/addressee.ts'
import { customerScope } from '../customers/confirm.ts'
import { findAnyCustomer } from '../customers/store.ts'
import { hashSecret, newId } from '../db/ids.ts'
import type { Deps } from '../deps.ts'
import type { Env, RequestContext } from '../http/context.ts'
import { privatePages, readChosen, readForm } from '../http/private-pages.ts'
import { sendPicture } from '../http/send-picture.ts'
import { notFound } from '../problem-error.ts'
import { renderReactionPage } from './reaction-page.tsx'
import type { Draft } from './status-forms.tsx'
import { renderStatusPage, type StatusPage } from './status-page.tsx'
import { findAnyItem } from './store.ts'
import { addMessage } from './thread/add-message.ts'
import { react } from './thread/react.ts'
import { readThread } from './thread/read-thread.ts'

const Done = z.enum(['message', 'reaction']).optional().catch(undefined)
const Key = z.uuid().catch(() => newId())
const Helped = z.enum(helpedAnswers)
const Reasons = z.array(z.enum(reactionReasons)).catch([])
const Words = text(0, MESSAGE_MAX)

/** The status page, for browsers without JavaScript too. The link is the authority; reading it changes nothing. */
export function mountStatusPages(app: Hono<Env>, deps: Deps) {
  const pages = privatePages(deps)
  pages.get('/:token', async (c) => show(deps, c, { done: Done.parse(c.req.query('done')) }))
  pages.get('/:token/pictures/:id', async (c) => {
    const { item, scope } = await open(deps, c)
    const id = Id.safeParse(c.req.param('id'))
    if (!id.success) throw notFound('picture')
    const picture = await readForCustomer(deps, scope, { itemId: item.id, id: id.data })
    // The widget shows it on the pages of other sites.
    c.header('Cross-Origin-Resource-Policy', 'cross-origin')
    return sendPicture(c, picture)
  })
  pages.post('/:token/messages', async (c) => {
    const { item, customer, scope } = await open(deps, c)
    const form = await readForm(c)
    const wrong = wrongWords(deps, customer, form.text, 1)
    if (wrong) return show(deps, c, { draft: { form: 'message', text: form.text ?? '', wrong: { field: 'text', message: wrong } } })
    const words = Words.parse(form.text)
    await addMessage(deps, scope, keyOf(form.key, words), { id: item.id, text: words })
    return c.redirect(`/f/${c.req.param('token')}?done=message#conversation`, 303)
  })
  pages.get('/:token/reaction/:helped', async (c) => {
    const { item, customer, scope } = await open(deps, c)
    const helped = Helped.safeParse(c.req.param('helped'))
    const token = c.req.param('token')
    const thread = await readThread(deps, scope, item.id)
    const again = c.req.query('again') !== undefined
    const page = helped.success ? renderReactionPage(deps, { token, thread, customer, helped: helped.data, again }) : null
    return page === null ? c.redirect(`/f/${token}#reaction`, 303) : c.html(page)
  })
  pages.post('/:token/reaction', async (c) => {
    const { item, customer, scope } = await open(deps, c)
    const form = await readForm(c)
    const reasons = Reasons.parse(await readChosen(c, 'reasons'))
    const wrong = wrongReaction(deps, customer, form)
    if (wrong) return show(deps, c, { draft: { form: 'reaction', text: form.text ?? '', helped: form.helped, reasons, wrong } })
    const again = form.again !== undefined
    await react(deps, scope, { id: item.id, helped: Helped.parse(form.helped), reasons, text: Words.parse(form.text ?? ''), again })
    return c.redirect(`/f/${c.req.param('token')}?done=reaction#reaction`, 303)
  })
  app.route('/f', pages)
}

/** Whose item a link speaks of; not found when the link is not ours, or what it led to was erased. */
async function open({ db, tokens }: Deps, c: RequestContext) {
  const id = tokens.read('status', c.req.param('token') ?? '')
  const item = id ? await findAnyItem(db, id) : undefined
  const customer = item ? await findAnyCustomer(db, item.customerId) : undefined
  if (!item || !customer) throw notFound('link')
  return { item, customer, scope: customerScope(customer) }
}

async function show(deps: Deps, c: RequestContext, { done, draft }: Pick<StatusPage, 'done' | 'draft'>) {
  const { item, customer, scope } = await open(deps, c)
  const thread = await readThread(deps, scope, item.id)
  const page = { token: c.req.param('token') ?? '', thread, customer, done, draft, messageKey: newId() }
  return c.html(renderStatusPage(deps, page), draft ? 422 : 200)
}

/** A form that is sent twice adds its words once; other words, written after going back to the same form, are another message. */
const keyOf = (key: string | undefined, words: string) => `${Key.parse(key)}:${hashSecret(words)}`

type Customer = StatusPage['customer']

/** What is wrong with words that were typed, said to who typed them. */
function wrongWords(deps: Deps, customer: Customer, typed: string | undefined, least: 0 | 1): string | undefined {
  const { status } = pageVoiceOf(deps, customer).texts.pages
  const words = Words.safeParse(typed ?? '')
  if (!words.success) return status.messageLong(MESSAGE_MAX)
  return words.data.length < least ? status.messageMissing : undefined
}

function wrongReaction(deps: Deps, customer: Customer, form: Record<string, string>): Draft['wrong'] | undefined {
  const { status } = pageVoiceOf(deps, customer).texts.pages
  if (!Helped.safeParse(form.helped).success) return { field: 'helped', message: status.choiceMissing }
  const wrong = wrongWords(deps, customer, form.text, 0)
  return wrong === undefined ? undefined : { field: 'text', message: wrong }
}
