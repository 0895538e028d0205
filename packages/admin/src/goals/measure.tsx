import type { Measure } from '@klankbord/shared/measures'
import { useFullLanguage } from '../full-language.ts'
import { SmallChart } from '../measures/chart.tsx'
import { useFigures } from '../measures/figures.ts'

/** A measure as a small line, with where it began and where it wants to go; the same numbers as a table. */
export function MeasureFigure({ measure }: { measure: Measure }) {
  const { t, number } = useFullLanguage()
  const figures = useFigures()
  const texts = t.goals.measure
  const shown = (value: number) => figures.value(value, measure.unit)
  const { periods } = measure
  const [first, last] = [periods[0], periods.at(-1)]
  return (
    <figure class="measure">
      <figcaption>
        <span>{measure.name}</span>
        <strong>{last ? shown(last.value) : '–'}</strong>
      </figcaption>
      {first && last ? (
        <SmallChart {...measure} points={periods} label={texts.chart(measure.name, shown(first.value), shown(last.value))} />
      ) : (
        <p class="soft note-size">{texts.none}</p>
      )}
      <p class="measure-ends">
        {measure.baseline !== null && (
          <span data-line="baseline">
            {texts.baseline} {number(measure.baseline)}
          </span>
        )}
        {measure.target !== null && (
          <span data-line="target">
            {texts.target} {number(measure.target)}
          </span>
        )}
        <span>{measure.direction === 'up' ? texts.up : texts.down}</span>
      </p>
      {periods.length > 0 && (
        <details>
          <summary>{texts.table}</summary>
          <div class="measure-table">
            <table>
              <thead>
                <tr>
                  <th scope="col">{texts.at}</th>
                  <th scope="col">
                    {texts.value} ({figures.unit(measure.unit)})
                  </th>
                </tr>
              </thead>
              <tbody>
                {periods.toReversed().map((point) => (
                  <tr key={point.at}>
                    <td>{figures.period(point.at, measure.period)}</td>
                    <td>
                      {number(point.value)} <span class="soft">{figures.sample(point.n)}</span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </figure>
  )
}
