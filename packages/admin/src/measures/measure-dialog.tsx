import type { MeasureTemplate } from '@klankbord/shared/measure-templates'
import { measureTemplates, metricUnits } from '@klankbord/shared/measure-templates'
import { type Computed, type LoopMetric, type Measure, MeasurePeriod, measureEndpoints } from '@klankbord/shared/measures'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { call, ProblemError } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { goalsQuery, teamsQuery } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { fieldErrors } from '../ui/field-errors.ts'
import { onSubmit } from '../ui/form.ts'
import { MemberChoice, type Person } from '../ui/member-choice.tsx'
import { ProblemNote } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { ComputedFields, computedOf } from './computed-fields.tsx'
import { isUnit, typedNumber, UNITS } from './numbers.ts'
import { measuresChanged } from './queries.ts'

type Fields = Record<string, string>

const NOBODY: Person[] = []

/** What a form holds, as the server takes it. Throws like the server does where a number is none. */
function measureOf(fields: Fields, notANumber: string) {
  const number = (path: 'baseline' | 'target') => {
    const text = fields[path]
    const value = text ? typedNumber(text) : null
    if (text && value === null) throw new ProblemError('bad-input', '', 400, [{ path, message: notANumber }])
    return value
  }
  return {
    name: fields.name ?? '',
    unit: fields.unit === 'other' ? (fields.unitOwn ?? '') : (fields.unit ?? ''),
    direction: fields.direction === 'down' ? ('down' as const) : ('up' as const),
    baseline: number('baseline'),
    target: number('target'),
    period: (fields.period ?? 'month') as MeasurePeriod,
    ownerId: fields.ownerId || null,
  }
}

function useSave(measure: Measure | null, done: () => void) {
  const { t } = useFullLanguage()
  return useMutation({
    mutationFn: async (fields: Fields) => {
      const computed: Computed | null = fields.source === 'computed' || measure?.computed ? computedOf(fields) : null
      const { target, ...input } = measureOf(fields, t.measures.entry.notANumber)
      const goalId = fields.goalId || null
      const teamId = goalId === null && fields.teamId ? fields.teamId : null
      if (!measure) {
        const source = (fields.source ?? 'entered') as Measure['source']
        return call(measureEndpoints.createMeasure, { ...input, target, goalId, teamId, source, computed })
      }
      const targets = measure.may.changeTarget ? { target } : {}
      const team = measure.goalId === null && 'teamId' in fields ? { teamId: fields.teamId || null } : {}
      return call(measureEndpoints.changeMeasure, { ...input, ...targets, ...team, ...(computed && { computed }), id: measure.id })
    },
    onSuccess: () => {
      measuresChanged()
      say(t.saved)
      done()
    },
  })
}

interface DialogProps {
  measure: Measure | null
  template?: MeasureTemplate | null
  onClose: () => void
}

