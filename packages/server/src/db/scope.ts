import type { Role } from '@klankbord/shared/members'

/** Who asks. `system` is the server itself: the outbox, the demo, an operator's command. */
export type Who =
  | { kind: 'member'; id: string; name: string; role: Role }
  | { kind: 'api-key'; id: string; name: string; role: Role }
  | { kind: 'customer'; id: string; siteId: string }
  | { kind: 'site'; id: string }
  | { kind: 'system' }

/** An act to which its sender gave a name, so that it is done once, however often it arrives. */
export interface NamedAct {
  /** Fingerprint of the name, of who gave it and of what for. */
  readonly id: string
  /** Fingerprint of all that is asked. */
  readonly requestHash: string
  readonly doneAt: string
  /** Whether the database has its name: since the first transaction in which something was changed for it. */
  isKept: boolean
}

/** The organisation within which everything happens, and who is asking. Every store function takes one. */
export interface Scope {
  organisationId: string
  who: Who
  /** What is being done, where it has a name: `transact` keeps that together with what changes. */
  act?: NamedAct
}

export const systemScope = (organisationId: string): Scope => ({ organisationId, who: { kind: 'system' } })
