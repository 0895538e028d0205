import { type Team, teamEndpoints } from '@klankbord/shared/teams'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { goalTreeQuery } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Read } from '../ui/states.tsx'
import { TeamPick } from '../ui/team-pick.tsx'
import { say } from '../ui/toasts.tsx'
import { teamsChanged } from './teams-changed.ts'

interface RemoveTeamProps {
  team: Team
  teams: Team[]
  onClose: () => void
}

/** Removes a team. Its goals go to another one first; one that has teams below it stays. */
export function RemoveTeam({ team, teams, onClose }: RemoveTeamProps) {
  const { t } = useFullLanguage()
  const tree = useQuery(goalTreeQuery)
  const texts = t.settings.teams
  const below = teams.filter(({ parentId }) => parentId === team.id)
  if (below.length > 0) {
    return (
      <Dialog title={texts.removeTitle(team.name)} onClose={onClose} foot={<Button onClick={onClose}>{t.close}</Button>}>
        <p>{texts.hasTeams(below.map(({ name }) => name).join(', '))}</p>
      </Dialog>
    )
  }
  return (
    <Read query={tree}>
      {({ goals }) => <ConfirmRemove team={team} teams={teams} goals={goals.filter(({ teamId }) => teamId === team.id).length} onClose={onClose} />}
    </Read>
  )
}

function ConfirmRemove({ team, teams, goals, onClose }: RemoveTeamProps & { goals: number }) {
  const { t } = useFullLanguage()
  const texts = t.settings.teams
  const [goalsTo, setGoalsTo] = useState<string | null>(null)
  const [missing, setMissing] = useState(false)
  const above = teams.find(({ id }) => id === team.parentId)
  const remove = useMutation({
    mutationFn: () => call(teamEndpoints.removeTeam, { id: team.id, ...(goalsTo ? { goalsTo } : {}) }),
    onSuccess: () => {
      teamsChanged()
      say(texts.removed(team.name))
      onClose()
    },
  })
  return (
    <Confirm
      title={texts.removeTitle(team.name)}
      act={t.remove}
      danger
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => (goals > 0 && !goalsTo ? setMissing(true) : remove.mutate())}
      onClose={onClose}
    >
      <p>{texts.removeText}</p>
      <p>{texts.alsoGone}</p>
      {goals > 0 || !above ? (
        <>
          <p>{goals > 0 ? `${texts.hasGoals(goals)} ${texts.measuresToHeir}` : texts.measuresToHeir}</p>
          <TeamPick
            label={goals > 0 ? texts.goalsTo : texts.restTo}
            teams={teams.filter(({ id }) => id !== team.id)}
            value={null}
            onChoose={setGoalsTo}
            error={missing && !goalsTo ? texts.chooseHeir : undefined}
          />
        </>
      ) : (
        <p>{texts.measuresTo(above.name)}</p>
      )}
    </Confirm>
  )
}
