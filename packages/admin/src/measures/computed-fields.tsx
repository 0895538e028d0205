import { type Computed, LoopMetric } from '@klankbord/shared/measures'
import { type Kind, kinds } from '@klankbord/shared/widget'
import { useQuery } from '@tanstack/preact-query'
import { useFullLanguage } from '../full-language.ts'
import { goalsQuery, sitesQuery, teamsQuery } from '../queries.ts'
import { SelectField, TextField } from '../ui/field.tsx'

/** What the fields below hold. */
export function computedOf(fields: Record<string, string>): Computed {
  const { metric, onlyTeam, onlyGoal, onlySite, onlyKind, attributeName, attributeValue } = fields
  return {
    metric: metric as LoopMetric,
    ...(onlyTeam && { teamId: onlyTeam }),
    ...(onlyGoal && { goalId: onlyGoal }),
    ...(onlySite && { siteId: onlySite }),
    ...(onlyKind && { kind: onlyKind as Kind }),
    ...(attributeName && attributeValue && { attribute: { name: attributeName, value: attributeValue } }),
  }
}

interface ComputedFieldsProps {
  computed: Computed | null
  metric: LoopMetric
  onMetric: (metric: LoopMetric) => void
}

/** What is computed, and of which feedback. */
export function ComputedFields({ computed, metric, onMetric }: ComputedFieldsProps) {
  const { t } = useFullLanguage()
  const texts = t.measures.dialog
  const teams = useQuery(teamsQuery)
  const goals = useQuery(goalsQuery)
  const sites = useQuery(sitesQuery)
  const everything = { value: '', label: texts.everything }
  const named = (items: readonly { id: string; name: string }[] | undefined) => [
    everything,
    ...(items ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <>
      <SelectField
        label={texts.metric}
        name="metric"
        value={metric}
        options={LoopMetric.options.map((value) => ({ value, label: t.measures.metrics[value] }))}
        onChange={(event) => onMetric(event.currentTarget.value as LoopMetric)}
      />
      <details open={computed !== null && Object.keys(computed).length > 1}>
        <summary>{texts.only}</summary>
        <div class="stack only-of">
          <SelectField label={t.measures.detail.team} name="onlyTeam" value={computed?.teamId ?? ''} options={named(teams.data?.items)} />
          <SelectField
            label={t.goals.what}
            name="onlyGoal"
            value={computed?.goalId ?? ''}
            options={[everything, ...(goals.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))]}
          />
          <SelectField label={texts.site} name="onlySite" value={computed?.siteId ?? ''} options={named(sites.data?.items)} />
          <SelectField
            label={texts.kind}
            name="onlyKind"
            value={computed?.kind ?? ''}
            options={[everything, ...kinds.map((value) => ({ value: value as string, label: t.kinds[value] }))]}
          />
          <div class="pair">
            <TextField label={texts.attribute} name="attributeName" maxLength={60} defaultValue={computed?.attribute?.name ?? ''} />
            <TextField label={texts.attributeValue} name="attributeValue" maxLength={200} defaultValue={computed?.attribute?.value ?? ''} />
          </div>
        </div>
      </details>
    </>
  )
}
