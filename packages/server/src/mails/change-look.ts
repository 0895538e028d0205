import { type MailLook, type MailLookChange, mailEndpoints } from '@klankbord/shared/mails'
import type * as z from 'zod'
import { reEncodeLogo } from '../attachments/re-encode.ts'
import { recordChange } from '../changes/record-change.ts'
import { requireSeen, type Setting } from '../changes/setting.ts'
import { type Db, transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { newSecret } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import { versionOfSetting } from '../db/setting-version.ts'
import { takeTurn } from '../db/take-turn.ts'
import type { Deps } from '../deps.ts'
import { findLook, findLookRow } from '../mail/look-store.ts'
import { ProblemError } from '../problem-error.ts'
import { upsertLook } from './look-store.ts'

/** What can be set in words; a logo has a way of its own. */
async function settingsOf(db: Db, scope: Scope) {
  const { logo: _, ...settings } = await findLook(db, scope)
  return settings
}

/** How letters look, with the address to which mail for us is posted: a secret of which we keep only a part, so that it can be made anew. */
export async function readLook({ db, config, tokens }: Deps, scope: Scope): Promise<MailLook> {
  const { logo, ...settings } = await findLook(db, scope)
  const row = await findLookRow(db, scope)
  return {
    ...settings,
    logo: logo && shownSize(logo),
    inboundUrl: `${config.publicUrl}/inbound/${tokens.sign('inbound', scope.organisationId, row?.inboundSecret ?? '')}`,
    version: versionOfSetting(settings),
  }
}

/** Half of its pixels, so that it is sharp on every screen. */
export const shownSize = ({ width, height }: { width: number; height: number }) => ({
  width: Math.max(1, Math.round(width / 2)),
  height: Math.max(1, Math.round(height / 2)),
})

export async function changeLook(deps: Deps, scope: Scope, { version, ...change }: z.output<typeof MailLookChange>): Promise<MailLook> {
  await transact(deps.db, async (db) => {
    await takeTurn(db, scope)
    const before = await settingsOf(db, scope)
    requireSeen(version, before)
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<typeof before>
    const after = { ...before, ...given }
    const said = { type: 'mail.changed', aboutId: scope.organisationId, before, after }
    if (await recordChange(db, scope, said, deps.clock())) await upsertLook(db, scope, given, deps.clock().toISOString())
  })
  return readLook(deps, scope)
}

export const lookSetting: Setting = {
  read: async (db, scope, id) => (id === scope.organisationId ? settingsOf(db, scope) : undefined),
  change: (deps, scope, _, values) => changeLook(deps, scope, mailEndpoints.changeMailLook.input.parse(values)),
}

/** The most bytes of a logo of our own making: it travels along with every letter. */
const MOST_BYTES = 60_000

export async function setLogo(deps: Deps, scope: Scope, sent: Uint8Array): Promise<MailLook> {
  const { bytes, width, height } = await reEncodeLogo(sent, deps.log)
  if (bytes.length > MOST_BYTES)
    throw new ProblemError(
      'too-large',
      'This logo has too much in it to travel along with every letter. Take one with fewer colours, such as a drawing.',
    )
  return keepLogo(deps, scope, { logo: Buffer.from(bytes).toString('base64'), logoWidth: width, logoHeight: height })
}

export const removeLogo = (deps: Deps, scope: Scope) => keepLogo(deps, scope, { logo: null, logoWidth: null, logoHeight: null })

async function keepLogo(deps: Deps, scope: Scope, logo: { logo: string | null; logoWidth: number | null; logoHeight: number | null }) {
  const now = deps.clock()
  await transact(deps.db, async (db) => {
    await upsertLook(db, scope, logo, now.toISOString())
    await record(db, scope, [{ type: logo.logo === null ? 'mail.logo-removed' : 'mail.logo', aboutId: scope.organisationId, detail: {} }], now)
  })
  return readLook(deps, scope)
}

/** Whoever knew the address of the webhook before can post nothing any more. */
export async function renewInboundUrl(deps: Deps, scope: Scope): Promise<MailLook> {
  const now = deps.clock()
  await transact(deps.db, async (db) => {
    await upsertLook(db, scope, { inboundSecret: newSecret() }, now.toISOString())
    await record(db, scope, [{ type: 'mail.inbound-renewed', aboutId: scope.organisationId, detail: {} }], now)
  })
  return readLook(deps, scope)
}
