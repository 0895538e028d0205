import type { Db } from '../db/db.ts'
import { gathering } from '../db/gathering.ts'
import { createGroupCommit } from '../db/group-commit.ts'
import { type Claim, markSending, markTogether, type Settlement, settle } from './claims.ts'

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

/** On PostgreSQL it is each question and its answer too. */
function inOneStatement(db: Db): Together {
  const mark = gathering(async (marks: { claim: Claim; to: 'leaving' | 'sent'; now: Date }[]) => {
    const claims = (to: 'leaving' | 'sent') => marks.filter((mark) => mark.to === to).map(({ claim }) => claim)
    const mayLeave = await markTogether(db, { leaving: claims('leaving'), sent: claims('sent') }, marks.at(-1)?.now ?? new Date())
    return marks.map(({ claim }) => mayLeave.has(claim.id))
  })
  return {
    leaves: (claim, now) => mark({ claim, to: 'leaving', now }),
    async settle(claim, settlement, now) {
      if (settlement.state === 'sent') await mark({ claim, to: 'sent', now })
      else await settle(db, claim, settlement, now)
    },
  }
}
