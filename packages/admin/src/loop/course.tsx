import type { LoopSeries } from '@klankbord/shared/loop'
import { useQuery } from '@tanstack/preact-query'
import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { useState } from 'preact/hooks'
import { useFullLanguage } from '../full-language.ts'
import { useWidth } from '../measures/chart.tsx'
import '../styles/measures.css'
import { Segments } from '../ui/segments.tsx'
import { Read } from '../ui/states.tsx'
import { courseQuery, type Days } from './queries.ts'

const HEIGHT = 240
const PAD = { top: 20, right: 16, bottom: 28, left: 44 }
const lines = ['complaints', 'compliments'] as const

/** Compliments and complaints over time, with the dates of outcomes; the same in a table. */
export function Course({ days }: { days: Days }) {
  const { t } = useFullLanguage()
  const [period, setPeriod] = useState<'week' | 'month'>('week')
  const course = useQuery(courseQuery(days, period))
  return (
    <section class="stack" aria-labelledby="course">
      <h2 id="course">{t.loop.course}</h2>
      <Segments
        label={t.loop.per}
        value={period}
        options={(['week', 'month'] as const).map((value) => ({ value, label: t.loop.periods[value] }))}
        onChange={setPeriod}
      />
      <Read query={course} lines={6}>
        {(series) => (
          <>
            <Chart series={series} />
            <Table series={series} />
          </>
        )}
      </Read>
    </section>
  )
}

function Chart({ series: { points, outcomes } }: { series: LoopSeries }) {
  const { t, number, dates } = useFullLanguage()
  const [box, width] = useWidth()
  const first = Date.parse(points[0]?.at ?? '')
  const last = Math.max(Date.parse(points.at(-1)?.at ?? ''), ...outcomes.map(({ at }) => Date.parse(at)))
  const x = scaleLinear([first, Math.max(last, first + 1)], [PAD.left, width - PAD.right])
  const top = Math.max(1, ...points.map(({ compliments, complaints }) => Math.max(compliments, complaints)))
  const y = scaleLinear([0, top], [HEIGHT - PAD.bottom, PAD.top]).nice(4)
  const path = (name: (typeof lines)[number]) =>
    line<LoopSeries['points'][number]>(
      ({ at }) => x(Date.parse(at)),
      (point) => y(point[name]),
    )(points) ?? ''
  return (
    <div ref={box}>
      <p class="loop-legend" aria-hidden="true">
        {lines.map((name) => (
          <span key={name} data-line={name}>
            {t.loop[name]}
          </span>
        ))}
        <span data-line="outcome">{t.loop.outcome}</span>
      </p>
      <svg class="line-chart loop-chart" role="img" aria-label={t.loop.chart} viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT}>
        {y
          .ticks(4)
          .filter(Number.isInteger)
          .map((value) => (
            <g key={value} class="line-chart-axis">
              <line x1={PAD.left} x2={width - PAD.right} y1={y(value)} y2={y(value)} />
              <text x={PAD.left - 8} y={y(value)} dy="0.32em" text-anchor="end">
                {number(value)}
              </text>
            </g>
          ))}
        {outcomes.map(({ id, at, title }) => (
          <g key={id} class="line-chart-flag">
            <line class="line-chart-mark" x1={x(Date.parse(at))} x2={x(Date.parse(at))} y1={PAD.top} y2={HEIGHT - PAD.bottom} />
            <title>{`${dates.day(at)}: ${title}`}</title>
          </g>
        ))}
        {lines.map((name) => (
          <path key={name} data-line={name} d={path(name)} />
        ))}
        {[points[0], points.at(-1)].map(
          (point, i) =>
            point && (
              <text key={point.at} x={x(Date.parse(point.at))} y={HEIGHT - 8} text-anchor={i === 0 ? 'start' : 'end'}>
                {dates.day(point.at)}
              </text>
            ),
        )}
      </svg>
    </div>
  )
}

function Table({ series: { points, outcomes } }: { series: LoopSeries }) {
  const { t, number, dates } = useFullLanguage()
  const within = (i: number) => outcomes.filter(({ at }) => at >= (points[i]?.at ?? '') && at < (points[i + 1]?.at ?? '9'))
  return (
    <details>
      <summary>{t.loop.table}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <section class="numbers" tabIndex={0} aria-label={t.loop.table}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.loop.from}</th>
              <th scope="col" class="figure-cell">
                {t.loop.complaints}
              </th>
              <th scope="col" class="figure-cell">
                {t.loop.compliments}
              </th>
              <th scope="col">{t.loop.outcome}</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ at, complaints, compliments }, i) => (
              <tr key={at}>
                <th scope="row">{dates.day(at)}</th>
                <td class="figure-cell">{number(complaints)}</td>
                <td class="figure-cell">{number(compliments)}</td>
                <td>
                  {within(i).map(({ id, title }) => (
                    <p key={id}>
                      <a href={`/admin/outcomes/${id}`}>{title}</a>
                    </p>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
