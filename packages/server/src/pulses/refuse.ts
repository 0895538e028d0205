import type { StoppableMail } from '../members/stop-mails.ts'
import { findRefusal, setRefusal } from './audience-store.ts'

/** Being asked. An invitation that somebody has stays good when they want no more: nobody knows which one is theirs. */
export const pulseMails: StoppableMail = {
  purpose: 'stop-pulses',
  path: '/p/stop',
  said: ({ colleagues }) => colleagues.stopPulses,
  isStopped: async (db, scope, memberId) => (await findRefusal(db, scope, memberId)) !== undefined,
  setStopped: setRefusal,
}
