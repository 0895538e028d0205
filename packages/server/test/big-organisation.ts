import Sqlite from 'better-sqlite3'
import { newId } from '../src/db/ids.ts'
import { stemsIn } from '../src/db/stems.ts'

export interface Size {
  people: number
  teams: number
  goals: number
  feedback: number
}

/** The largest that we promise to be quick for. */
export const BIG: Size = { people: 50_000, teams: 2_500, goals: 5_000, feedback: 100_000 }

/** Ids of what a test asks for. */
export interface BigOrganisation {
  topId: string
  /** A department, with about a fiftieth of everything below it. */
  departmentId: string
  /** A team of people who do the work. */
  teamId: string
}

type Values = Record<string, string | number | null>

/**
 * Fills the only organisation of a SQLite file with tens of thousands of people, in three levels of teams: rows written as they are, in one
 * transaction, since by the product's own verbs it would take an hour. Of each kind of gap there are some.
 */
export function fillBigOrganisation(path: string, now: Date, size: Size = BIG): BigOrganisation {
  const database = new Sqlite(path)
  const statements = new Map<string, Sqlite.Statement>()
  const organisation = database.prepare('select id from organisations').get() as { id: string }
  const insert = (table: string, row: Values) => {
    const columns = Object.keys(row)
    const known =
      statements.get(table) ?? database.prepare(`insert into ${table} (organisation_id, ${columns}) values (?, ${columns.map(() => '?')})`)
    statements.set(table, known)
    known.run(organisation.id, ...Object.values(row))
  }
  try {
    // Read back at once by tests that throw it away: nothing of it must survive a power cut.
    database.pragma('synchronous = off')
    return database.transaction(() => {
      const filled = fill(insert, now, size)
      database.exec(READ_BEFORE)
      return filled
    })()
  } finally {
    database.close()
  }
}

/** The model has read all of it, as it has where this was said over the years: else it is at work for half an hour. */
const READ_BEFORE = `insert into suggestions (feedback_item_id, organisation_id, seq, model, at, threshold, candidates, similar_items, flags, terms)
  select id, organisation_id, seq, 0, submitted_at, 0.7, '[]', '[]', '[]', '[]' from feedback_items
  where id not in (select feedback_item_id from suggestions)`

type Insert = (table: string, row: Values) => void

const DAY = 24 * 60 * 60 * 1000

function fill(insert: Insert, now: Date, size: Size): BigOrganisation {
  const at = new Date(now.getTime() - 400 * DAY).toISOString()
  const teams = fillTeams(insert, at, size)
  const people = fillPeople(insert, at, size, teams)
  const goals = fillGoals(insert, at, size, teams, people)
  fillMeasures(insert, now, at, goals)
  fillFeedback(insert, now, size, goals)
  const [topId = '', departmentId = ''] = teams
  return { topId, departmentId, teamId: teams.at(-1) ?? '' }
}

/** One at the top, a fiftieth of them departments under it, the others spread under these. */
function fillTeams(insert: Insert, at: string, size: Size): string[] {
  const ids = Array.from({ length: size.teams }, () => newId())
  const departments = Math.max(1, Math.round(size.teams / 50))
  for (const [i, id] of ids.entries()) {
    const level = i === 0 ? 'organisation' : i <= departments ? 'department' : 'team'
    const parentId = i === 0 ? null : i <= departments ? ids[0] : ids[1 + (i % departments)]
    insert('teams', { id, name: `${level === 'team' ? 'Team' : 'Afdeling'} ${i}`, level, parent_id: parentId ?? null, created_at: at })
  }
  return ids
}

/** Each in one team, the first of a team its lead, who is in the team above it too; one in fifty has left, one in a hundred has no team. */
function fillPeople(insert: Insert, at: string, size: Size, teams: string[]): string[] {
  const ids = Array.from({ length: size.people }, () => newId())
  const departments = Math.max(1, Math.round(size.teams / 50))
  for (const [i, id] of ids.entries()) {
    const person = { id, email: `collega${i}@groot.example`, name: `${NAMES[i % NAMES.length]} ${i}`, role: 'member', password_hash: '-' }
    insert('members', { ...person, created_at: at, deactivated_at: i % 50 === 49 ? at : null })
    if (i % 100 === 99) continue
    const team = i % teams.length
    const isLead = i < teams.length
    insert('team_members', { team_id: teams[team] ?? '', member_id: id, role: isLead ? 'lead' : 'member' })
    if (isLead && team > departments) insert('team_members', { team_id: teams[1 + (team % departments)] ?? '', member_id: id, role: 'member' })
  }
  return ids
}

const NAMES = ['Aïsha', 'Bram', 'Chantal', 'Daan', 'Emma', 'Farid', 'Gijs', 'Hanna', 'Ilse', 'Joost', 'Kim', 'Lotte', 'Mohamed', 'Noor']

