import type { Receipt } from '@klankbord/shared/feedback'
import type { Draft, Room } from '../form/room.ts'
import { go, keep, later, load } from '../form/taken.ts'
import type { Kind } from '../options.ts'
import { ask, become } from './ask.ts'
import { type Answer, send } from './send.ts'

/** Something that was sent off and is not acknowledged yet. Its key was made once and goes along with every try. */
export interface Waiting {
  key: string
  method: 'POST' | 'PUT'
  path: string
  body: object
  /** What it was made from, to give back when the server refuses it. */
  draft?: Draft
  /** The token of who left this device before it could be sent. */
  left?: string | null
}

/** What this part has to remember of one room between two requests. */
export interface Line {
  flushing: Promise<unknown>
  /** How many tries in a row the server did not answer. */
  tries: number
  /** The server asked not to be asked before. */
  until: number
  timer?: ReturnType<typeof setTimeout>
  /** Tries again when the browser is online again. */
  wake(): void
}

const FIRST_RETRY = 1000
const LAST_RETRY = 300_000

export const waitingIn = ({ box }: Room) => box.recall<Waiting[]>('waiting') ?? []
/** Not what someone else left behind. */
export const waitingFor = (room: Room) => waitingIn(room).filter((entry) => !('left' in entry))

/** Keeps it on the device, then tries to send it, until the server has it or refuses it for good. */
export function post(room: Room, method: 'POST' | 'PUT', path: string, body: object, draft?: Draft): Promise<unknown> {
  const { box } = room
  const key = crypto.getRandomValues(new Uint32Array(4)).join('-')
  box.keep('waiting', [...waitingIn(room), { key, method, path, body, draft }])
  if (draft) {
    box.keep('draft', null)
    room.sent = { key, draft, status: navigator.onLine ? 503 : 0 }
  }
  return flush(room)
}

/**
 * Sends what waits, one after the other: the first answer brings the token, and two at once would become two customers. Two tabs take turns
 * where the browser lets them; where it does not, the key makes the second the same request as the first.
 */
export const flush = (room: Room): Promise<unknown> => alone(room, () => sendWaiting(room))

/** Does this while nothing is being sent, in no tab. */
export function alone({ line, options }: Room, act: () => Promise<void>): Promise<unknown> {
  let doing: Promise<void> | undefined
  const work = () => {
    doing ??= act()
    return doing
  }
  const { locks } = navigator
  line.flushing = line.flushing.catch(() => {}).then(() => (locks ? locks.request(`klankbord:${options.site}`, work).catch(work) : work()))
  return line.flushing
}

async function sendWaiting(room: Room) {
  const { line } = room
  if (!waitingIn(room)[0] || Date.now() < line.until) return
  const isKnown = await become(room)
  let again = isKnown ? 0 : 1
  for (const entry of isKnown ? waitingIn(room) : []) {
    const answer = await attempt(room, entry)
    if (!answer.again) settle(room, entry.key, answer)
    heard(room, entry, answer)
    again = Math.max(again, answer.again ?? 0)
    // One that makes the server stumble may not hold up the others.
    if (answer.again && answer.status !== 500) break
  }
  const { sent } = room
  // Another tab sent it.
  if (room.view === 'sent' && sent && !sent.receipt && !waitingIn(room).some(({ key }) => key === sent.key)) go(room, 'mine')
  line.until = Date.now() + again - 1
  clearTimeout(line.timer)
  if (again) {
    line.timer = setTimeout(flush, Math.max(again, Math.min(LAST_RETRY, FIRST_RETRY * 2 ** line.tries++) * (1 + Math.random())), room)
    addEventListener('online', line.wake, { once: true })
  } else line.tries = 0
}

async function attempt(room: Room, { method, path, key, body, draft, left }: Waiting): Promise<Answer<unknown>> {
  let whole = body
  if (draft?.pictures?.[0] && !('attachments' in body)) {
    const pictures = await later(room, 'pictures')
    const uploaded = await pictures?.upload(draft.pictures)
    if (!uploaded?.body) return uploaded ?? { status: 0, again: 1 }
    whole = { ...body, attachments: uploaded.body }
    // Kept before it is sent: the same key with other pictures would be another request.
    room.box.keep(
      'waiting',
      waitingIn(room).map((one) => (one.key === key ? { ...one, body: whole } : one)),
    )
  }
  return left === undefined ? ask(room, method, path, { key, body: whole }) : send(room, method, path, { token: left, key, body: whole })
}

function settle(room: Room, key: string, { status, body, fields }: Answer<unknown>) {
  const { box, emit, pictures } = room
  const all = waitingIn(room)
  // As it is now: meanwhile they may have left, or erased it.
  const entry = all.find((one) => one.key === key)
  if (!entry) return
  const { path, draft, left } = entry
  const waiting = all.filter((one) => one !== entry)
  box.keep('waiting', waiting[0] ? waiting : null)
  if (!body) emit('error', { message: `${path}: ${status}` })
  if (!draft) return
  if (body) pictures?.drop(draft.pictures)
  if (left !== undefined) return
  if (!body) return giveBack(room, key, draft, fields?.[0] ?? '')
  const { id, status: stands, goal, customerToken } = body as Receipt
  if (customerToken) box.keep('token', customerToken)
  emit('submitted', { id, kind: draft.kind as Kind, status: stands, goal })
}

/** What the server refused goes back into the form, in front of what is being written. */
function giveBack(room: Room, key: string, draft: Draft, wrong: string) {
  const { sent, view, texts } = room
  if (sent?.key === key) room.sent = undefined
  if (view === 'sent') room.view = 'say'
  const now = room.draft.message
  const message = now && now !== draft.message ? `${draft.message}\n\n${now}` : draft.message
  const known: { [field: string]: string } = { email: texts.emailWrong, answers: texts.answerMissing, attachments: texts.pictureRefused }
  const problem = known[wrong.split('.')[0] as string]
  keep(room, { ...draft, message, problem: problem ?? texts.refused, wrong: problem ? wrong : 'message' })
}

/** Shows what became of what was sent last. */
function heard(room: Room, { key }: Waiting, { body, status }: Answer<unknown>) {
  const { sent } = room
  if (sent?.key === key) Object.assign(sent, { status, receipt: body })
  room.draw()
  if (body) load(room)
}
