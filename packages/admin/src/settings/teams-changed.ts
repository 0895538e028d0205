import { queryClient } from '../queries.ts'

/** After a change of teams or of who is in them: everything that shows them asks again. */
export function teamsChanged() {
  for (const key of ['teams', 'members', 'me', 'goals']) void queryClient.invalidateQueries({ queryKey: [key] })
}
