import type { Db } from '../db/db.ts'
import { createGroupCommit } from '../db/group-commit.ts'
import { gathering } from './gathering.ts'
import { type Claim, markEachSending, markSending, type Settlement, settle, settleSent } from './outbox.ts'

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

/** On PostgreSQL it is each question and its answer. */
function inOneStatement(db: Db): Together {
  const leave = gathering((leaving: { claim: Claim; now: Date }[]) => {
    const claims = leaving.map(({ claim }) => claim)
    return markEachSending(db, claims, leaving.at(-1)?.now ?? new Date())
  })
  const arrive = gathering(async (arrived: { claim: Claim; now: Date }[]) => {
    const claims = arrived.map(({ claim }) => claim)
    await settleSent(db, claims, arrived.at(-1)?.now ?? new Date())
    return claims
  })
  return {
    leaves: (claim, now) => leave({ claim, now }),
    async settle(claim, settlement, now) {
      if (settlement.state === 'sent') await arrive({ claim, now })
      else await settle(db, claim, settlement, now)
    },
  }
}
