import { goalEndpoints } from '@klankbord/shared/goals'
import { memberEndpoints } from '@klankbord/shared/members'
import { teamEndpoints } from '@klankbord/shared/teams'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { useLocation } from 'preact-iso'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { useMe } from '../me.ts'
import { queryClient, teamsQuery } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { TextArea, TextField } from '../ui/field.tsx'
import { fieldErrors } from '../ui/field-errors.ts'
import { onSubmit } from '../ui/form.ts'
import { ProblemNote, Read } from '../ui/states.tsx'

/** The first goal and its team, in one go. Who sets it joins the team, so that there is someone to write the How. */
export function GoalStep() {
  const teams = useQuery(teamsQuery)
  return (
    <Read query={teams}>
      {({ items }) => <GoalForm team={items.find(({ level }) => level === 'team')} top={items.find(({ parentId }) => parentId === null)} />}
    </Read>
  )
}

interface Named {
  id: string
  name: string
}

function useFirstGoal(team: Named | undefined, top: Named | undefined) {
  const me = useMe()
  const { route } = useLocation()
  return useMutation({
    mutationFn: async ({ title = '', why = '', teamName = '', replyWithinDays = '5' }: Record<string, string>) => {
      // Sent again after a failure half-way, the team that was made is used, not made twice.
      const known = team?.name === teamName ? team : (await call(teamEndpoints.listTeams, {})).items.find(({ name }) => name === teamName)
      const owner = known ?? (await call(teamEndpoints.createTeam, { name: teamName, level: 'team', parentId: top?.id ?? null }))
      const mine = me.member?.teams ?? []
      if (me.member && !mine.some(({ teamId }) => teamId === owner.id)) {
        await call(memberEndpoints.changeMember, { id: me.member.id, teams: [...mine, { teamId: owner.id, role: 'lead' }] })
      }
      return call(goalEndpoints.createGoal, { title, why, teamId: owner.id, replyWithinDays: Number(replyWithinDays) })
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries()
      route('/admin/start/site')
    },
  })
}

function GoalForm({ team, top }: { team: Named | undefined; top: Named | undefined }) {
  const { t } = useFullLanguage()
  const save = useFirstGoal(team, top)
  const errors = fieldErrors(save.error)
  return (
    <form class="stack" onSubmit={onSubmit((fields) => save.mutate(fields))}>
      <TextField label={t.start.goalLabel} placeholder={t.start.goalExample} name="title" required maxLength={200} error={errors.title} />
      <TextArea label={`${t.start.whyLabel} (${t.optional})`} hint={t.start.whyHint} name="why" short maxLength={5000} error={errors.why} />
      <TextField
        label={t.start.teamLabel}
        placeholder={t.start.teamExample}
        hint={t.start.joined}
        name="teamName"
        required
        maxLength={100}
        defaultValue={team?.name ?? ''}
        error={errors.name}
      />
      <TextField
        label={t.start.replyLabel}
        hint={t.start.replyHint}
        name="replyWithinDays"
        type="number"
        min={1}
        max={365}
        required
        defaultValue="3"
        error={errors.replyWithinDays}
      />
      <ProblemNote error={save.error} kept={t.textKept} />
      <div class="row">
        <Button type="submit" look="primary" busy={save.isPending}>
          {t.start.goalSubmit}
        </Button>
        <a class="button" data-look="quiet" href="/admin/start/site">
          {t.start.later}
        </a>
      </div>
    </form>
  )
}
