import { feedbackEndpoints } from '@klankbord/shared/feedback'
import { heldReplyEndpoints } from '@klankbord/shared/held-replies'
import { mergingEndpoints } from '@klankbord/shared/merging'
import { mineEndpoints } from '@klankbord/shared/mine'
import type { Hono } from 'hono'
import { createGroupCommit } from '../db/group-commit.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { createLimit, limitByAddress } from '../http/limits.ts'
import { serve } from '../http/serve.ts'
import { notFound } from '../problem-error.ts'
import { verifyIdentity } from '../sites/verify-identity.ts'
import { enterFeedback } from './enter.ts'
import { holdReply, takeBackReply } from './held/hold-reply.ts'
import { countInbox } from './inbox/count-feedback.ts'
import { listFeedback, readFeedback } from './inbox/read-feedback.ts'
import { mergeFeedback, splitFeedback } from './merging/merge.ts'
import { inPlainWords } from './outcome-words.ts'
import { eraseMine } from './privacy/erase-mine.ts'
import { exportMine } from './privacy/export-mine.ts'
import { movePromise } from './promise/move-promise.ts'
import { replyFeedback } from './reply.ts'
import { returnFeedback } from './return.ts'
import { clearNews } from './store.ts'
import { submitFeedback } from './submit.ts'
import { addMessage } from './thread/add-message.ts'
import { react } from './thread/react.ts'
import { customerOf, listMyFeedback, readThread } from './thread/read-thread.ts'
import { findThread } from './thread/store.ts'
import { markSpam, planFeedback, routeFeedback, unmarkSpam } from './triage.ts'

/** What customers send and read, from their pages. */
export function mountCustomersFeedback(app: Hono<Env>, deps: Deps) {
  const commit = createGroupCommit(deps.db)
  app.post(feedbackEndpoints.submitFeedback.path, limitByAddress({ requests: 120, seconds: 60 }, deps.config))
  serve(app, feedbackEndpoints.submitFeedback, async ({ siteKey, identity: token, ...submission }, { scope, key, c }) => {
    const site = c.get('site')
    if (!site) throw notFound('site')
    const identity = token === undefined ? null : await verifyIdentity(deps, site, token)
    return submitFeedback(deps, scope, commit, { site, submission, identity, key })
  })
  serve(app, feedbackEndpoints.listMine, (query, { scope }) => listMyFeedback(deps, scope, query))
  serve(app, feedbackEndpoints.readMine, async ({ id }, { scope }) => {
    const thread = await readThread(deps, scope, id)
    return { ...thread, outcome: thread.outcome && inPlainWords(thread.outcome) }
  })
  serve(app, feedbackEndpoints.addMine, (input, { scope, key }) => addMessage(deps, scope, key, input))
  serve(app, feedbackEndpoints.reactMine, (input, { scope }) => react(deps, scope, input))
  serve(app, feedbackEndpoints.seeMine, async ({ id }, { scope }) => {
    if (!(await findThread(deps.db, scope, customerOf(scope), id))) throw notFound('feedback')
    await clearNews(deps.db, scope, id)
  })
}

/** What customers take along, and how they go. */
export function mountPrivacy(app: Hono<Env>, deps: Deps) {
  const useExport = createLimit({ requests: 20, seconds: 3600 }, deps.config)
  serve(app, mineEndpoints.exportMine, async (_, { scope }) => {
    await useExport(customerOf(scope))
    return exportMine(deps, scope)
  })
  serve(app, mineEndpoints.eraseMine, (_, { scope }) => eraseMine(deps, scope))
}

/** The inbox: what members read and do. */
export function mountInbox(app: Hono<Env>, deps: Deps) {
  serve(app, feedbackEndpoints.listFeedback, (query, { scope }) => listFeedback(deps, scope, query))
  serve(app, feedbackEndpoints.countInbox, (_, { scope }) => countInbox(deps, scope))
  serve(app, feedbackEndpoints.readFeedback, ({ id }, { scope }) => readFeedback(deps, scope, id))
  serve(app, feedbackEndpoints.routeFeedback, (input, { scope }) => routeFeedback(deps, scope, input))
  serve(app, feedbackEndpoints.returnFeedback, (input, { scope }) => returnFeedback(deps, scope, input))
  serve(app, feedbackEndpoints.planFeedback, (input, { scope }) => planFeedback(deps, scope, input))
  serve(app, feedbackEndpoints.replyFeedback, (input, { scope }) => replyFeedback(deps, scope, input))
  serve(app, heldReplyEndpoints.holdReply, (input, { scope, key }) => holdReply(deps, scope, key, input))
  serve(app, heldReplyEndpoints.takeBackReply, (input, { scope }) => takeBackReply(deps, scope, input))
  serve(app, feedbackEndpoints.movePromise, (input, { scope }) => movePromise(deps, scope, input))
  serve(app, feedbackEndpoints.markSpam, (input, { scope }) => markSpam(deps, scope, input))
  serve(app, feedbackEndpoints.unmarkSpam, (input, { scope }) => unmarkSpam(deps, scope, input))
  serve(app, mergingEndpoints.mergeFeedback, (input, { scope }) => mergeFeedback(deps, scope, input))
  serve(app, mergingEndpoints.splitFeedback, (input, { scope }) => splitFeedback(deps, scope, input))
  serve(app, mergingEndpoints.enterFeedback, (input, { scope, key }) => enterFeedback(deps, scope, key, input))
}
