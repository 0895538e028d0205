import { keptOf } from '../ui/kept.ts'

/**
 * `live`: the server tells what changes. `asking`: it does not, so that we ask now and then. `lost`: no answer comes at all.
 * `starting` until the first is known.
 */
export type Connection = 'starting' | 'live' | 'asking' | 'lost'

export const connection = keptOf<Connection>('starting')

export const lostConnection = () => connection.change(() => 'lost')
/** An answer came. Whether the server tells by itself again is for the stream to say. */
export const answered = () => connection.change((before) => (before === 'lost' ? 'asking' : before))
