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
]
