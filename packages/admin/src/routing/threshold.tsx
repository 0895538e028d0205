import { type RoutingModelStanding, suggestionEndpoints } from '@klankbord/shared/suggestions'
import { useMutation } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { queryClient } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { Field, SelectField } from '../ui/field.tsx'
import { ProblemNote } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { pointAt } from './curve.ts'
import { CurveChart } from './curve-chart.tsx'
import { DryRun } from './dry-run.tsx'
import { Part } from './part.tsx'
import { modelQuery } from './queries.ts'

type Change = Parameters<typeof call<typeof suggestionEndpoints.changeRoutingModel>>[1]

/** Changes something of the model, and says so with a way back. */
export function useChange() {
  const { t } = useFullLanguage()
  const change = useMutation({
    mutationFn: ({ change }: { change: Change; said: string; back?: Change }) => call(suggestionEndpoints.changeRoutingModel, change),
    onSuccess: (standing, { said, back }) => {
      queryClient.setQueryData(modelQuery.queryKey, standing)
      say(said, back && { label: t.undo, onClick: () => change.mutate({ change: back, said: t.routing.undone }) })
    },
  })
  return change
}

/** The threshold, with what each choice of it would have meant. */
export function ThresholdPart({ standing }: { standing: RoutingModelStanding }) {
  const { t, percent } = useFullLanguage()
  const texts = t.learned.threshold
  const { threshold: saved, target, curve } = standing
  const [moved, setMoved] = useState<number | null>(null)
  const threshold = moved ?? saved
  const change = useChange()
  const point = pointAt(curve, threshold)
  const says = !point ? texts.noCurve : point.share === 0 ? texts.none : texts.says(percent(point.share), percent(point.right))
  const save = () =>
    change.mutate({ change: { threshold }, said: texts.saved(percent(threshold)), back: { threshold: saved } }, { onSuccess: () => setMoved(null) })
  return (
    <Part title={texts.title} lead={texts.lead}>
      {point && (
        <figure class="stack" data-gap="small">
          <CurveChart
            curve={curve}
            threshold={threshold}
            saved={saved}
            target={target}
            label={texts.chart(percent(point.share), percent(point.right), percent(threshold))}
          />
          <Legend isMoved={threshold !== saved} />
        </figure>
      )}
      <Field label={`${texts.label}: ${percent(threshold)}`} hint={<output aria-live="polite">{says}</output>}>
        {(control) => (
          <input
            {...control}
            class="slider"
            type="range"
            min={0}
            max={100}
            step={1}
            value={Math.round(threshold * 100)}
            aria-valuetext={`${percent(threshold)}: ${says}`}
            onInput={(event) => setMoved(Number(event.currentTarget.value) / 100)}
          />
        )}
      </Field>
      <div class="row">
        <Button look="primary" disabled={threshold === saved} busy={change.isPending} onClick={save}>
          {t.save}
        </Button>
        {threshold !== saved && (
          <>
            <Button onClick={() => setMoved(null)}>{texts.reset}</Button>
            <span class="soft note-size">{texts.unsaved}</span>
          </>
        )}
      </div>
      <DryRun draft={() => (threshold === saved ? null : { threshold })} stamp={String(threshold)} />
      <Target standing={standing} change={change} />
      <ProblemNote error={change.error} />
      {point && <Numbers curve={curve} />}
    </Part>
  )
}

function Legend({ isMoved }: { isMoved: boolean }) {
  const { t } = useFullLanguage()
  const texts = t.learned.threshold
  return (
    <figcaption class="measure-legend curve-legend note-size soft">
      <span data-line="share">{texts.share}</span>
      <span data-line="right">{texts.right}</span>
      <span data-line="target">{texts.target}</span>
      {isMoved && <span data-line="saved">{texts.now}</span>}
    </figcaption>
  )
}

const TARGETS = [0.8, 0.85, 0.9, 0.95, 0.97, 0.99]

function Target({ standing: { target }, change }: { standing: RoutingModelStanding; change: ReturnType<typeof useChange> }) {
  const { t, percent } = useFullLanguage()
  const texts = t.learned.threshold
  const choices = TARGETS.includes(target) ? TARGETS : [...TARGETS, target].toSorted((a, b) => a - b)
  return (
    <SelectField
      label={texts.targetLabel}
      value={String(target)}
      options={choices.map((value) => ({ value: String(value), label: percent(value) }))}
      onChange={(event) => {
        const wanted = Number(event.currentTarget.value)
        change.mutate({ change: { target: wanted }, said: texts.targetSaved(percent(wanted)), back: { target } })
      }}
    />
  )
}

/** The curve as a table, at most every five hundredths. */
function Numbers({ curve }: { curve: RoutingModelStanding['curve'] }) {
  const { t, percent } = useFullLanguage()
  const texts = t.learned.threshold
  const step = Math.max(1, Math.ceil(curve.length / 21))
  return (
    <details>
      <summary class="note-size">{texts.numbers}</summary>
      <table class="narrow-table">
        <thead>
          <tr>
            <th scope="col">{texts.threshold}</th>
            <th scope="col" class="figure-cell">
              {texts.share}
            </th>
            <th scope="col" class="figure-cell">
              {texts.right}
            </th>
          </tr>
        </thead>
        <tbody>
          {curve
            .filter((_, index) => index % step === 0)
            .map(({ threshold, share, right }) => (
              <tr key={threshold}>
                <th scope="row">{percent(threshold)}</th>
                <td class="figure-cell">{percent(share)}</td>
                <td class="figure-cell">{share > 0 ? percent(right) : '–'}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </details>
  )
}
