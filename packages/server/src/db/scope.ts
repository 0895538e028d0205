import type { Role } from '@klankbord/shared/members'

/** Who asks. `system` is the server itself: the outbox, the demo, an operator's command. */
export type Who =
  | { kind: 'member'; id: string; name: string; role: Role }
  | { kind: 'api-key'; id: string; name: string; role: Role }
  | { kind: 'customer'; id: string; siteId: string }
  | { kind: 'site'; id: string }
  | { kind: 'system' }

/** The organisation within which everything happens, and who is asking. Every store function takes one. */
export interface Scope {
  organisationId: string
  who: Who
}

export const systemScope = (organisationId: string): Scope => ({ organisationId, who: { kind: 'system' } })