/** Two for each team but one in ten; one in twenty hangs loose, one in thirty has no owner. A goal helps one of the team above. */
function fillGoals(insert: Insert, at: string, size: Size, teams: string[], people: string[]): string[] {
  const departments = Math.max(1, Math.round(size.teams / 50))
  const firstOf = new Map<number, string>()
  const ids = Array.from({ length: size.goals }, () => newId())
  for (const [i, id] of ids.entries()) {
    const home = i % teams.length
    const team = home > departments && home % 10 === 9 ? home - 1 : home
    const above = team === 0 ? null : team <= departments ? 0 : 1 + (team % departments)
    if (!firstOf.has(team)) firstOf.set(team, id)
    const parentId = above === null || i % 20 === 19 ? null : (firstOf.get(above) ?? null)
    const words = { title: `Doel ${i}: niemand wacht langer dan nodig`, why: 'Wie wacht, gaat weg. Wie snel wordt geholpen, komt **terug**.' }
    const place = { team_id: teams[team] ?? '', parent_id: parentId, owner_id: i % 30 === 29 ? null : (people[team] ?? null) }
    insert('goals', { id, ...words, ...place, reply_within_days: 5, public: 'true', state: i % 40 === 39 ? 'achieved' : 'agreed', created_at: at })
    if (i % 3 === 0) insert('initiatives', { id: newId(), goal_id: id, title: `Aanpak ${i}`, state: 'started', created_at: at, started_at: at })
  }
  return ids
}

/** One for each goal but one in eight, with a value for each of the last twelve months. */
function fillMeasures(insert: Insert, now: Date, at: string, goals: string[]) {
  for (const [i, goalId] of goals.entries()) {
    if (i % 8 === 7) continue
    const id = newId()
    const measure = { name: 'Wachttijd', unit: 'minuten', direction: 'down', baseline: 12, target: 5, source: 'entered' }
    insert('measures', { id, goal_id: goalId, ...measure, created_at: at })
    for (let month = 0; month < 12; month++)
      insert('measure_points', { measure_id: id, at: new Date(now.getTime() - month * 30 * DAY).toISOString(), value: 6 + ((i + month) % 7) })
  }
}

/** Spread over a year, most of it answered; one goal in seven hears nothing. */
function fillFeedback(insert: Insert, now: Date, size: Size, goals: string[]) {
  const siteId = newId()
  const customerId = newId()
  const start = now.getTime() - 365 * DAY
  insert('sites', {
    id: siteId,
    key: `site_${siteId}`,
    name: 'Groot',
    origins: '[]',
    kinds: '[]',
    look: '{"accent":"#0b5fa5"}',
    locale: 'nl',
    created_at: new Date(start).toISOString(),
    first_seen_at: new Date(start).toISOString(),
  })
  insert('customers', { id: customerId, site_id: siteId, name: 'Ada', created_at: new Date(start).toISOString() })
  const outcomeIds = fillOutcomes(insert, now, goals)
  for (let i = 0; i < size.feedback; i++) {
    const goal = i % goals.length
    const submittedAt = new Date(start + (i / size.feedback) * 365 * DAY).toISOString()
    const status = i % 10 < 7 ? 'answered' : i % 10 < 9 ? 'routed' : 'in_progress'
    const said = { kind: KINDS[i % 4] ?? 'idea', message: `Wat ik wilde zeggen, nummer ${i}: het ging dit keer anders dan ik had verwacht.`, status }
    const place = { site_id: siteId, customer_id: customerId, goal_id: goal % 7 === 6 ? null : (goals[goal] ?? null) }
    const rest = { attributes: '{}', submitted_at: submittedAt, routing: '{"method":"none","because":[]}', news: 0 }
    insert('feedback_items', {
      id: newId(),
      ...said,
      stems: stemsIn(said.message),
      ...place,
      ...rest,
      outcome_id: status === 'answered' ? (outcomeIds[i % outcomeIds.length] ?? null) : null,
    })
  }
}

const KINDS = ['compliment', 'complaint', 'idea', 'question']

/** One for each fifth goal, spread over a year. */
function fillOutcomes(insert: Insert, now: Date, goals: string[]): string[] {
  return goals
    .filter((_, i) => i % 5 === 0)
    .map((goalId, i, all) => {
      const id = newId()
      const at = new Date(now.getTime() - (i / all.length) * 365 * DAY).toISOString()
      const words = { kind: 'done', title: `Resultaat ${i}`, did: 'We hebben een tweede kassa geopend.', locale: 'nl', translations: '{}' }
      insert('outcomes', { id, goal_id: goalId, ...words, public_at: at, created_at: at, published_at: at })
      return id
    })
}
