import { type TeamLevel, teamEndpoints } from '@klankbord/shared/teams'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { call } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { queryClient, teamsQuery } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { fieldErrors } from '../ui/field-errors.ts'
import { onSubmit } from '../ui/form.ts'
import { ProblemNote } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { inTreeOrder } from './tree.ts'

export function TeamDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLanguage()
  const { data } = useQuery(teamsQuery)
  const placed = inTreeOrder(data?.items ?? [])
  const save = useMutation({
    mutationFn: ({ name = '', level = 'team', parentId = '' }: Record<string, string>) =>
      call(teamEndpoints.createTeam, { name, level: level as TeamLevel, parentId: parentId || null }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: teamsQuery.queryKey })
      say(t.saved)
      onClose()
    },
  })
  const errors = fieldErrors(save.error)
  return (
    <Dialog title={t.goals.teamDialog} onClose={onClose}>
      <form class="stack" onSubmit={onSubmit((fields) => save.mutate(fields))}>
        <TextField label={t.goals.teamName} name="name" required maxLength={100} error={errors.name} autofocus />
        <SelectField
          label={t.goals.teamLevel}
          name="level"
          value="team"
          options={Object.entries(t.levels).map(([value, label]) => ({ value, label }))}
          error={errors.level}
        />
        <SelectField
          label={t.goals.teamParent}
          name="parentId"
          value={placed[0]?.team.id ?? ''}
          options={[
            { value: '', label: t.goals.teamTop },
            ...placed.map(({ team, depth }) => ({ value: team.id, label: `${'  '.repeat(depth)}${team.name}` })),
          ]}
          error={errors.parentId}
        />
        <ProblemNote error={save.error} kept={t.textKept} />
        <footer class="dialog-foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" look="primary" busy={save.isPending}>
            {t.goals.teamSave}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
