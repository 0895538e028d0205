import type { PublicOutcome } from '@klankbord/shared/outcomes'
import type { Scope } from '../db/scope.ts'
import { systemScope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { findLook } from '../mail/look-store.ts'
import { notFound } from '../problem-error.ts'
import { findSiteByKey, type KnownSite } from '../sites/store.ts'
import type { Tone } from '../texts/mail/mail-texts.ts'
import { findOnlyOrganisation, listTold, listWaiting, readPublisher } from './public-store.ts'
import { readPublicOutcomes } from './read-outcome.ts'

export interface Asked {
  /** The public key of a site. */
  site?: string | undefined
  goal?: string | undefined
  q?: string | undefined
  cursor?: string | undefined
}

/** What a goal still promises: under the title that was filled in for customers, else nothing is told of it. */
export interface OpenPromise {
  id: string
  title: string
  text: string | null
  open: number
  /** By when the last of those who wait hears; null where no date is known, or it has passed. */
  by: string | null
  endsOn: string | null
}

export interface PublicPage {
  publisher: { name: string; locale: string; timeZone: string; isFound: boolean; tone: Tone }
  site: KnownSite | undefined
  outcomes: PublicOutcome[]
  next: string | null
  promises: OpenPromise[]
  /** By which goals one can choose: those that customers see by title. */
  goals: { id: string; title: string }[]
}

const PER_PAGE = 20

/** What an organisation tells everyone, in the language of `reader` where it is written in that: what it did with feedback, and what it still owes. Never a word of a customer. */
export async function readPublic(deps: Deps, { site: key, goal, q, cursor }: Asked, reader: string | null): Promise<PublicPage> {
  const { db, clock } = deps
  const site = key ? await findSiteByKey(db, key) : undefined
  const organisationId = key ? site?.organisationId : await findOnlyOrganisation(db)
  if (organisationId === undefined) throw notFound('page')
  const scope = systemScope(organisationId)
  const { foundAt, ...publisher } = await readPublisher(db, scope)
  const { tone } = await findLook(db, scope)
  const query = { limit: PER_PAGE, cursor, q: q?.trim() || undefined, goalId: goal || undefined, siteId: site?.id, reader }
  const { items, next } = await readPublicOutcomes(deps, scope, query)
  const promises = await openPromises(deps, scope, clock().toISOString())
  return {
    publisher: { ...publisher, isFound: foundAt !== null, tone },
    site,
    outcomes: items,
    next,
    promises: goal ? promises.filter(({ id }) => id === goal) : promises,
    goals: await goalsToChoose(deps, scope),
  }
}

async function openPromises({ db }: Deps, scope: Scope, now: string): Promise<OpenPromise[]> {
  return (await listWaiting(db, scope)).flatMap(({ id, public: shown, open, lastBy, endsOn }) =>
    typeof shown === 'object' ? [{ id, title: shown.title, text: shown.text ?? null, open, by: lastBy && lastBy > now ? lastBy : null, endsOn }] : [],
  )
}

async function goalsToChoose({ db }: Deps, scope: Scope) {
  return (await listTold(db, scope)).flatMap(({ id, title, public: shown, state }) =>
    shown === false || state === 'proposed' ? [] : [{ id, title: shown === true ? title : shown.title }],
  )
}
