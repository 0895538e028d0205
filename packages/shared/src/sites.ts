import * as z from 'zod'
import { SettingVersion } from './changes.ts'
import { endpoint } from './endpoint.ts'
import { Id, Locale, line, Origin, Time } from './fields.ts'
import { pageOf } from './page.ts'
import { Questions } from './questions.ts'
import { kinds } from './widget.ts'

/**
 * How the widget looks: `accent` is a CSS hex colour, `position` the corner of its button, `radius` that of its corners in pixels; `font` is the device's own or the page's.
 */
export const Look = z.object({
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'Give a colour such as #0f6b5c')
    .default('#0f6b5c'),
  position: z.enum(['right', 'left']).default('right'),
  theme: z.enum(['auto', 'light', 'dark']).default('auto'),
  radius: z.int().min(0).max(24).default(12),
  density: z.enum(['comfortable', 'compact']).default('comfortable'),
  font: z.enum(['system', 'page']).default('system'),
})
export type Look = z.infer<typeof Look>

/** What is left out stays as it was. */
const LookChange = z.object({
  accent: Look.shape.accent.unwrap().optional(),
  position: Look.shape.position.unwrap().optional(),
  theme: Look.shape.theme.unwrap().optional(),
  radius: Look.shape.radius.unwrap().optional(),
  density: Look.shape.density.unwrap().optional(),
  font: Look.shape.font.unwrap().optional(),
})

export const RatingScale = z.enum(['csat', 'nps', 'ces'])

/** Texts of the widget that the site says in its own words: by language, then by the widget's name for the text. */
export const SiteTexts = z
  .record(
    Locale,
    z
      .record(z.string().regex(/^[a-zA-Z]{1,40}$/, 'Not the name of a text'), line(1, 500))
      .refine((texts) => Object.keys(texts).length <= 200, { error: 'Replace at most 200 texts in a language' }),
  )
  .refine((languages) => Object.keys(languages).length <= 20, { error: 'Replace texts in at most 20 languages' })
export type SiteTexts = z.infer<typeof SiteTexts>

const SiteInput = z.object({
  name: line(1, 100),
  /** Empty: the widget works on this server's own pages only. */
  origins: z.array(Origin).max(50),
  /** In the order in which customers see them; what is left out is hidden. */
  kinds: z
    .array(z.enum(kinds))
    .min(1, 'Keep at least one kind')
    .max(4)
    .refine((chosen) => new Set(chosen).size === chosen.length, { error: 'Name each kind once' })
    .optional(),
  questions: Questions.optional(),
  /** Ask for a rating on this scale; null for none. */
  rating: RatingScale.nullable().optional(),
  look: LookChange.optional(),
  texts: SiteTexts.optional(),
  /** The language when the customer's own is not there. */
  locale: Locale.optional(),
})

/**
 * One embedding of the widget, for members. `snippet` is the HTML to paste, `pinnedSnippet` the same for one build of the widget, with its integrity;
 * `identifies` tells that there are keys to check the host site's tokens with; `firstSeenAt` turns from null with its first visitor.
 */
export const Site = z.object({
  id: Id,
  key: z.string(),
  name: z.string(),
  origins: z.array(z.string()),
  kinds: z.array(z.enum(kinds)),
  questions: Questions,
  rating: RatingScale.nullable(),
  look: Look,
  texts: SiteTexts,
  locale: Locale,
  identifies: z.boolean(),
  /** Another one after every change of what is set here. */
  version: SettingVersion,
  snippet: z.string(),
  pinnedSnippet: z.string().nullable(),
  firstSeenAt: Time.nullable(),
  createdAt: Time,
})
export type Site = z.infer<typeof Site>

/** What the widget knows of its site: an allowlist, public to everyone. */
export const SiteConfiguration = z.object({
  key: z.string(),
  organisation: z.string(),
  kinds: z.array(z.enum(kinds)),
  questions: Questions,
  rating: RatingScale.nullable(),
  look: Look,
  texts: SiteTexts,
  locale: Locale,
  identifies: z.boolean(),
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
  changeSite: endpoint(
    'PATCH',
    '/api/v1/sites/:id',
    { access: 'admin' },
    SiteInput.partial().extend({ id: Id, version: SettingVersion.optional() }),
    Site,
  ),
}
