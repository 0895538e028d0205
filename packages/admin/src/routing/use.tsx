import type { RoutingQuality } from '@klankbord/shared/suggestions'
import { useQuery } from '@tanstack/preact-query'
import { ChartLine, TrendingDown } from 'lucide'
import { useState } from 'preact/hooks'
import { Bar } from '../coverage/bar.tsx'
import { useFullLanguage } from '../full-language.ts'
import { inboxAddress } from '../inbox/views.ts'
import { LargeChart } from '../measures/chart.tsx'
import '../styles/coverage.css'
import { Icon } from '../ui/icon.tsx'
import { Segments } from '../ui/segments.tsx'
import { Empty, Read } from '../ui/states.tsx'
import { Part } from './part.tsx'
import { qualityQuery } from './queries.ts'

const periods = ['4', '12', '26', '52'] as const
type Period = (typeof periods)[number]

const WEEK = 7 * 86_400_000
const weeksAgo = (weeks: number) => new Date(Date.now() - weeks * WEEK).toISOString().slice(0, 10)

/** How suggestions fare with the people who decide. */
export function Use() {
  const { t } = useFullLanguage()
  const texts = t.learned.use
  const [period, setPeriod] = useState<Period>('12')
  const quality = useQuery(qualityQuery(weeksAgo(Number(period))))
  return (
    <div class="stack" data-gap="large">
      <div class="row" data-ends>
        <p class="soft page-lead">{texts.lead}</p>
        <Segments
          label={texts.period}
          options={periods.map((value) => ({ value, label: texts.periods[value] }))}
          value={period}
          onChange={setPeriod}
        />
      </div>
      <Read query={quality} lines={8}>
        {(found) =>
          found.suggested === 0 ? (
            <Empty icon={ChartLine} title={texts.none[0]}>
              <p>{texts.none[1]}</p>
            </Empty>
          ) : (
            <>
              <Accepted quality={found} />
              <ByGoal quality={found} />
              <Confusion quality={found} />
            </>
          )
        }
      </Read>
    </div>
  )
}

function Accepted({ quality: { suggested, accepted, weeks, drift } }: { quality: RoutingQuality }) {
  const { t, dates, number, percent } = useFullLanguage()
  const texts = t.learned.use
  const tried = weeks.filter((week) => week.suggested > 0)
  const shareOf = (week: (typeof weeks)[number] | undefined) => (week ? week.accepted / week.suggested : 0)
  return (
    <Part title={texts.title}>
      <p class="measure-now">
        <strong>{texts.accepted(percent(accepted / suggested))}</strong>
        <span class="soft">{texts.of(number(accepted), number(suggested))}</span>
      </p>
      {drift && (
        <p class="drift">
          <Icon of={TrendingDown} />
          <span>{texts.drift(percent(drift.before), percent(drift.now))}</span>
        </p>
      )}
      {tried.length > 1 && (
        <LargeChart
          points={tried.map((week) => ({ at: week.from, value: shareOf(week) }))}
          baseline={null}
          target={null}
          label={texts.chart(percent(shareOf(tried[0])), percent(shareOf(tried.at(-1))))}
          valueText={percent}
          timeText={(at) => dates.calendar(at.slice(0, 10))}
          pointText={(index) => `${dates.calendar(tried[index]?.from ?? '')}: ${percent(shareOf(tried[index]))}`}
        />
      )}
      <Weeks weeks={weeks} />
    </Part>
  )
}

function Weeks({ weeks }: Pick<RoutingQuality, 'weeks'>) {
  const { t, dates, number, percent } = useFullLanguage()
  const texts = t.learned.use
  return (
    <details>
      <summary class="note-size">{texts.numbers}</summary>
      <table class="narrow-table">
        <thead>
          <tr>
            <th scope="col">{texts.week}</th>
            <th scope="col" class="figure-cell">
              {texts.suggested}
            </th>
            <th scope="col" class="figure-cell">
              {texts.acceptedColumn}
            </th>
            <th scope="col" class="figure-cell">
              {texts.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {weeks.toReversed().map((week) => (
            <tr key={week.from}>
              <th scope="row">{dates.calendar(week.from)}</th>
              <td class="figure-cell">{number(week.suggested)}</td>
              <td class="figure-cell">{number(week.accepted)}</td>
              <td class="figure-cell">
                {week.suggested > 0 ? percent(week.accepted / week.suggested) : <span class="soft">{texts.noneThatWeek}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function ByGoal({ quality: { goals } }: { quality: RoutingQuality }) {
  const { t, number, percent } = useFullLanguage()
  const texts = t.learned.use
  if (goals.length === 0) return null
  return (
    <Part title={texts.goals}>
      <table class="folding-table">
        <thead>
          <tr>
            <th scope="col">{texts.goal}</th>
            <th scope="col" class="figure-cell">
              {texts.suggested}
            </th>
            <th scope="col" class="figure-cell">
              {texts.acceptedColumn}
            </th>
            <th scope="col" class="figure-cell">
              {texts.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {goals
            .toSorted((a, b) => b.suggested - a.suggested)
            .map(({ goalId, title, suggested, accepted }) => (
              <tr key={goalId}>
                <th scope="row">
                  <a href={`/admin/goals/${goalId}`}>{title}</a>
                  <Bar share={suggested > 0 ? accepted / suggested : 0} />
                </th>
                <td class="figure-cell" data-label={texts.suggested}>
                  {number(suggested)}
                </td>
                <td class="figure-cell" data-label={texts.acceptedColumn}>
                  {number(accepted)}
                </td>
                <td class="figure-cell" data-label={texts.share}>
                  {suggested > 0 ? percent(accepted / suggested) : '–'}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </Part>
  )
}

function Confusion({ quality: { confusion } }: { quality: RoutingQuality }) {
  const { t, number } = useFullLanguage()
  const texts = t.learned.use
  if (confusion.length === 0) return <Part title={texts.confusion}>{<p class="soft">{texts.noConfusion}</p>}</Part>
  return (
    <Part title={texts.confusion} lead={texts.confusionLead}>
      <table class="folding-table">
        <thead>
          <tr>
            <th scope="col">{texts.suggestedGoal}</th>
            <th scope="col">{texts.chosenGoal}</th>
            <th scope="col" class="figure-cell">
              {texts.times}
            </th>
          </tr>
        </thead>
        <tbody>
          {confusion.map(({ suggested, chosen, count }) => (
            <tr key={suggested.id + chosen.id}>
              <th scope="row">{suggested.title}</th>
              <td data-label={texts.chosenGoal}>
                <a href={inboxAddress({ view: 'waiting', filter: { goalId: chosen.id } })} title={texts.look(chosen.title)}>
                  {chosen.title}
                </a>
              </td>
              <td class="figure-cell" data-label={texts.times}>
                {number(count)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  )
}
