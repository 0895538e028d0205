import { h } from '../view.ts'
import { complain, go, keep, later, load, say, write } from './flow.ts'
import { forget } from './forget.ts'
import { dress, fill, Icon, Pick, plural, Title } from './parts.tsx'
import { learn } from './room.ts'

/**
 * What the later parts use of this one. It is handed to them: a part that is fetched again under another address, because a browser remembers
 * what it could not have, may not fetch this one a second time.
 */
export const kit = { h, dress, Icon, Title, Pick, fill, plural, go, say, write, keep, complain, later, learn, load, forget }

export type Kit = typeof kit
