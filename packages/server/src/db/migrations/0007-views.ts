import { type Kysely, sql } from 'kysely'

const tables = `
  create table share_links (id text primary key, organisation_id text not null, kind text not null, team_id text, created_by text, created_at text not null, revoked_at text);
  create unique index share_links_live on share_links (organisation_id, kind, coalesce(team_id, '')) where revoked_at is null;

  create index members_name on members (organisation_id, name, id) where deactivated_at is null;
  create index members_gone on members (organisation_id) where deactivated_at is not null;
  create index team_members_person on team_members (organisation_id, member_id, team_id);
  create index feedback_items_compliments on feedback_items (organisation_id, submitted_at, id) where kind = 'compliment'`

/** Links to a story and to a team's page, and what lets coverage and stories of a large organisation be read at once. */
export async function up(db: Kysely<never>) {
  for (const statement of tables.split(';')) await sql.raw(statement).execute(db)
}
