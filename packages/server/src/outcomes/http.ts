import { outcomeEndpoints } from '@klankbord/shared/outcomes'
import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { serve } from '../http/serve.ts'
import { previewOutcome } from './preview-outcome.ts'
import { publishOutcome, unscheduleOutcome } from './publish-outcome.ts'
import { readOutcome, readOutcomes, readPublicOutcomes } from './read-outcome.ts'
import { listReceivers, readDeliveries, resendDelivery } from './tell-customers.ts'
import { changeOutcome, createOutcome, deleteOutcome } from './write-outcome.ts'

/** What everyone may read, on customers' pages. */
export function mountPublicOutcomes(app: Hono<Env>, deps: Deps) {
  serve(app, outcomeEndpoints.listPublicOutcomes, (query, { scope }) => readPublicOutcomes(deps, scope, query))
}

export function mountOutcomes(app: Hono<Env>, deps: Deps) {
  serve(app, outcomeEndpoints.listOutcomes, (query, { scope }) => readOutcomes(deps, scope, query))
  serve(app, outcomeEndpoints.createOutcome, (input, { scope }) => createOutcome(deps, scope, input))
  serve(app, outcomeEndpoints.readOutcome, ({ id }, { scope }) => readOutcome(deps, scope, id))
  serve(app, outcomeEndpoints.changeOutcome, (input, { scope }) => changeOutcome(deps, scope, input))
  serve(app, outcomeEndpoints.deleteOutcome, ({ id }, { scope }) => deleteOutcome(deps, scope, id))
  serve(app, outcomeEndpoints.listReceivers, ({ id }, { scope }) => listReceivers(deps, scope, id))
  serve(app, outcomeEndpoints.previewOutcome, (input, { scope }) => previewOutcome(deps, scope, input))
  serve(app, outcomeEndpoints.previewOutcomeHtml, async (input, { scope }) => (await previewOutcome(deps, scope, input)).html)
  serve(app, outcomeEndpoints.publishOutcome, (input, { scope }) => publishOutcome(deps, scope, input))
  serve(app, outcomeEndpoints.unscheduleOutcome, ({ id }, { scope }) => unscheduleOutcome(deps, scope, id))
  serve(app, outcomeEndpoints.listDeliveries, (query, { scope }) => readDeliveries(deps, scope, query))
  serve(app, outcomeEndpoints.resendDelivery, ({ deliveryId }, { scope }) => resendDelivery(deps, scope, deliveryId))
}
