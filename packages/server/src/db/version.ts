import type { Db } from './db.ts'

/**
 * A number that is another one after every change of the data, whoever made it; null where the engine has none (PostgreSQL). What was read after asking for it
 * is at least as new as it says.
 */
export function versionOf({ file }: Db): number | null {
  const [row] = file?.readNow({ sql: 'pragma data_version', parameters: [] }) ?? []
  return row === undefined ? null : Number(Object.values(row)[0])
}
