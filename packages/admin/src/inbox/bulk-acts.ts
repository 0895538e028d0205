import { type ActOn, type BulkAct, bulkActEndpoints } from '@klankbord/shared/bulk-acts'
import { useQuery } from '@tanstack/preact-query'
import { useEffect } from 'preact/hooks'
import { call } from '../api.ts'
import { connection } from '../live/connection.ts'
import { queryClient } from '../queries.ts'
import { keptOf, useKept } from '../ui/kept.ts'
import { readAnew } from './items.ts'

/** The acts on many items that one started here and has not put away yet, the newest last. */
const started = keptOf<readonly BulkAct[]>([])

const KEPT = 'klankbord-bulk'

/** Ids of what one started, so that a reload does not lose sight of it. */
function keepIds(acts: readonly BulkAct[]) {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(acts.map(({ id }) => id)))
  } catch {
    // Then it goes on out of sight.
  }
}

const put = (act: BulkAct) =>
  started.change((before) => (before.some(({ id }) => id === act.id) ? before.map((one) => (one.id === act.id ? act : one)) : [...before, act]))

export const isUnderWay = (act: Pick<BulkAct, 'state' | 'undo'>) => act.state === 'running' || act.undo === 'running'

/** How far an act is: those of others are theirs to follow. */
export function toldBulkAct(act: BulkAct) {
  const before = started.read().find(({ id }) => id === act.id)
  if (!before) return
  put(act)
  if (isUnderWay(before) && !isUnderWay(act)) ended()
}

function ended() {
  void readAnew()
  void queryClient.invalidateQueries({ queryKey: ['feedback'], predicate: ({ queryKey }) => queryKey[1] !== 'list' })
  void queryClient.invalidateQueries({ queryKey: ['views'] })
}

export async function startBulkAct(what: ActOn, act: BulkAct['act']) {
  put(await call(bulkActEndpoints.startBulkAct, { what, act }))
  keepIds(started.read())
}

export const cancelBulkAct = async (id: string) => toldBulkAct(await call(bulkActEndpoints.cancelBulkAct, { id }))

export async function undoBulkAct(id: string) {
  put(await call(bulkActEndpoints.undoBulkAct, { id }))
}

export const putAway = (id: string) => {
  started.change((before) => before.filter((act) => act.id !== id))
  keepIds(started.read())
}

/** Finds what was started before a reload. */
async function findStarted() {
  let ids: string[] = []
  try {
    ids = JSON.parse(sessionStorage.getItem(KEPT) ?? '[]')
  } catch {
    return
  }
  for (const id of ids) await call(bulkActEndpoints.readBulkAct, { id }).then(put, () => undefined)
}

/** Acts on many items that were started here, with how far they are. */
export function useBulkActs(): readonly BulkAct[] {
  const acts = useKept(started)
  const running = acts.filter(isUnderWay).map(({ id }) => id)
  const state = useKept(connection)
  useEffect(() => {
    if (started.read().length === 0) void findStarted()
  }, [])
  // The stream tells; this is for when it does not, and for the last word that it may miss.
  useQuery({
    queryKey: ['bulk-acts', ...running],
    queryFn: async () => {
      for (const id of running) toldBulkAct(await call(bulkActEndpoints.readBulkAct, { id }))
      return null
    },
    enabled: running.length > 0,
    refetchInterval: state === 'live' ? 3_000 : 1_000,
  })
  return acts
}
