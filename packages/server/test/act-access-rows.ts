import type { bulkActEndpoints } from '@klankbord/shared/bulk-acts'
import type { liveEndpoints } from '@klankbord/shared/live'
import { about, item, nothing, type Row } from './access-row.ts'
import type { Tenant } from './tenants.ts'

type Names = keyof typeof bulkActEndpoints | keyof typeof liveEndpoints | 'mergeFeedback' | 'splitFeedback' | 'enterFeedback'

const act = (t: Tenant) => ({ id: t.bulkActId })
const neighbour = (t: Tenant) => ({ ...item(t), into: t.neighbour.feedbackId })

/** Of acts on many items, of merging, of what members write down for somebody, and of who looks at what. */
export const actRows: { [Name in Names]: Row } = {
  mergeFeedback: about(neighbour),
  splitFeedback: about(item),
  enterFeedback: about((t) => ({ siteId: t.siteId, goalId: t.goalId }), {
    kind: 'idea',
    message: 'Belde over de bel',
    channel: 'phone',
    customer: {},
  }),
  countFound: nothing,
  startBulkAct: about((t) => ({ what: { ids: [t.customer.feedbackId] }, act: { type: 'route', goalId: t.goalId } })),
  listBulkActs: nothing,
  readBulkAct: about(act),
  listSkipped: about(act),
  cancelBulkAct: about(act),
  undoBulkAct: about(act),
  listenLive: { input: () => ({ seconds: 0 }) },
  lookAtFeedback: about(item),
  leaveFeedback: about(item),
}
