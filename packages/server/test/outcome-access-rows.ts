import type { outcomeLifeEndpoints } from '@klankbord/shared/outcome-life'
import type { outcomePictureEndpoints } from '@klankbord/shared/outcome-pictures'
import type { outcomeReceiverEndpoints } from '@klankbord/shared/outcome-receivers'
import type { outcomeEndpoints } from '@klankbord/shared/outcomes'
import { systemScope } from '../src/db/scope.ts'
import type { Deps } from '../src/deps.ts'
import { about, item, nothing, type Row } from './access-row.ts'
import type { Tenant } from './tenants.ts'

const words = { kind: 'answer', title: 'Een resultaat', did: 'Dit deden we', nothingMore: true }

const draft = (t: Tenant) => ({ id: t.draftId })
const published = (t: Tenant) => ({ id: t.publishedId })

const inTenant = (deps: Deps, t: Tenant) => deps.db.within(systemScope(t.organisationId))

type Endpoints = typeof outcomeEndpoints & typeof outcomePictureEndpoints & typeof outcomeReceiverEndpoints & typeof outcomeLifeEndpoints

export const outcomeRows: { [Name in keyof Endpoints]: Row } = {
  listPublicOutcomes: { input: (t) => ({ siteKey: t.siteKey, q: 'resultaat gedaan kanarie' }) },
  listOutcomes: { ...nothing, filters: (t) => ({ goalId: t.goalId }) },
  createOutcome: about((t) => ({ goalId: t.goalId, feedbackIds: [t.customer.feedbackId] }), words),
  readOutcome: about(draft),
  changeOutcome: about((t) => ({ ...draft(t), feedbackIds: [t.customer.feedbackId] }), { title: 'Een beter resultaat' }),
  deleteOutcome: about(draft),
  addOutcomePicture: nothing,
  readOutcomePicture: about((t) => ({ pictureId: t.pictureId })),
  listReceivers: about(draft),
  listReceiversOfItem: about(item),
  sendTestMessage: about(draft),
  askReview: about(draft),
  returnOutcome: {
    ...about(draft, { note: 'Noem het getal' }),
    prepare: (deps, t) =>
      inTenant(deps, t).updateTable('outcomes').set({ reviewAskedAt: deps.clock().toISOString() }).where('id', '=', t.draftId).execute(),
  },
  correctOutcome: about(published, { did: 'Anders gedaan', because: 'Er stond een fout in' }),
  withdrawOutcome: about(published, { because: 'Het klopte niet' }),
  listOutcomeVersions: about(published),
  readOutcomeSettings: nothing,
  changeOutcomeSettings: { input: () => ({ review: true }) },
  answerFeedback: about((t) => ({ ...item(t), goalId: t.goalId }), { did: 'Ja, dat kan', nothingMore: true }),
  previewOutcome: about(draft),
  previewOutcomeHtml: about(draft),
  publishOutcome: about(draft),
  unscheduleOutcome: {
    ...about(draft),
    prepare: (deps, t) =>
      inTenant(deps, t).updateTable('outcomes').set({ publishAt: '2026-05-01T00:00:00.000Z' }).where('id', '=', t.draftId).execute(),
  },
  listDeliveries: about(published),
  resendDelivery: about((t) => ({ deliveryId: t.failedDeliveryId })),
}
