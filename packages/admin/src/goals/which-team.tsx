import { useQuery } from '@tanstack/preact-query'
import { teamsQuery } from '../queries.ts'
import { usePainted } from '../ui/after-paint.ts'
import { TeamPick } from '../ui/team-pick.tsx'

interface WhichTeamProps {
  label: string
  /** What it is called to look at all of them. */
  none: string
  /** '' for all of them. */
  team: string
  /** What one came for stands: once that is on screen too, all the teams of a large organisation are fetched. */
  ready: boolean
  onChoose: (teamId: string) => void
}

/** Chooses the team that a page is about. Its place is kept while the teams are on their way, so that nothing below it moves. */
export function WhichTeam({ label, none, team, ready, onChoose }: WhichTeamProps) {
  const painted = usePainted(ready ? 'ready' : '')
  const { data } = useQuery({ ...teamsQuery, enabled: ready && painted })
  if (data && data.items.length === 0) return null
  return <div class="which-team">{data && <TeamPick label={label} none={none} teams={data.items} value={team} onChoose={onChoose} />}</div>
}
