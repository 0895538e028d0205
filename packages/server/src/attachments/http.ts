import { attachmentEndpoints } from '@klankbord/shared/attachments'
import { outcomePictureEndpoints } from '@klankbord/shared/outcome-pictures'
import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { limitAtOnce, limitByAddress } from '../http/limits.ts'
import { serve } from '../http/serve.ts'
import { notFound } from '../problem-error.ts'
import { addAttachment, addOutcomePicture } from './add-attachment.ts'
import { readAttachment, readOutcomePicture } from './read-attachment.ts'

/** Most pictures in memory at a time, those that wait for their turn too: 5 MB each. */
const MOST_AT_ONCE = 16

/** What customers send from their pages. */
export function mountPictures(app: Hono<Env>, deps: Deps) {
  const { addAttachment: adding } = attachmentEndpoints
  app.post(
    adding.path,
    limitByAddress({ requests: 30, seconds: 600 }, deps.config),
    limitAtOnce(MOST_AT_ONCE, 'Many pictures are arriving at this moment. Try again in a few seconds; nothing was stored.'),
  )
  serve(app, adding, (_, { scope, bytes, c }) => {
    const site = c.get('site')
    if (!site) throw notFound('site')
    return addAttachment(deps, scope, site.id, bytes)
  })
}

/** What members see of it, and what they send themselves. */
export function mountAttachments(app: Hono<Env>, deps: Deps) {
  serve(app, attachmentEndpoints.readAttachment, ({ id, attachmentId }, { scope }) => readAttachment(deps, scope, { itemId: id, id: attachmentId }))
  const { addOutcomePicture: adding, readOutcomePicture: reading } = outcomePictureEndpoints
  app.post(
    adding.path,
    limitByAddress({ requests: 60, seconds: 600 }, deps.config),
    limitAtOnce(MOST_AT_ONCE, 'Many pictures are arriving at this moment. Try again in a few seconds; nothing was stored.'),
  )
  serve(app, adding, (_, { scope, bytes }) => addOutcomePicture(deps, scope, bytes))
  serve(app, reading, ({ pictureId }, { scope }) => readOutcomePicture(deps, scope, pictureId))
}
