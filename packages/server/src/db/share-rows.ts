import type { Tenant } from './schema.ts'

/** A link that opens a page for who has no account. Its id, signed, is the link. */
export interface ShareLinkRow extends Tenant {
  id: string
  /** `story` or `team-page`. */
  kind: string
  /** Null for the whole organisation. */
  teamId: string | null
  createdBy: string | null
  createdAt: string
  revokedAt: string | null
}
