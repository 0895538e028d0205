import { transact } from '../db/db.ts'
import { systemScope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { ProblemError } from '../problem-error.ts'
import { findSiteByKey, setFirstSeen } from '../sites/store.ts'
import { atWork, daysBefore } from './calendar.ts'
import { followMeasures } from './follow-measures.ts'
import { foundCompany } from './found-company.ts'
import { moveOn } from './move-on.ts'
import { playSteps } from './play.ts'
import { writePlot } from './plot.ts'
import { firstOwner, isEmpty, markSent, settleSome } from './store.ts'

/** Mails that stay queued, so that the first thing to see under captured mails is a real one. */
const QUEUED = { 'outcome-email': 3, 'team-message': 1 }

/** So long before now the company began to listen. */
const FOUNDED_DAYS = 190

/**
 * Fills an organisation that has nothing of its own yet with a believable company and its last six months, or does nothing at all.
 * Every step is done by the product itself on the clock of its moment, so that events, promises and numbers are true; the mails of the past count
 * as sent. Refused (`conflict`) where there is anything already: it would be mixed with what real people said.
 */
export async function fillDemo(deps: Deps, organisationId: string, siteKey: string): Promise<void> {
  const now = deps.clock()
  const scope = systemScope(organisationId)
  await transact(deps.db, async (db) => {
    if (!(await isEmpty(db, scope))) throw new ProblemError('conflict', REFUSED)
    const [owner, site] = [await firstOwner(db, scope), await findSiteByKey(db, siteKey)]
    if (!owner || site?.organisationId !== organisationId) throw new ProblemError('conflict', NOT_SET_UP)
    const founded = atWork(daysBefore(now, FOUNDED_DAYS))
    const then = { ...deps, db, clock: () => founded }
    const company = await foundCompany(then, organisationId, site.id, owner, now)
    await setFirstSeen(db, scope, site.id, founded.toISOString())
    await followMeasures(then, company, now)
    const { outcomes, initiatives } = await playSteps({ ...deps, db }, company, site, writePlot(now))
    await moveOn({ ...deps, db }, company, initiatives, now)
    await markSent(db, scope, QUEUED)
    await settleSome(db, scope, outcomes.get('cancel-online') ?? '', [
      { state: 'bounced', reason: '550 5.1.1 no such user' },
      { state: 'unknown', reason: 'interrupted' },
    ])
  })
}

const REFUSED =
  'There are teams, goals or feedback here already, so nothing was added: the demo would be mixed with them. Use an empty DATA_DIR or database, or npm run demo.'
const NOT_SET_UP = 'The organisation has no owner or no site yet, so the demo has nowhere to go. Set it up first, with the link of npm start.'
