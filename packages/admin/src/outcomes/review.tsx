import { outcomeLifeEndpoints } from '@klankbord/shared/outcome-life'
import { type Outcome, outcomeEndpoints } from '@klankbord/shared/outcomes'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { maySet, useMe } from '../me.ts'
import { queryClient } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { TextArea } from '../ui/field.tsx'
import { ProblemNote } from '../ui/states.tsx'
import { keepOutcome, outcomeQuery, outcomeSettingsQuery } from './queries.ts'

/** Where a draft stands on its way out: with a second reader, given back, or waiting for its time. */
export function OnItsWay({ outcome }: { outcome: Outcome }) {
  const { t, dates } = useFullLanguage()
  const [asking, setAsking] = useState(false)
  const unschedule = useMutation({
    mutationFn: () => call(outcomeEndpoints.unscheduleOutcome, { id: outcome.id }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: outcomeQuery(outcome.id).queryKey }),
  })
  const { state, publishAt, reviewNote, needsAnother } = outcome
  if (state === 'scheduled' && publishAt)
    return (
      <p class="row" role="status">
        {t.outcomes.scheduled(dates.moment(publishAt))}
        <Button small busy={unschedule.isPending} onClick={() => unschedule.mutate()}>
          {t.outcomes.unschedule}
        </Button>
      </p>
    )
  if (state === 'review')
    return (
      <div class="row" role="status">
        <p>{needsAnother ? t.outcomes.review.asked : t.outcomes.review.waits}</p>
        {!needsAnother && (
          <Button small onClick={() => setAsking(true)}>
            {t.outcomes.review.giveBack}
          </Button>
        )}
        {asking && <GiveBackDialog id={outcome.id} onClose={() => setAsking(false)} />}
      </div>
    )
  return reviewNote ? <p role="status">{t.outcomes.review.returned(reviewNote)}</p> : null
}

function GiveBackDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useFullLanguage()
  const [note, setNote] = useState('')
  const giveBack = useMutation({
    mutationFn: () => call(outcomeLifeEndpoints.returnOutcome, { id, note }),
    onSuccess: (outcome) => {
      keepOutcome(outcome)
      onClose()
    },
  })
  return (
    <Confirm
      title={t.outcomes.review.giveBackTitle}
      act={t.outcomes.review.giveBack}
      busy={giveBack.isPending}
      error={giveBack.error}
      onConfirm={() => giveBack.mutate()}
      onClose={onClose}
    >
      <TextArea short label={t.outcomes.review.note} value={note} maxLength={2_000} onInput={(event) => setNote(event.currentTarget.value)} />
    </Confirm>
  )
}

/** Whether a second person reads along, for who may set it. */
export function ReviewSetting() {
  const { t } = useFullLanguage()
  const me = useMe()
  const settings = useQuery(outcomeSettingsQuery)
  const change = useMutation({
    mutationFn: (review: boolean) => call(outcomeLifeEndpoints.changeOutcomeSettings, { review }),
    onSuccess: (known) => queryClient.setQueryData(outcomeSettingsQuery.queryKey, known),
  })
  if (!maySet(me) || !settings.data) return null
  return (
    <div>
      <label class="choice">
        <input
          type="checkbox"
          checked={change.isPending ? change.variables : settings.data.review}
          onChange={(event) => change.mutate(event.currentTarget.checked)}
        />
        <span>
          {t.outcomes.review.setting}
          <br />
          <span class="field-hint">{t.outcomes.review.settingHint}</span>
        </span>
      </label>
      <ProblemNote error={change.error} />
    </div>
  )
}
