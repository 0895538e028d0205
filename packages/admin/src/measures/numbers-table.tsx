import { type Measure, type MeasurePeriod, type MeasureSeries, measureEndpoints } from '@klankbord/shared/measures'
import { rollUpOf } from '@klankbord/shared/roll-up'
import { useMutation } from '@tanstack/preact-query'
import { Download, X } from 'lucide'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { say } from '../ui/toasts.tsx'
import { csvOf, saveText } from './csv.ts'
import { useFigures } from './figures.ts'
import { measuresChanged } from './queries.ts'

interface NumbersProps {
  measure: Measure
  points: MeasureSeries['points']
  period: MeasurePeriod
}

/** What the line shows, as a table: newest first, to be taken along, and each value to be taken away by who may. */
export function Numbers({ measure, points, period }: NumbersProps) {
  const { t, number } = useFullLanguage()
  const figures = useFigures()
  const texts = t.measures.detail
  const download = () => {
    const rows = points.map(({ at, value, n }) => [figures.day(at), value, n])
    saveText(`${measure.name}.csv`, csvOf([[texts.period, `${measure.name} (${figures.unit(measure.unit)})`, 'n'], ...rows]))
  }
  return (
    <section class="stack" data-gap="small">
      <div class="row" data-ends>
        <h2 id="numbers">{texts.numbers}</h2>
        <Button small icon={Download} onClick={download}>
          {texts.download}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <section class="numbers" tabIndex={0} aria-labelledby="numbers">
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.period}</th>
              <th scope="col" class="figure-cell">
                {texts.value}
              </th>
              <th scope="col" class="figure-cell">
                {texts.sample}
              </th>
              {measure.may.enter && <td />}
            </tr>
          </thead>
          <tbody>
            {points.toReversed().map(({ at, value, n, values }) => (
              <tr key={at}>
                <th scope="row">{figures.period(at, period)}</th>
                <td class="figure-cell">{figures.value(value, measure.unit)}</td>
                <td class="figure-cell soft">{n === null ? t.measures.noSample : number(n)}</td>
                {measure.may.enter && (
                  <td class="numbers-act">
                    {/* A sum is of no single value that could be taken away. */}
                    {(values === 1 || rollUpOf(measure.unit) === 'last') && (
                      <Remove measure={measure} at={at} label={texts.remove(figures.period(at, period))} />
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

/** Takes the value of a period away, with a way back. The period may hold it at another time than its beginning. */
function Remove({ measure, at, label }: { measure: Measure; at: string; label: string }) {
  const { t } = useFullLanguage()
  const figures = useFigures()
  const { id } = measure
  const point = measure.points.findLast((one) => figures.period(one.at, measure.period) === figures.period(at, measure.period))
  const remove = useMutation({
    mutationFn: () => call(measureEndpoints.removeMeasurePoint, { id, at: point?.at ?? at }),
    onSuccess: () => {
      measuresChanged()
      const back = async () => {
        await call(measureEndpoints.putMeasurePoints, { id, points: [point ?? { at, value: 0 }] })
        measuresChanged()
      }
      say(t.measures.detail.removed, point && { label: t.undo, onClick: () => void back() })
    },
  })
  // Older values than those that come with the measure are taken away through the API.
  return point ? <IconButton icon={X} label={label} small onClick={() => remove.mutate()} /> : null
}
