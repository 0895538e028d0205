import type { Kind } from '@klankbord/shared/widget'
import type { Opening } from '../options.ts'
import type { Parts, Words } from '../place.ts'
import { type Draft, learn, type Room, type View } from './room.ts'

/** From so many characters on the words may be like something that was done already. */
const ENOUGH = 19

/** Chooses where the customer comes in: what the page asks for, else the draft, else what is new for them. */
export function enter(room: Room, { kind, message, view }: Opening) {
  room.draft = { ...room.draft, ...room.box.recall<Draft>('draft') }
  const { draft } = room
  draft.message ||= message ?? ''
  if (draft.pictures?.[0]) later(room, 'pictures')
  if (kind && room.kinds.includes(kind)) say(room, kind)
  else if (view || (room.news && !draft.message)) go(room, view ?? 'mine')
  else say(room, draft.kind)
}

/** To the form for this kind, or to the choice of one. */
export function say(room: Room, kind?: Kind) {
  room.draft.kind = room.kinds[1] ? kind : room.kinds[0]
  go(room, room.draft.kind ? 'say' : 'choose')
}

export function go(room: Room, view: View, id?: string) {
  if (id !== room.itemId) room.item = undefined
  Object.assign(room, { view, itemId: id, sure: false, notice: '' })
  load(room)
  room.draw()
}

/** Every change of the form is kept, so that closing, reloading or a crash loses nothing. */
export async function write(room: Room, change: Partial<Draft>) {
  room.sure = false
  keep(room, { ...room.draft, problem: undefined, wrong: undefined, ...change })
  // Asked for once, and not before the page lets anything be kept.
  if (room.draft.message[ENOUGH] && !room.box.held) room.seeking ??= later(room, 'similar')
  const similar = await room.seeking
  similar?.typed()
}

/** Throws the draft away; the first time it asks. */
export function discard(room: Room) {
  room.sure = !room.sure
  if (room.sure) return room.draw()
  room.pictures?.drop(room.draft.pictures)
  keep(room, null)
  say(room)
}

export function keep(room: Room, draft: Draft | null) {
  room.draft = draft ?? { message: '' }
  room.box.keep('draft', draft)
  room.draw()
}

export async function submit(room: Room) {
  const { draft, texts } = room
  if (!draft.message.trim()) return complain(room, texts.messageMissing, 'message')
  if (draft.notify && !/.@./.test(draft.email ?? '')) return complain(room, texts.emailWrong, 'email')
  if (room.busy) return
  room.busy = true
  room.draw()
  const loop = await later(room, 'loop')
  await loop?.submit(room)
  room.busy = false
  room.draw()
}

/** Says what is wrong with the draft, and goes there. */
export function complain(room: Room, problem: string, wrong: string | undefined) {
  keep(room, { ...room.draft, problem, wrong })
  room.root.querySelector<HTMLElement>('[aria-invalid=true],.wrong button')?.focus()
}

/** Fetches what is shown. What failed before is forgotten here alone: a part that comes in later says nothing about it. */
export async function load(room: Room) {
  room.failed = false
  const loop = await later(room, 'loop')
  loop?.refresh(room)
}

/** Fetches a part that comes after the form. Undefined when it cannot be had now, which the customer sees unless they are just writing. */
export async function later<Name extends Exclude<keyof Parts, 'form' | 'capture'>>(room: Room, name: Name) {
  const { fetch, language } = room
  if (!room[name]) {
    try {
      const [part, own] = await Promise.all([fetch(name), name === 'loop' ? { default: [{}] } : fetch(`${language}.later`)])
      // Taken off the page meanwhile.
      if (!room.host.isConnected) return
      learn(room, own as Words)
      // Throws where there is no part, or no text.
      room[name] ??= (part as Parts['loop']).begin(room) as Room[Name]
    } catch {
      room.failed = room.busy || !/say|choose/.test(room.view)
    }
    room.draw()
  }
  return room[name] as ReturnType<Parts[Name]['begin']> | undefined
}
