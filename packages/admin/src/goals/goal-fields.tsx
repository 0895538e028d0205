import type { GoalPage } from '@klankbord/shared/goals'
import { useQuery } from '@tanstack/preact-query'
import { useMemo, useState } from 'preact/hooks'
import { useFullLanguage } from '../full-language.ts'
import { useMe } from '../me.ts'
import { goalTreeQuery } from '../queries.ts'
import { SelectField, TextArea, TextField } from '../ui/field.tsx'
import { GoalChoice } from '../ui/goal-choice.tsx'
import { MemberChoice } from '../ui/member-choice.tsx'
import { TeamPick } from '../ui/team-pick.tsx'
import { choosable, namedGoals } from './choosable.ts'
import { teamPeopleQuery } from './queries.ts'
import { teamsToPropose } from './teams-to-ask.ts'
import { indexOf, placesFor } from './tree.ts'

/** Where a goal stands: what is chosen rather than written. */
export interface GoalPlace {
  teamId: string
  memberId: string | null
  ownerId: string | null
  parentId: string | null
}

interface PlaceFieldsProps {
  goal: GoalPage | undefined
  place: GoalPlace
  onChange: (part: Partial<GoalPlace>) => void
  errors: Record<string, string>
}

/** Of which team or person the goal is, which goal it helps, and who answers for it. */
export function PlaceFields({ goal, place, onChange, errors }: PlaceFieldsProps) {
  const { t } = useFullLanguage()
  const me = useMe()
  const { data: tree } = useQuery(goalTreeQuery)
  const teams = useMemo(() => (tree ? teamsToPropose(tree.teams, me) : []), [tree, me])
  const parents = useMemo(() => {
    if (!tree) return []
    const places = goal && placesFor(indexOf(tree), goal.id)
    return choosable(namedGoals(tree)).filter(({ id }) => !places || places.has(id))
  }, [tree, goal])
  if (!tree) return null
  if (!goal && teams.length === 0) return <p>{t.inbox.upward.noTeam}</p>
  return (
    <>
      {!goal && (
        <TeamPick
          label={t.goals.goalTeam}
          teams={teams}
          value={place.teamId || null}
          onChoose={(teamId) => onChange({ teamId, memberId: null, ownerId: null })}
          error={errors.teamId}
        />
      )}
      <GoalChoice
        label={t.goals.goalParent}
        goals={parents}
        value={place.parentId ?? ''}
        none={t.goals.noParent}
        onChoose={(id) => onChange({ parentId: id || null })}
        error={errors.parentId}
      />
      <div class="pair">
        <PersonFields key={place.teamId} goal={goal} place={place} onChange={onChange} errors={errors} />
      </div>
    </>
  )
}

function PersonFields({ goal, place, onChange, errors }: PlaceFieldsProps) {
  const { t } = useFullLanguage()
  const me = useMe()
  const { data } = useQuery({ ...teamPeopleQuery(place.teamId), enabled: place.teamId !== '' })
  const team = data?.items ?? []
  const people = team.map(({ id, name }) => ({ value: id, label: name }))
  // Who answers for it now and who asks are likely ones too; anybody else is found by their name.
  const likely = [...team, { id: goal?.ownerId ?? '', name: goal?.owner ?? '' }, { id: me.member?.id ?? '', name: me.member?.name ?? '' }]
  return (
    <>
      <SelectField
        label={t.goals.goalPerson}
        value={place.memberId ?? ''}
        options={[{ value: '', label: t.goals.wholeTeam }, ...people]}
        error={errors.memberId}
        onChange={(event) => onChange({ memberId: event.currentTarget.value || null })}
      />
      <MemberChoice
        label={t.goals.goalOwner}
        value={place.ownerId ?? ''}
        first={likely.filter(({ id }) => id !== '')}
        none={place.memberId ? t.goals.ownerIsPerson : t.goals.noOwner}
        placeholder={t.settings.teams.addPersonExample}
        error={errors.ownerId}
        onChoose={(id) => onChange({ ownerId: id })}
      />
    </>
  )
}

const shownChoices = ['title', 'own', 'team'] as const

type CustomerFieldsProps = Pick<PlaceFieldsProps, 'goal' | 'errors'>

/** The promise, which feedback belongs here, and what customers see of it. */
export function CustomerFields({ goal, errors }: CustomerFieldsProps) {
  const { t } = useFullLanguage()
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
      <TextField
        label={`${t.goals.askAgain} (${t.optional})`}
        hint={t.goals.askAgainHint}
        name="askAgainAfterWeeks"
        type="number"
        min={1}
        max={52}
        defaultValue={String(goal?.askAgainAfterWeeks ?? '')}
        error={errors.askAgainAfterWeeks}
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
      <PublicFields goal={goal} errors={errors} />
    </>
  )
}

function PublicFields({ goal, errors }: CustomerFieldsProps) {
  const { t } = useFullLanguage()
  const own = typeof goal?.public === 'object' ? goal.public : null
  const [shown, setShown] = useState<(typeof shownChoices)[number]>(own ? 'own' : goal?.public === false ? 'team' : 'title')
  return (
    <>
      <fieldset class="stack" data-gap="small">
        <legend class="field-legend">{t.goals.goalPublic}</legend>
        {shownChoices.map((one) => (
          <label key={one} class="choice">
            <input type="radio" name="shown" value={one} checked={shown === one} onChange={() => setShown(one)} />
            <span>{t.goals.publicChoices[one]}</span>
          </label>
        ))}
      </fieldset>
      {shown === 'own' && (
        <>
          <TextField
            label={t.goals.publicTitle}
            name="publicTitle"
            required
            maxLength={200}
            defaultValue={own?.title ?? ''}
            error={errors['public.title'] ?? errors.public}
          />
          <TextArea
            short
            label={`${t.goals.publicText} (${t.optional})`}
            name="publicText"
            maxLength={2000}
            defaultValue={own?.text ?? ''}
            error={errors['public.text']}
          />
        </>
      )}
    </>
  )
}
