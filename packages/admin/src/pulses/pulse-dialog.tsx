import { measureEndpoints } from '@klankbord/shared/measures'
import { type PulseKind, pulseEndpoints } from '@klankbord/shared/pulses'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { teamsQuery } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField, TextArea, TextField } from '../ui/field.tsx'
import { fieldErrors } from '../ui/field-errors.ts'
import { onSubmit } from '../ui/form.ts'
import { SendingForm } from '../ui/sending-form.tsx'
import { ProblemNote } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { DayField } from './day-field.tsx'
import { pulsesChanged } from './queries.ts'
import { choicesFrom, wordsFrom } from './words.ts'

const asks = ['enps', 'scale', 'ownScale', 'choice'] as const
type Asks = (typeof asks)[number]
const kindOf = (asks: Asks): PulseKind => (asks === 'ownScale' ? 'scale' : asks)

type Fields = Record<string, string>

const inputOf = (asks: Asks, fields: Fields) => ({
  kind: kindOf(asks),
  question: wordsFrom(fields.questionNl ?? '', fields.questionEn ?? ''),
  ...(asks === 'choice' && { choices: choicesFrom(fields.choicesNl ?? '', fields.choicesEn ?? '') }),
  teamId: fields.teamId || null,
  measureId: fields.measureId || null,
  startsOn: fields.startsOn ?? '',
  everyWeeks: Number(fields.everyWeeks),
  closesAfterDays: Number(fields.closesAfterDays),
})

/** Sets up a pulse: what is asked, whom, and how often. */
export function PulseDialog({ onClose }: { onClose: () => void }) {
  const { t } = useFullLanguage()
  const [chosen, setChosen] = useState<Asks>('enps')
  const save = useMutation({
    mutationFn: (fields: Fields) => call(pulseEndpoints.createPulse, inputOf(chosen, fields)),
    onSuccess: () => {
      pulsesChanged()
      say(t.pulses.added)
      onClose()
    },
  })
  const errors = fieldErrors(save.error)
  return (
    <Dialog title={t.pulses.add} onClose={onClose}>
      <SendingForm isSending={save.isPending} class="stack" onSubmit={onSubmit((fields) => !save.isPending && save.mutate(fields))}>
        <SelectField
          label={t.pulses.kind}
          value={chosen}
          options={asks.map((value) => ({ value, label: t.pulses.kinds[value] }))}
          onChange={(event) => setChosen(event.currentTarget.value as Asks)}
        />
        {(chosen === 'ownScale' || chosen === 'choice') && <OwnWords withChoices={chosen === 'choice'} errors={errors} />}
        <Whom />
        <DayField name="startsOn" label={t.pulses.startsOn} hint={t.pulses.startsHint} error={errors.startsOn} />
        <div class="pair">
          <NumberField name="everyWeeks" label={t.pulses.everyWeeks} value={4} max={26} error={errors.everyWeeks} />
          <NumberField name="closesAfterDays" label={t.pulses.closesAfterDays} value={7} max={28} error={errors.closesAfterDays} />
        </div>
        {chosen !== 'choice' && <Feeds />}
        <ProblemNote error={save.error} />
        <footer class="dialog-foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" look="primary" busy={save.isPending}>
            {t.pulses.add}
          </Button>
        </footer>
      </SendingForm>
    </Dialog>
  )
}

function NumberField({ value, ...field }: { name: string; label: string; value: number; max: number; error: string | undefined }) {
  return <TextField type="number" min={1} required defaultValue={String(value)} {...field} />
}

function OwnWords({ withChoices, errors }: { withChoices: boolean; errors: Record<string, string> }) {
  const { t } = useFullLanguage()
  const languages = [
    ['nl', 'Nl'],
    ['en', 'En'],
  ] as const
  return (
    <>
      {languages.map(([locale, suffix]) => (
        <div key={locale} class="stack" lang={locale}>
          <TextField
            label={t.pulses.questionIn(t.localeNames[locale] ?? locale)}
            name={`question${suffix}`}
            maxLength={200}
            error={locale === 'nl' ? errors.question : undefined}
          />
          {withChoices && (
            <TextArea
              label={t.pulses.choicesIn(t.localeNames[locale] ?? locale)}
              name={`choices${suffix}`}
              hint={t.pulses.choicesHint}
              error={locale === 'nl' ? errors.choices : undefined}
              short
            />
          )}
        </div>
      ))}
    </>
  )
}

function Whom() {
  const { t } = useFullLanguage()
  const { data: teams } = useQuery(teamsQuery)
  const [teamId, setTeamId] = useState('')
  const options = [
    { value: '', label: t.pulses.everyone },
    ...(teams?.items ?? []).map(({ id, name }) => ({ value: id, label: t.pulses.teamAndBelow(name) })),
  ]
  return (
    <SelectField name="teamId" label={t.pulses.who} value={teamId} options={options} onChange={(event) => setTeamId(event.currentTarget.value)} />
  )
}

/** The measures that the result can be written down in. */
function Feeds() {
  const { t } = useFullLanguage()
  const { data: measures } = useQuery({ queryKey: ['measures'], queryFn: () => call(measureEndpoints.listMeasures, {}) })
  const [measureId, setMeasureId] = useState('')
  const open = measures?.items.filter(({ source }) => source !== 'computed') ?? []
  if (open.length === 0) return null
  const options = [{ value: '', label: t.pulses.noMeasure }, ...open.map(({ id, name, unit }) => ({ value: id, label: `${name} (${unit})` }))]
  return (
    <SelectField
      name="measureId"
      label={t.pulses.measure}
      value={measureId}
      options={options}
      onChange={(event) => setMeasureId(event.currentTarget.value)}
    />
  )
}
