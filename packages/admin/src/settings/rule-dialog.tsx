import { type RoutingCondition, type RoutingRule, routingEndpoints } from '@klankbord/shared/routing'
import { kinds } from '@klankbord/shared/widget'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { Plus, X } from 'lucide'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useChoosableGoals } from '../goals/choosable.ts'
import { useLanguage } from '../language.tsx'
import { queryClient, rulesQuery, sitesQuery } from '../queries.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { GoalChoice } from '../ui/goal-choice.tsx'
import { ProblemNote } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'

type FieldName = 'kind' | 'message' | 'pageUrl' | 'locale' | 'rating' | 'site' | 'attribute'
type Op = RoutingCondition['op']

interface Draft {
  field: FieldName
  attribute: string
  op: Op
  value: string
}

/** Only comparisons that mean something for a field are offered. */
const opsOf: Record<FieldName, Op[]> = {
  kind: ['is', 'is not', 'in list'],
  message: ['contains word', 'contains', 'starts with'],
  pageUrl: ['contains', 'starts with', 'is'],
  locale: ['is', 'is not', 'in list'],
  rating: ['at most', 'at least', 'is'],
  site: ['is', 'is not'],
  attribute: ['is', 'is not', 'contains', 'starts with', 'in list', 'at most', 'at least'],
}

const blank: Draft = { field: 'message', attribute: '', op: 'contains word', value: '' }

const conditionOf = ({ field, attribute, op, value }: Draft): RoutingCondition => ({
  field: field === 'attribute' ? `attributes.${attribute}` : field,
  op,
  value: op === 'at most' || op === 'at least' ? Number(value.replace(',', '.')) : value,
})

export function RuleDialog({ rules, onClose }: { rules: RoutingRule[]; onClose: () => void }) {
  const { t } = useLanguage()
  const texts = t.settings.routing
  const goals = useChoosableGoals()
  const [drafts, setDrafts] = useState<Draft[]>([blank])
  const [goalId, setGoalId] = useState<string | null>(null)
  const [position, setPosition] = useState('')
  const save = useMutation({
    mutationFn: () =>
      call(routingEndpoints.createRoutingRule, {
        goalId: goalId ?? '',
        when: drafts.map(conditionOf),
        ...(position ? { position: Number(position) } : {}),
      }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: rulesQuery.queryKey })
      say(texts.added)
      onClose()
    },
  })
  const places = [{ value: '', label: texts.last }, ...rules.map((rule, index) => ({ value: String(rule.position), label: texts.before(index + 1) }))]
  return (
    <Dialog title={texts.dialogTitle} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (goalId && !save.isPending) save.mutate()
        }}
      >
        {drafts.map((draft, index) => (
          <ConditionFields
            key={index}
            legend={index === 0 ? texts.when : texts.and}
            draft={draft}
            onChange={(changed) => setDrafts(drafts.map((one, at) => (at === index ? changed : one)))}
            onRemove={drafts.length > 1 ? () => setDrafts(drafts.filter((_, at) => at !== index)) : undefined}
          />
        ))}
        <div>
          <Button look="quiet" icon={Plus} onClick={() => setDrafts([...drafts, blank])}>
            {texts.addCondition}
          </Button>
        </div>
        {goals.data && <GoalChoice label={texts.to} goals={goals.data} value={null} onChoose={setGoalId} />}
        {rules.length > 0 && (
          <SelectField label={texts.position} value={position} options={places} onChange={(event) => setPosition(event.currentTarget.value)} />
        )}
        <ProblemNote error={save.error} />
        <footer class="dialog-foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" look="primary" disabled={!goalId} busy={save.isPending}>
            {texts.add}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}

interface ConditionFieldsProps {
  legend: string
  draft: Draft
  onChange: (draft: Draft) => void
  onRemove: (() => void) | undefined
}

function ConditionFields({ legend, draft, onChange, onRemove }: ConditionFieldsProps) {
  const { t } = useLanguage()
  const texts = t.settings.routing
  const fieldOptions = (Object.keys(opsOf) as FieldName[]).map((value) => ({ value, label: texts.fields[value] }))
  return (
    <fieldset class="condition">
      <legend class="field-legend">{legend}</legend>
      <SelectField
        label={texts.field}
        value={draft.field}
        options={fieldOptions}
        onChange={(event) => {
          const field = event.currentTarget.value as FieldName
          onChange({ ...draft, field, op: opsOf[field][0] ?? 'is', value: '' })
        }}
      />
      {draft.field === 'attribute' && (
        <TextField
          label={texts.attribute}
          required
          pattern="[\w.\-]{1,64}"
          value={draft.attribute}
          onInput={(event) => onChange({ ...draft, attribute: event.currentTarget.value })}
        />
      )}
      <SelectField
        label={texts.op}
        value={draft.op}
        options={opsOf[draft.field].map((value) => ({ value, label: texts.ops[value] }))}
        onChange={(event) => onChange({ ...draft, op: event.currentTarget.value as Op })}
      />
      <ValueField draft={draft} onChange={(value) => onChange({ ...draft, value })} />
      {onRemove && <IconButton icon={X} label={texts.removeCondition} onClick={onRemove} />}
    </fieldset>
  )
}

function ValueField({ draft, onChange }: { draft: Draft; onChange: (value: string) => void }) {
  const { t } = useLanguage()
  const texts = t.settings.routing
  const sites = useQuery({ ...sitesQuery, enabled: draft.field === 'site' })
  const choices =
    draft.op === 'in list'
      ? null
      : draft.field === 'kind'
        ? kinds.map((value) => ({ value, label: t.kinds[value] }))
        : draft.field === 'site'
          ? (sites.data?.items ?? []).map(({ name }) => ({ value: name, label: name }))
          : null
  if (choices) {
    return (
      <SelectField
        label={texts.value}
        required
        value={draft.value}
        options={[{ value: '', label: '—' }, ...choices]}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  }
  return (
    <TextField
      label={texts.value}
      hint={draft.op === 'in list' ? texts.listHint : undefined}
      required
      maxLength={500}
      value={draft.value}
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  )
}
