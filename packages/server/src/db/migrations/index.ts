import type { Kysely } from 'kysely'
import type { Engine } from '../db.ts'
import { up as firstLoop } from './0001-first-loop.ts'
import { up as attachments } from './0002-attachments.ts'
import { up as customersAndSites } from './0003-customers-and-sites.ts'
import { up as goals } from './0004-goals.ts'
import { up as measures } from './0005-measures.ts'
import { up as people } from './0006-people.ts'
import { up as views } from './0007-views.ts'
import { up as landings } from './0008-landings.ts'
import { up as rules } from './0009-rules.ts'
import { up as suggestions } from './0010-suggestions.ts'
import { up as finding } from './0011-finding.ts'
import { up as acts } from './0012-acts.ts'
import { up as promises } from './0013-promises.ts'
import { up as replyTemplates } from './0014-reply-templates.ts'
import { up as settings } from './0015-settings.ts'
import { up as outcomes } from './0016-outcomes.ts'
import { up as mail } from './0017-mail.ts'
import { up as after } from './0018-after.ts'
import { up as answering } from './0019-answering.ts'
import { up as covering } from './0023-covering.ts'
import { up as outcomePictures } from './0024-outcome-pictures.ts'
import { up as followingUp } from './0025-following-up.ts'
import { up as months } from './0026-months.ts'
import { up as letters } from './0027-letters.ts'
import { up as triage } from './0028-triage.ts'
import { up as mailedTogether } from './0029-mailed-together.ts'

/** In the order in which they run; a name never changes once it was released. */
export const migrations: { name: string; up: (db: Kysely<never>, engine: Engine) => Promise<void> }[] = [
  { name: '0001-first-loop', up: firstLoop },
  { name: '0002-attachments', up: attachments },
  { name: '0003-customers-and-sites', up: customersAndSites },
  { name: '0004-goals', up: goals },
  { name: '0005-measures', up: measures },
  { name: '0006-people', up: people },
  { name: '0007-views', up: views },
  { name: '0008-landings', up: landings },
  { name: '0009-rules', up: rules },
  { name: '0010-suggestions', up: suggestions },
  { name: '0011-finding', up: finding },
  { name: '0012-acts', up: acts },
  { name: '0013-promises', up: promises },
  { name: '0014-reply-templates', up: replyTemplates },
  { name: '0015-settings', up: settings },
  { name: '0016-outcomes', up: outcomes },
  { name: '0017-mail', up: mail },
  { name: '0018-after', up: after },
  { name: '0019-answering', up: answering },
  { name: '0023-covering', up: covering },
  { name: '0024-outcome-pictures', up: outcomePictures },
  { name: '0025-following-up', up: followingUp },
  { name: '0026-months', up: months },
  { name: '0027-letters', up: letters },
  { name: '0028-triage', up: triage },
  { name: '0029-mailed-together', up: mailedTogether },
]
