import { type Goal, goalEndpoints } from '@klankbord/shared/goals'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { call } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { goalsQuery, queryClient, teamsQuery } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField, TextArea, TextField } from '../ui/field.tsx'
import { fieldErrors } from '../ui/field-errors.ts'
import { onSubmit } from '../ui/form.ts'
import { ProblemNote } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { inTreeOrder } from './tree.ts'

function useSave(goal: Goal | null, done: () => void) {
  const { t } = useLanguage()
  return useMutation({
    mutationFn: (fields: Record<string, string>) => {
      const { title = '', why = '', intake = '', teamId = '', parentId = '', replyWithinDays = '5' } = fields
      const shared = { title, why, intake, parentId: parentId || null, replyWithinDays: Number(replyWithinDays) }
      if (!goal) return call(goalEndpoints.createGoal, { ...shared, teamId, public: 'public' in fields })
      // A text of its own for customers is kept as long as the goal is shown to them.
      const shown = 'public' in fields ? goal.public || true : false
      return call(goalEndpoints.changeGoal, { id: goal.id, ...shared, public: shown })
    },
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: goalsQuery.queryKey })
      say(t.saved)
      done()
    },
  })
}

export function GoalDialog({ goal, onClose }: { goal: Goal | null; onClose: () => void }) {
  const { t } = useLanguage()
  const save = useSave(goal, onClose)
  return (
    <Dialog title={goal ? t.goals.goalEditDialog : t.goals.goalDialog} onClose={onClose}>
      <form class="stack" onSubmit={onSubmit((fields) => save.mutate(fields))}>
        <WhatFields goal={goal} errors={fieldErrors(save.error)} />
        <PlaceFields goal={goal} errors={fieldErrors(save.error)} />
        <PromiseFields goal={goal} errors={fieldErrors(save.error)} />
        <ProblemNote error={save.error} kept={t.textKept} />
        <footer class="dialog-foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" look="primary" busy={save.isPending}>
            {goal ? t.save : t.goals.goalSave}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}

interface FieldsProps {
  goal: Goal | null
  errors: Record<string, string>
}

function WhatFields({ goal, errors }: FieldsProps) {
  const { t } = useLanguage()
  return (
    <>
      <TextField
        label={t.goals.goalTitle}
        hint={t.goals.goalTitleHint}
        name="title"
        required
        maxLength={200}
        defaultValue={goal?.title ?? ''}
        error={errors.title}
      />
      <TextArea short label={`${t.goals.goalWhy} (${t.optional})`} name="why" maxLength={5000} defaultValue={goal?.why ?? ''} error={errors.why} />
    </>
  )
}

function PlaceFields({ goal, errors }: FieldsProps) {
  const { t } = useLanguage()
  const me = useMe()
  const teams = useQuery(teamsQuery)
  const goals = useQuery(goalsQuery)
  const parents = (goals.data?.items ?? []).filter(({ id }) => id !== goal?.id)
  return (
    <>
      {!goal && (
        <SelectField
          label={t.goals.goalTeam}
          name="teamId"
          value={me.member?.teams[0]?.teamId ?? teams.data?.items[0]?.id ?? ''}
          options={inTreeOrder(teams.data?.items ?? []).map(({ team, depth }) => ({ value: team.id, label: `${' '.repeat(depth)}${team.name}` }))}
        />
      )}
      <SelectField
        label={t.goals.goalParent}
        name="parentId"
        value={goal?.parentId ?? ''}
        options={[{ value: '', label: t.goals.noParent }, ...parents.map(({ id, title }) => ({ value: id, label: title }))]}
        error={errors.parentId}
      />
    </>
  )
}

function PromiseFields({ goal, errors }: FieldsProps) {
  const { t } = useLanguage()
  return (
    <>
      <TextField
        label={t.goals.goalReply}
        name="replyWithinDays"
        type="number"
        min={1}
        max={365}
        required
        defaultValue={String(goal?.replyWithinDays ?? 5)}
        error={errors.replyWithinDays}
      />
      <TextArea
        short
        label={`${t.goals.goalIntake} (${t.optional})`}
        hint={t.goals.goalIntakeHint}
        name="intake"
        maxLength={2000}
        defaultValue={goal?.intake ?? ''}
        error={errors.intake}
      />
      <label class="choice">
        <input type="checkbox" name="public" defaultChecked={goal === null || goal.public !== false} />
        <span>
          {t.goals.goalPublic}
          <span class="field-hint"> {t.goals.goalPublicHint}</span>
        </span>
      </label>
    </>
  )
}
