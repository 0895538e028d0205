import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, line, Time, text } from './fields.ts'
import { PageQuery, pageOf } from './page.ts'

/** The How: written only by members of the team that owns the goal. `plan` is what customers may read of it. */
export const Initiative = z.object({
  id: Id,
  goalId: Id,
  title: z.string(),
  plan: z.string().nullable(),
  createdBy: z.string(),
  createdAt: Time,
  endedAt: Time.nullable(),
})
export type Initiative = z.infer<typeof Initiative>

export const initiativeEndpoints = {
  listInitiatives: endpoint('GET', '/api/v1/initiatives', { access: 'viewer' }, PageQuery.extend({ goalId: Id.optional() }), pageOf(Initiative)),
  createInitiative: endpoint(
    'POST',
    '/api/v1/initiatives',
    { access: 'member', status: 201 },
    z.object({ goalId: Id, title: line(1, 200), plan: text(0, 5000).optional() }),
    Initiative,
  ),
}
