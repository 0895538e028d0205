import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, Locale, line, Origin, Time } from './fields.ts'
import { pageOf } from './page.ts'
import { kinds } from './widget.ts'

/** How the widget looks: `accent` is a CSS hex colour, `position` the corner of its button. */
export const Look = z.object({
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'Give a colour such as #0f6b5c')
    .default('#0f6b5c'),
  position: z.enum(['right', 'left']).default('right'),
  theme: z.enum(['auto', 'light', 'dark']).default('auto'),
})
export type Look = z.infer<typeof Look>

export const RatingScale = z.enum(['csat', 'nps', 'ces'])

const SiteInput = z.object({
  name: line(1, 100),
  /** Empty: the widget works on this server's own pages only. */
  origins: z.array(Origin).max(50),
  kinds: z.array(z.enum(kinds)).min(1, 'Keep at least one kind').max(4).optional(),
  /** Ask for a rating on this scale; null for none. */
  rating: RatingScale.nullable().optional(),
  look: Look.partial().optional(),
  /** The language when the customer's own is not there. */
  locale: Locale.optional(),
})

/** One embedding of the widget, for members. `snippet` is the HTML to paste; `firstSeenAt` turns from null with its first visitor. */
export const Site = z.object({
  id: Id,
  key: z.string(),
  name: z.string(),
  origins: z.array(z.string()),
  kinds: z.array(z.enum(kinds)),
  rating: RatingScale.nullable(),
  look: Look,
  locale: Locale,
  snippet: z.string(),
  firstSeenAt: Time.nullable(),
  createdAt: Time,
})
export type Site = z.infer<typeof Site>

/** What the widget knows of its site: an allowlist, public to everyone. */
export const SiteConfiguration = z.object({
  key: z.string(),
  organisation: z.string(),
  kinds: z.array(z.enum(kinds)),
  questions: z.array(z.never()),
  rating: RatingScale.nullable(),
  look: Look,
  texts: z.record(z.string(), z.string()),
  locale: Locale,
})
export type SiteConfiguration = z.infer<typeof SiteConfiguration>

export const siteEndpoints = {
  readSiteConfiguration: endpoint(
    'GET',
    '/widget/v1/sites/:siteKey',
    { access: 'site' },
    z.object({ siteKey: z.string().max(64) }),
    SiteConfiguration,
  ),
  listSites: endpoint('GET', '/api/v1/sites', { access: 'viewer' }, z.object({}), pageOf(Site)),
  createSite: endpoint('POST', '/api/v1/sites', { access: 'admin', status: 201 }, SiteInput, Site),
  changeSite: endpoint('PATCH', '/api/v1/sites/:id', { access: 'admin' }, SiteInput.partial().extend({ id: Id }), Site),
}
