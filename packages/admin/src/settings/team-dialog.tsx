import { type Team, TeamLevel, teamEndpoints } from '@klankbord/shared/teams'
import { useMutation } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { fieldErrors } from '../ui/field-errors.ts'
import { onSubmit } from '../ui/form.ts'
import { ProblemNote } from '../ui/states.tsx'
import { TeamPick } from '../ui/team-pick.tsx'
import { say } from '../ui/toasts.tsx'
import { teamsChanged } from './teams-changed.ts'

interface TeamDialogProps {
  teams: Team[]
  /** Left out for a new one. */
  team?: Team
  onClose: () => void
}

const levels = TeamLevel.options

/** Teams that one of this level can be part of: of a higher level, and not itself. What is below it is of a lower level already. */
export const parentsFor = (teams: readonly Team[], level: TeamLevel, id?: string): Team[] =>
  teams.filter((team) => team.id !== id && levels.indexOf(team.level) < levels.indexOf(level))

/** A new team, or another name or place for one that is there. */
export function TeamDialog({ teams, team, onClose }: TeamDialogProps) {
  const { t } = useLanguage()
  const texts = t.settings.teams
  const [level, setLevel] = useState<TeamLevel>(team?.level ?? (teams.length === 0 ? 'organisation' : 'team'))
  const [chosen, setParent] = useState<string | null>(team ? team.parentId : (teams.find(({ parentId }) => parentId === null)?.id ?? null))
  const parents = parentsFor(teams, level, team?.id)
  const parentId = parents.some(({ id }) => id === chosen) ? chosen : null
  const save = useMutation({
    mutationFn: ({ name = '' }: Record<string, string>) =>
      team ? call(teamEndpoints.changeTeam, { id: team.id, name, parentId }) : call(teamEndpoints.createTeam, { name, level, parentId }),
    onSuccess: () => {
      teamsChanged()
      say(t.saved)
      onClose()
    },
  })
  const errors = fieldErrors(save.error)
  return (
    <Dialog title={team ? texts.changeDialog : texts.dialog} onClose={onClose}>
      <form class="stack" onSubmit={onSubmit((fields) => !save.isPending && save.mutate(fields))}>
        <TextField label={texts.name} name="name" required maxLength={100} defaultValue={team?.name ?? ''} error={errors.name} autofocus />
        {!team && (
          <SelectField
            label={texts.level}
            value={level}
            options={levels.map((value) => ({ value, label: t.levels[value] }))}
            error={errors.level}
            onChange={(event) => setLevel(event.currentTarget.value as TeamLevel)}
          />
        )}
        {parents.length > 0 && (
          <TeamPick
            key={level}
            label={texts.parent}
            teams={parents}
            value={parentId ?? ''}
            none={texts.top}
            onChoose={(id) => setParent(id || null)}
            error={errors.parentId}
          />
        )}
        <ProblemNote error={save.error} kept={t.textKept} />
        <footer class="dialog-foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" look="primary" busy={save.isPending}>
            {team ? t.save : texts.add}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
