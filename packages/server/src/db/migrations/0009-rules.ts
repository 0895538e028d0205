import { type Kysely, sql } from 'kysely'

const tables = `
  alter table feedback_items add column priority text;
  create index feedback_items_high on feedback_items (organisation_id, reply_by, id) where priority = 'high';
  alter table routing_rules add column effects text not null default '{}';
  create table routing_versions (organisation_id text not null, number integer not null, made_at text not null, made_by text, change text not null, rules text not null,
    primary key (organisation_id, number))`

interface Row {
  id: string
  org: string
  goal: string
  conditions: string
  position: number
  made: string
}

/** What rules do besides choosing a goal, and how they stood before each change. The rules of each organisation as they stand are the first version. */
export async function up(db: Kysely<never>) {
  for (const statement of tables.split(';')) await sql.raw(statement).execute(db)
  const { rows } = await sql<Row>`select id, organisation_id as org, goal_id as goal, conditions, position, created_at as made
    from routing_rules order by organisation_id, position, id`.execute(db)
  const ofOrganisation = new Map<string, Row[]>()
  for (const row of rows) ofOrganisation.set(row.org, [...(ofOrganisation.get(row.org) ?? []), row])
  const change = JSON.stringify({ kind: 'added', ruleId: null, from: null })
  for (const [org, own] of ofOrganisation) {
    const kept = own.map(({ id, goal, conditions, position, made }) => ({
      ...{ id, goalId: goal, when: JSON.parse(conditions), effects: {} },
      ...{ position, createdAt: made },
    }))
    const at = own
      .map(({ made }) => made)
      .sort()
      .at(-1)
    await sql`insert into routing_versions (organisation_id, number, made_at, made_by, change, rules)
      values (${org}, 1, ${at}, null, ${change}, ${JSON.stringify(kept)})`.execute(db)
  }
}
