import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, Time } from './fields.ts'
import { PageQuery, pageOf } from './page.ts'

/**
 * What a setting was when it was read. Sent along with a change, the change is refused (`stale`, 409) when the setting is no longer so, and nothing is overwritten that one
 * did not see. Left out, the last one wins.
 */
export const SettingVersion = z.string().max(40)

/** One change of a setting: of each field that became different what it was and what it became. `name` is that of the site, team or colleague it is about. */
export const SettingChange = z.object({
  id: Id,
  type: z.string(),
  aboutId: Id,
  name: z.string().nullable(),
  from: z.record(z.string(), z.unknown()),
  to: z.record(z.string(), z.unknown()),
  at: Time,
  by: z.string().nullable(),
})
export type SettingChange = z.infer<typeof SettingChange>

export const changeEndpoints = {
  /** Newest first; of everything that is set, or of one site, team or colleague, or (with the organisation's own id) of what holds for all. */
  listSettingChanges: endpoint(
    'GET',
    '/api/v1/settings/changes',
    { access: 'admin' },
    PageQuery.extend({ aboutId: Id.optional() }),
    pageOf(SettingChange),
  ),
  /** Puts back what it changed, as a change of its own. Refused (`stale`) where one of its fields was changed again since. */
  undoSettingChange: endpoint('POST', '/api/v1/settings/changes/:id/undo', { access: 'admin', status: 204 }, z.object({ id: Id }), z.void()),
}