/** Starts a measure, or changes one. */
export function MeasureDialog({ measure, template: given = null, onClose }: DialogProps) {
  const { t } = useFullLanguage()
  const texts = t.measures.dialog
  const [template, setTemplate] = useState<MeasureTemplate | null>(given)
  const save = useSave(measure, onClose)
  return (
    <Dialog title={measure ? texts.edit : texts.new} onClose={onClose}>
      {!measure && (
        <fieldset class="templates">
          <legend class="field-legend">{t.measures.begin}</legend>
          <div class="segments">
            {measureTemplates.map((one) => (
              <button key={one.key} type="button" aria-pressed={one === template} onClick={() => setTemplate(one)}>
                {t.measures.templates[one.key]}
              </button>
            ))}
            <button type="button" aria-pressed={template === null} onClick={() => setTemplate(null)}>
              {t.measures.own}
            </button>
          </div>
        </fieldset>
      )}
      {/* A template fills the form anew. */}
      <form key={template?.key ?? 'own'} class="stack" onSubmit={onSubmit((fields) => save.mutate(fields))}>
        <WhatFields measure={measure} template={template} errors={fieldErrors(save.error)} />
        <EndFields measure={measure} errors={fieldErrors(save.error)} />
        <PlaceFields measure={measure} errors={fieldErrors(save.error)} />
        <ProblemNote error={save.error} kept={t.textKept} />
        <footer class="dialog-foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" look="primary" busy={save.isPending}>
            {measure ? t.save : texts.save}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}

interface FieldsProps {
  measure: Measure | null
  errors: Record<string, string>
}

function WhatFields({ measure, template, errors }: FieldsProps & { template: MeasureTemplate | null }) {
  const { t } = useFullLanguage()
  const texts = t.measures.dialog
  const begun = measure ?? template
  const [source, setSource] = useState(begun?.source ?? 'entered')
  const [metric, setMetric] = useState(begun?.computed?.metric ?? 'csat')
  const [unit, setUnit] = useState(begun?.unit ?? 'count')
  const [direction, setDirection] = useState(begun?.direction ?? 'up')
  const choose = (metric: LoopMetric) => {
    setMetric(metric)
    setUnit(metricUnits[metric].unit)
    setDirection(metricUnits[metric].direction)
  }
  return (
    <>
      <TextField
        label={texts.name}
        name="name"
        required
        maxLength={200}
        defaultValue={measure?.name ?? (template ? t.measures.templates[template.key] : '')}
        error={errors.name}
      />
      {!measure && (
        <SelectField
          label={texts.source}
          name="source"
          value={source}
          options={Object.entries(t.measures.sources).map(([value, label]) => ({ value, label }))}
          onChange={(event) => {
            setSource(event.currentTarget.value as Measure['source'])
            if (event.currentTarget.value === 'computed') choose(metric)
          }}
        />
      )}
      {source === 'computed' && <ComputedFields computed={begun?.computed ?? null} metric={metric} onMetric={choose} />}
      <div class="pair">
        <UnitField unit={unit} onChange={setUnit} fixed={source === 'computed'} />
        <SelectField
          label={texts.direction}
          name="direction"
          value={direction}
          options={[
            { value: 'up', label: texts.up },
            { value: 'down', label: texts.down },
          ]}
          onChange={(event) => setDirection(event.currentTarget.value as Measure['direction'])}
        />
      </div>
    </>
  )
}

function UnitField({ unit, fixed, onChange }: { unit: string; fixed: boolean; onChange: (unit: string) => void }) {
  const { t } = useFullLanguage()
  const offered = fixed ? UNITS.filter((one) => one === unit) : UNITS
  const options = offered.map((value) => ({ value: value as string, label: t.measures.unitNames[value] }))
  if (!fixed) options.push({ value: 'other', label: t.measures.otherUnit })
  const own = !isUnit(unit)
  return (
    <>
      <SelectField
        label={t.measures.dialog.unit}
        name="unit"
        value={own ? 'other' : unit}
        options={options}
        onChange={(event) => onChange(event.currentTarget.value === 'other' ? '' : event.currentTarget.value)}
      />
      {own && <TextField label={t.measures.dialog.unitOwn} name="unitOwn" required maxLength={40} defaultValue={unit} />}
    </>
  )
}

function EndFields({ measure, errors }: FieldsProps) {
  const { t, number } = useFullLanguage()
  const texts = t.measures.dialog
  const shown = (value: number | null | undefined) => (value === null || value === undefined ? '' : number(value))
  const locked = measure !== null && !measure.may.changeTarget
  return (
    <>
      <div class="pair">
        <TextField label={`${texts.baseline} (${t.optional})`} name="baseline" defaultValue={shown(measure?.baseline)} error={errors.baseline} />
        {!locked && <TextField label={`${texts.target} (${t.optional})`} name="target" defaultValue={shown(measure?.target)} error={errors.target} />}
      </div>
      {locked && <p class="field-hint">{texts.targetAgreed}</p>}
      <SelectField
        label={texts.period}
        name="period"
        value={measure?.period ?? 'month'}
        options={MeasurePeriod.options.map((value) => ({ value, label: t.measures.periods[value] }))}
      />
    </>
  )
}

function PlaceFields({ measure, errors }: FieldsProps) {
  const { t } = useFullLanguage()
  const texts = t.measures.dialog
  const goals = useQuery(goalsQuery)
  const teams = useQuery(teamsQuery)
  const [goalId, setGoalId] = useState(measure?.goalId ?? '')
  const [owner, setOwner] = useState(measure?.ownerId ?? '')
  return (
    <>
      {!measure && (
        <SelectField
          label={texts.goal}
          name="goalId"
          value={goalId}
          options={[{ value: '', label: texts.noGoal }, ...(goals.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))]}
          onChange={(event) => setGoalId(event.currentTarget.value)}
          error={errors.goalId}
        />
      )}
      {goalId === '' && (
        <SelectField
          label={texts.team}
          name="teamId"
          value={measure?.teamId ?? ''}
          options={[{ value: '', label: texts.noTeam }, ...(teams.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
          error={errors.teamId}
        />
      )}
      <MemberChoice
        label={texts.owner}
        value={owner}
        first={measure?.ownerId && measure.owner ? [{ id: measure.ownerId, name: measure.owner }] : NOBODY}
        none={texts.noOwner}
        placeholder={t.settings.teams.addPersonExample}
        error={errors.ownerId}
        onChoose={(id) => setOwner(id ?? '')}
      />
      <input type="hidden" name="ownerId" value={owner} />
    </>
  )
}
