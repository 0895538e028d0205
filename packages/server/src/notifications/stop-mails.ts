import type { StoppableMail } from '../members/stop-mails.ts'
import { findChoice, upsertChoice } from './choice-store.ts'

/** What comes by mail of notifications. Whoever stopped it gets it again once a day, at the hour that they chose before. */
export const notificationMails: StoppableMail = {
  purpose: 'stop-notifications',
  path: '/n/stop',
  said: ({ notifications }) => notifications.stopped,
  isStopped: async (db, scope, memberId) => (await findChoice(db, scope, memberId)).mail === 'none',
  async setStopped(db, scope, memberId, at) {
    const { hour } = await findChoice(db, scope, memberId)
    await upsertChoice(db, scope, memberId, { mail: at === null ? 'daily' : 'none', hour })
  },
}
