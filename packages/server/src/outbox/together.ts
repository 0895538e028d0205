import type { Db } from '../db/db.ts'
import { gathering } from '../db/gathering.ts'
import { createGroupCommit } from '../db/group-commit.ts'
import { type Claim, markLeaving, markSending, markSent, type Settlement, settle } from './claims.ts'

/** Writes down that a message leaves, and what became of it, together with those that leave or arrive at the same moment. */
export interface Together {
  /** False when the delivery is no longer this worker's: then nothing may be sent. */
  leaves(claim: Claim, now: Date): Promise<boolean>
  settle(claim: Claim, settlement: Settlement, now: Date): Promise<void>
}

const known = new WeakMap<Db, Together>()

export function together(db: Db): Together {
  const made = known.get(db) ?? (db.file ? inOneCommit(db) : inOneStatement(db))
  known.set(db, made)
  return made
}

/** On SQLite a sync to disk is what costs, and all share one. */
function inOneCommit(db: Db): Together {
  const commit = createGroupCommit(db)
  return {
    leaves: (claim, now) => commit((db) => markSending(db, claim, now)),
    settle: (claim, settlement, now) => commit((db) => settle(db, claim, settlement, now)),
  }
}

/** On PostgreSQL it is each question and its answer too. Who waits to leave has a connection in hand, and does not wait for what arrived to be counted. */
function inOneStatement(db: Db): Together {
  const leave = gathering(async (leaving: Mark[]) => {
    const mayLeave = await markLeaving(db, claimsOf(leaving), latestOf(leaving))
    return leaving.map(({ claim }) => mayLeave.has(claim.id))
  })
  const arrive = gathering(async (sent: Mark[]) => {
    await markSent(db, claimsOf(sent), latestOf(sent))
    return sent
  })
  return {
    leaves: (claim, now) => leave({ claim, now }),
    async settle(claim, settlement, now) {
      if (settlement.state === 'sent') await arrive({ claim, now })
      else await settle(db, claim, settlement, now)
    },
  }
}

interface Mark {
  claim: Claim
  now: Date
}

const claimsOf = (marks: Mark[]) => marks.map(({ claim }) => claim)
const latestOf = (marks: Mark[]) => marks.at(-1)?.now ?? new Date()
