const SQLITE = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|NOMEM|PROTOCOL)/
/** Connection lost (08), no resources left (53), someone stops the server (57), deadlock and serialisation (40), a lock that is not given (55). */
const POSTGRES = /^(08|53|57P|40|55P03|57014)/
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'])

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '')

/** True when the database can't answer now but may soon: locked, full, restarting. The caller should come back. */
export function isUnavailable(error: unknown): boolean {
  const code = codeOf(error)
  if (SQLITE.test(code) || POSTGRES.test(code) || NETWORK.has(code)) return true
  return error instanceof Error && /Connection terminated|timeout exceeded when trying to connect|Connection ended|not queryable/i.test(error.message)
}

/** True when a row with this key was there already. */
export const isDuplicate = (error: unknown) => codeOf(error) === '23505' || /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/.test(codeOf(error))
