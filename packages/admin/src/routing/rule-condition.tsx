import { kinds } from '@klankbord/shared/widget'
import { useQuery } from '@tanstack/preact-query'
import { X } from 'lucide'
import { useFullLanguage } from '../full-language.ts'
import { sitesQuery } from '../queries.ts'
import type { Texts } from '../texts/later-en.ts'
import { IconButton } from '../ui/button.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { type ConditionDraft, type FieldName, type Op, opsOf, takesList } from './draft.ts'

interface ConditionFieldsProps {
  draft: ConditionDraft
  rank: number
  /** What joins it to the one before. */
  word: string | null
  path: string
  errors: Record<string, string>
  onChange: (draft: ConditionDraft) => void
  onRemove: (() => void) | undefined
}

/** One comparison: what to look at, how, and with what. */
export function ConditionFields({ draft, rank, word, path, errors, onChange, onRemove }: ConditionFieldsProps) {
  const { t } = useFullLanguage()
  const texts = t.routing.editor
  const fields = t.routing.fields
  // A rule of an integration may compare in a way that is not offered here.
  const ops = opsOf[draft.field].includes(draft.op) ? opsOf[draft.field] : [draft.op, ...opsOf[draft.field]]
  return (
    <fieldset class="condition" data-op={draft.op}>
      <legend class="field-legend">
        {word} <span class="unseen">{texts.condition(rank)}</span>
      </legend>
      <div class="condition-fields">
        <SelectField
          label={texts.field}
          value={draft.field}
          options={(Object.keys(opsOf) as FieldName[]).map((value) => ({ value, label: fields[value] }))}
          error={errors[`${path}.field`]}
          onChange={(event) => {
            const field = event.currentTarget.value as FieldName
            onChange({ ...draft, field, op: opsOf[field][0] ?? 'is', value: '', isList: true })
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
          options={ops.map((value) => ({ value, label: t.routing.ops[value] }))}
          error={errors[`${path}.op`]}
          onChange={(event) => onChange({ ...draft, op: event.currentTarget.value as Op })}
        />
        <ValueField draft={draft} error={errors[`${path}.value`] ?? errors[path]} onChange={(value) => onChange({ ...draft, value })} />
      </div>
      <div class="condition-acts">
        <label class="choice note-size">
          <input type="checkbox" checked={draft.isNot} onChange={(event) => onChange({ ...draft, isNot: event.currentTarget.checked })} />
          <span>{texts.negate}</span>
        </label>
        {onRemove && <IconButton icon={X} small label={texts.removeCondition(rank)} onClick={onRemove} />}
      </div>
    </fieldset>
  )
}

interface ValueFieldProps {
  draft: ConditionDraft
  error: string | undefined
  onChange: (value: string) => void
}

/** What there is to choose from, where that is known. */
function useChoices({ field, op }: ConditionDraft) {
  const { t } = useFullLanguage()
  const sites = useQuery({ ...sitesQuery, enabled: field === 'site' })
  if (op === 'in list') return null
  if (field === 'kind') return kinds.map((value) => ({ value, label: t.kinds[value] }))
  if (field === 'site') return (sites.data?.items ?? []).map(({ name }) => ({ value: name, label: name }))
  return null
}

function hintOf({ op, isList }: ConditionDraft, texts: Texts['routing']['editor']): string | undefined {
  if (op === 'in list') return texts.listHint
  if (op === 'matches') return texts.patternHint
  return takesList(op) && op !== 'is not' && isList ? texts.wordsHint : undefined
}

function ValueField({ draft, error, onChange }: ValueFieldProps) {
  const { t } = useFullLanguage()
  const texts = t.routing.editor
  const choices = useChoices(draft)
  // An integration may have written several, or one that is not there any more.
  if (choices && (draft.value === '' || choices.some(({ value }) => value === draft.value))) {
    return (
      <SelectField
        label={texts.value}
        required
        value={draft.value}
        options={[{ value: '', label: '—' }, ...choices]}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  }
  return (
    <TextField
      label={texts.value}
      hint={hintOf(draft, texts)}
      required
      maxLength={500}
      value={draft.value}
      error={error}
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  )
}
