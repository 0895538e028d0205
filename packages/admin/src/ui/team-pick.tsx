import { useMemo } from 'preact/hooks'
import { useLanguage } from '../language.tsx'
import { Choice } from './choice.tsx'
import { inTreeOrder } from './team-order.ts'

interface TeamPickProps {
  label: string
  teams: readonly { id: string; name: string; parentId: string | null }[]
  value: string | null
  onChoose: (teamId: string) => void
  /** What it is called to choose none, where that may be; chosen, it gives ''. */
  none?: string
  error?: string | undefined
}

/** Chooses a team by typing some of its words; below each stands what it is part of. */
export function TeamPick({ teams, none, ...rest }: TeamPickProps) {
  const { t } = useLanguage()
  const options = useMemo(() => {
    const names = new Map(teams.map(({ id, name }) => [id, name]))
    const placed = inTreeOrder(teams).map(({ team }) => ({ id: team.id, title: team.name, note: names.get(team.parentId ?? '') ?? '' }))
    return none === undefined ? placed : [{ id: '', title: none }, ...placed]
  }, [teams, none])
  return <Choice {...rest} options={options} placeholder={t.teamPlaceholder} nothing={t.noTeamMatches} />
}
