import * as z from 'zod'
import { endpoint } from './endpoint.ts'

/** The page with outcomes that everyone may read. Search engines find it only where the organisation wants that. */
export const PublicPageSettings = z.object({ url: z.string(), found: z.boolean() })
export type PublicPageSettings = z.infer<typeof PublicPageSettings>

export const publicPageEndpoints = {
  readPublicPage: endpoint('GET', '/api/v1/public-page', { access: 'viewer' }, z.object({}), PublicPageSettings),
  changePublicPage: endpoint('PUT', '/api/v1/public-page', { access: 'admin' }, z.object({ found: z.boolean() }), PublicPageSettings),
}
