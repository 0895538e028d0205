import type { Deps } from '../src/deps.ts'
import type { Tenant } from './tenants.ts'

type Fields = Record<string, unknown>

/** What the test of who may see what needs to know of one endpoint. */
export interface Row {
  /** A request that succeeds for this tenant's owner, customer or visitor. */
  input: (t: Tenant) => Fields
  /** Each field that can name something of a tenant. With another tenant's, the answer is 404. */
  foreign?: (t: Tenant) => Fields
  /** Each query that narrows a list. With another tenant's, the list is empty, or the answer is 404. */
  filters?: (t: Tenant) => Fields
  /** Requests that are refused although nothing is foreign about them. */
  refused?: (t: Tenant) => Fields[]
  /** What must be so before the request can succeed. */
  prepare?: (deps: Deps, t: Tenant) => Promise<unknown>
}

export const nothing: Row = { input: () => ({}) }

/** A request that names one thing of the tenant, and says more. */
export const about = (foreign: (t: Tenant) => Fields, more: Fields = {}): Row => ({ input: (t) => ({ ...foreign(t), ...more }), foreign })

export const item = (t: Tenant) => ({ id: t.customer.feedbackId })
