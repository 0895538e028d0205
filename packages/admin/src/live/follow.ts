import type { QueryKey } from '@tanstack/preact-query'
import { useEffect } from 'preact/hooks'
import { toldBulkAct } from '../inbox/bulk-acts.ts'
import { readAgain, readAllAgain } from '../inbox/items.ts'
import { meQuery, queryClient } from '../queries.ts'
import { forgetPresence, toldPresence } from './presence.ts'
import { followLive, type Told } from './stream.ts'

const again = (...queryKey: QueryKey) => void queryClient.invalidateQueries({ queryKey })

const told: Told = {
  feedback: ({ ids, more }) => {
    for (const id of ids) again('feedback', 'item', id)
    void (more ? readAllAgain() : readAgain(ids))
  },
  counts: () => {
    again('feedback', 'counts')
    again('views')
  },
  presence: toldPresence,
  act: toldBulkAct,
  notifications: () => again('notifications'),
  'signed-out': () => void queryClient.invalidateQueries({ queryKey: meQuery.queryKey }),
}

function catchUp() {
  forgetPresence()
  void readAgain()
  again('feedback', 'counts')
  again('feedback', 'item')
  again('views')
  again('notifications')
}

/** Keeps what is on screen as it is on the server, from signing in to signing out. */
export const useLive = () => useEffect(() => followLive({ told, catchUp }), [])
