import type { Site, SiteConfiguration } from '@klankbord/shared/sites'
import { Look, siteEndpoints } from '@klankbord/shared/sites'
import { kinds, pinnedSnippetFor, snippetFor } from '@klankbord/shared/widget'
import type * as z from 'zod'
import { recordChange } from '../changes/record-change.ts'
import { requireSeen, type Setting } from '../changes/setting.ts'
import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { newSecret } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import { versionOfSetting } from '../db/setting-version.ts'
import { takeTurn } from '../db/take-turn.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../problem-error.ts'
import { findSite, insertSite, type KnownSite, setFirstSeen, updateSite } from './store.ts'

/** A site as members see it. */
export const presentSite = ({ config, widgetBuild }: Deps, { organisationId, organisation, ...site }: KnownSite): Site => ({
  ...site,
  version: versionOfSetting(settingsOf(site)),
  snippet: snippetFor(config.publicUrl, site.key, site.look),
  pinnedSnippet: widgetBuild ? pinnedSnippetFor(config.publicUrl, site.key, site.look, widgetBuild) : null,
})

/** What everyone may know of a site: each field named here, so that a new one stays inside until somebody decides otherwise. */
export const publicSite = ({ key, organisation, kinds, questions, rating, look, texts, locale, identifies }: KnownSite): SiteConfiguration => {
  const { accent, position, theme, radius, density, font } = look
  return { key, organisation, kinds, questions, rating, look: { accent, position, theme, radius, density, font }, texts, locale, identifies }
}

type NewSiteInput = z.output<typeof siteEndpoints.createSite.input>

/** Adds a site with a public key of its own. What is not told starts as in the contract. */
export async function createSite(deps: Deps, scope: Scope, input: NewSiteInput): Promise<Site> {
  const now = deps.clock()
  const { look, ...rest } = input
  const start = { kinds: [...kinds], questions: [], rating: null, texts: {}, locale: 'nl' }
  const site = { ...start, ...rest, look: Look.parse(look ?? {}), key: `site_${newSecret().slice(0, 22)}` }
  const id = await transact(deps.db, async (db) => {
    const id = await insertSite(db, scope, site, now.toISOString())
    await record(db, scope, [{ type: 'site.created', aboutId: id, detail: { siteId: id, name: site.name } }], now)
    return id
  })
  return readSite(deps, scope, id)
}

type SiteChange = z.output<typeof siteEndpoints.changeSite.input>

/** Changes what is given and leaves the rest; of the look too. */
export async function changeSite(deps: Deps, scope: Scope, { id, look, version, ...change }: SiteChange): Promise<Site> {
  await transact(deps.db, async (db) => {
    await takeTurn(db, scope)
    const site = await findSite(db, scope, id)
    if (!site) throw notFound('site')
    const before = settingsOf(site)
    requireSeen(version, before)
    const after = { ...before, ...change, look: { ...site.look, ...look } }
    if (await recordChange(db, scope, { type: 'site.changed', aboutId: id, name: site.name, before, after }, deps.clock()))
      await updateSite(db, scope, id, { ...change, look: after.look })
  })
  return readSite(deps, scope, id)
}

/** What an admin sets of a site. */
const settingsOf = ({ name, origins, kinds, questions, rating, look, texts, locale }: Omit<KnownSite, 'organisationId' | 'organisation'>) => ({
  ...{ name, origins, kinds, questions, rating, look, texts, locale },
})

export const siteSetting: Setting = {
  read: async (db, scope, id) => {
    const site = await findSite(db, scope, id)
    return site && settingsOf(site)
  },
  change: (deps, scope, id, values) => changeSite(deps, scope, siteEndpoints.changeSite.input.parse({ ...values, id })),
}

async function readSite(deps: Deps, scope: Scope, id: string): Promise<Site> {
  const site = await findSite(deps.db, scope, id)
  if (!site) throw notFound('site')
  return presentSite(deps, site)
}

/** A visitor saw the widget on a page that is not ours: "waiting for the first visitor" is over. */
export async function noteVisitor({ db, clock }: Deps, scope: Scope, site: KnownSite) {
  if (!site.firstSeenAt) await setFirstSeen(db, scope, site.id, clock().toISOString())
}
