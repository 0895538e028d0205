import { newId } from '../src/db/ids.ts'
import type { Planting } from './tenants.ts'

export async function plantReplies({ mine, at, mark }: Planting, teamId: string, feedbackItemId: string, ownerId: string) {
  const [templateId, heldReplyId] = [newId(), newId()]
  await mine
    .insertInto('replyTemplates', { id: templateId, name: `${mark} sjabloon`, text: `${mark} dankt`, teamId, locale: 'nl', createdAt: at })
    .execute()
  const author = { authorKind: 'member', authorId: ownerId, author: `${mark} owner` }
  const sendAt = '2099-01-01T00:00:00.000Z'
  await mine
    .insertInto('heldReplies', {
      ...author,
      id: heldReplyId,
      feedbackItemId,
      text: `${mark} antwoordt zo`,
      asksAt: null,
      heldAt: at,
      sendAt,
      refused: null,
    })
    .execute()
  return { templateId, heldReplyId }
}
