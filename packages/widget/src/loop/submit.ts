import type { Room } from '../form/room.ts'
import { complain, go, later } from '../form/taken.ts'
import { post } from './queue.ts'

/** Sends what the customer wrote, once they answered what the site must know. */
export async function submit(room: Room): Promise<void> {
  if (room.configuration?.questions[0]) {
    const open = (await later(room, 'questions'))?.unanswered()
    if (!room.questions) return
    if (open) return complain(room, room.texts.answerMissing, `answers.${open.id}`)
  }
  const { draft, options, configuration, locale, attributes } = room
  const { kind, message, notify, email, name, rating, answers } = draft
  const scale = configuration?.rating
  const body = {
    kind,
    message,
    rating: scale && rating !== undefined ? { scale, value: rating } : undefined,
    answers,
    ...(notify && { email, emailConsent: true, name: name?.trim() || undefined }),
    locale,
    pageUrl: location.href.slice(0, 2000),
    attributes,
  }
  await post(room, 'POST', `/sites/${options.site}/feedback`, body, draft)
  if (room.sent) {
    room.draft = { message: '' }
    // Who went to read something else meanwhile stays there, and finds it in their list.
    go(room, /say|choose/.test(room.view) ? 'sent' : room.view, room.itemId)
  } else if (room.draft.problem) complain(room, room.draft.problem, room.draft.wrong)
}
