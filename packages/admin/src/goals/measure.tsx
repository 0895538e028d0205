import type { Measure } from '@klankbord/shared/measures'
import { useLanguage } from '../language.tsx'
import { plotOf } from './plot.ts'

const FRAME = { width: 300, height: 72, pad: 6 }

/** A measure as a small line, with where it began and where it wants to go; the same numbers as a table. */
export function MeasureFigure({ measure }: { measure: Measure }) {
  const { t, number, dates } = useLanguage()
  const texts = t.goals.measure
  const withUnit = (value: number) => (measure.unit === '%' ? `${number(value)} %` : `${number(value)} ${measure.unit}`)
  const last = measure.points.at(-1)
  const first = measure.points[0]
  return (
    <figure class="measure">
      <figcaption>
        <span>{measure.name}</span>
        <strong>{last ? withUnit(last.value) : '–'}</strong>
      </figcaption>
      {first && last ? (
        <Chart measure={measure} label={texts.chart(measure.name, withUnit(first.value), withUnit(last.value))} />
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
      {measure.points.length > 0 && (
        <details>
          <summary>{texts.table}</summary>
          <div class="measure-table">
            <table>
              <thead>
                <tr>
                  <th scope="col">{texts.at}</th>
                  <th scope="col">
                    {texts.value} ({measure.unit})
                  </th>
                </tr>
              </thead>
              <tbody>
                {measure.points.toReversed().map((point) => (
                  <tr key={point.at}>
                    <td>{dates.day(point.at)}</td>
                    <td>{number(point.value)}</td>
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

function Chart({ measure, label }: { measure: Measure; label: string }) {
  const plot = plotOf(measure.points, measure.baseline, measure.target, FRAME)
  const level = (y: number | null, line: string) => y !== null && <line class="chart-level" data-line={line} x1={0} x2={FRAME.width} y1={y} y2={y} />
  return (
    <svg class="chart" role="img" aria-label={label} viewBox={`0 0 ${FRAME.width} ${FRAME.height}`}>
      {level(plot.baseline, 'baseline')}
      {level(plot.target, 'target')}
      <polyline points={plot.line} />
      <circle cx={plot.last.x} cy={plot.last.y} r={4} />
    </svg>
  )
}
