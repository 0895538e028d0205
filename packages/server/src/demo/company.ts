import type { Scope } from '../db/scope.ts'

/** The company as the database knows it: ids and scopes by the keys of the script. */
export interface Company {
  owner: Scope
  members: Map<string, Scope>
  teams: Map<string, string>
  /** The key of who leads each team. */
  leads: Map<string, string>
  goals: Map<string, string>
}

export const idOf = (ids: Map<string, string>, key: string): string => {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`The script speaks of ${key}, which is not there`)
  return id
}

export function memberOf({ members }: Pick<Company, 'members'>, key: string): Scope {
  const scope = members.get(key)
  if (!scope) throw new Error(`The script speaks of ${key}, who does not work here`)
  return scope
}
