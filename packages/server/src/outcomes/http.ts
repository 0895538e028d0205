import { outcomeLifeEndpoints } from '@klankbord/shared/outcome-life'
import { outcomeReceiverEndpoints } from '@klankbord/shared/outcome-receivers'
import { outcomeEndpoints } from '@klankbord/shared/outcomes'
import { publicPageEndpoints } from '@klankbord/shared/public-page'
import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { inPlainWords } from '../feedback/outcome-words.ts'
import type { Env } from '../http/context.ts'
import { serve } from '../http/serve.ts'
import { readDeliveries, resendDelivery } from './deliver-again.ts'
import { letFind, readPublicSettings } from './let-find.ts'
import { answerFeedback } from './life/answer-feedback.ts'
import { correctOutcome } from './life/correct-outcome.ts'
import { readVersions } from './life/read-versions.ts'
import { askReview, changeOutcomeSettings, readOutcomeSettings, returnOutcome } from './life/review.ts'
import { withdrawOutcome } from './life/withdraw-outcome.ts'
import { previewOutcome } from './preview-outcome.ts'
import { publishOutcome, unscheduleOutcome } from './publish-outcome.ts'
import { readOutcome, readOutcomes, readPublicOutcomes } from './read-outcome.ts'
import { readReceivers, readReceiversOfItem } from './receivers/read-receivers.ts'
import { sendTestMessage } from './receivers/send-test.ts'
import { changeOutcome, createOutcome, deleteOutcome } from './write-outcome.ts'

/** What everyone may read, on customers' pages. */
export function mountPublicOutcomes(app: Hono<Env>, deps: Deps) {
  serve(app, outcomeEndpoints.listPublicOutcomes, async (query, { scope }) => {
    const page = await readPublicOutcomes(deps, scope, query)
    return { ...page, items: page.items.map(inPlainWords) }
  })
}

export function mountOutcomes(app: Hono<Env>, deps: Deps) {
  serve(app, outcomeEndpoints.listOutcomes, (query, { scope }) => readOutcomes(deps, scope, query))
  serve(app, outcomeEndpoints.createOutcome, (input, { scope }) => createOutcome(deps, scope, input))
  serve(app, outcomeEndpoints.readOutcome, ({ id }, { scope }) => readOutcome(deps, scope, id))
  serve(app, outcomeEndpoints.changeOutcome, (input, { scope }) => changeOutcome(deps, scope, input))
  serve(app, outcomeEndpoints.deleteOutcome, ({ id }, { scope }) => deleteOutcome(deps, scope, id))
  serve(app, outcomeEndpoints.previewOutcome, (input, { scope }) => previewOutcome(deps, scope, input))
  serve(app, outcomeEndpoints.previewOutcomeHtml, async (input, { scope }) => (await previewOutcome(deps, scope, input)).html)
  serve(app, outcomeEndpoints.publishOutcome, (input, { scope }) => publishOutcome(deps, scope, input))
  serve(app, outcomeEndpoints.unscheduleOutcome, ({ id }, { scope }) => unscheduleOutcome(deps, scope, id))
  serve(app, publicPageEndpoints.readPublicPage, (_, { scope }) => readPublicSettings(deps, scope))
  serve(app, publicPageEndpoints.changePublicPage, (input, { scope }) => letFind(deps, scope, input))
  serve(app, outcomeEndpoints.listDeliveries, (query, { scope }) => readDeliveries(deps, scope, query))
  serve(app, outcomeEndpoints.resendDelivery, ({ deliveryId }, { scope }) => resendDelivery(deps, scope, deliveryId))
  serve(app, outcomeReceiverEndpoints.listReceivers, (query, { scope }) => readReceivers(deps, scope, query))
  serve(app, outcomeReceiverEndpoints.listReceiversOfItem, (query, { scope }) => readReceiversOfItem(deps, scope, query))
  serve(app, outcomeReceiverEndpoints.sendTestMessage, (input, { scope }) => sendTestMessage(deps, scope, input))
  mountLife(app, deps)
}

function mountLife(app: Hono<Env>, deps: Deps) {
  serve(app, outcomeLifeEndpoints.askReview, (input, { scope }) => askReview(deps, scope, input))
  serve(app, outcomeLifeEndpoints.returnOutcome, (input, { scope }) => returnOutcome(deps, scope, input))
  serve(app, outcomeLifeEndpoints.correctOutcome, (input, { scope }) => correctOutcome(deps, scope, input))
  serve(app, outcomeLifeEndpoints.withdrawOutcome, (input, { scope }) => withdrawOutcome(deps, scope, input))
  serve(app, outcomeLifeEndpoints.listOutcomeVersions, ({ id }, { scope }) => readVersions(deps, scope, id))
  serve(app, outcomeLifeEndpoints.readOutcomeSettings, (_, { scope }) => readOutcomeSettings(deps, scope))
  serve(app, outcomeLifeEndpoints.changeOutcomeSettings, (input, { scope }) => changeOutcomeSettings(deps, scope, input))
  serve(app, outcomeLifeEndpoints.answerFeedback, (input, { scope }) => answerFeedback(deps, scope, input))
}
