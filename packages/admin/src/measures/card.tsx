import type { Measure } from '@klankbord/shared/measures'
import { useQuery } from '@tanstack/preact-query'
import { CircleCheck } from 'lucide'
import { useFullLanguage } from '../full-language.ts'
import { teamsQuery } from '../queries.ts'
import { Icon } from '../ui/icon.tsx'
import { SmallChart } from './chart.tsx'
import { useFigures } from './figures.ts'

/** The name of the team that a measure belongs to. */
export function useTeamOf({ teamId }: Pick<Measure, 'teamId'>): string {
  const { t } = useFullLanguage()
  const { data } = useQuery(teamsQuery)
  if (teamId === null) return t.measures.organisation
  return data?.items.find(({ id }) => id === teamId)?.name ?? '…'
}

/** Whether the last value is where it wants to be. */
export const isReached = ({ periods, target, direction }: Pick<Measure, 'periods' | 'target' | 'direction'>): boolean => {
  const last = periods.at(-1)
  if (!last || target === null) return false
  return direction === 'up' ? last.value >= target : last.value <= target
}

/** One of the small multiples: the last value with its sample, the line, where it comes from and where it goes. */
export function MeasureCard({ measure }: { measure: Measure }) {
  const { t } = useFullLanguage()
  const figures = useFigures()
  const team = useTeamOf(measure)
  const { periods, unit, name } = measure
  const [first, last] = [periods[0], periods.at(-1)]
  const shown = (value: number) => figures.value(value, unit)
  return (
    <article class="measure-card">
      <header>
        <h2>
          <a href={`/admin/measures/${measure.id}`}>{name}</a>
        </h2>
        <p class="note-size soft">{[team, measure.owner].filter(Boolean).join(' · ')}</p>
      </header>
      {first && last ? (
        <>
          <p class="measure-now">
            <strong>{shown(last.value)}</strong>
            <span class="soft note-size">
              {figures.period(last.at, measure.period)} · {figures.sample(last.n)}
            </span>
          </p>
          <SmallChart {...measure} points={periods} label={t.measures.chart(name, shown(first.value), shown(last.value))} />
        </>
      ) : (
        <p class="measure-nothing soft">{measure.computed ? t.measures.noValuesComputed : t.measures.noValues}</p>
      )}
      <Ends measure={measure} />
      <footer class="note-size soft">
        {figures.source(measure)} · <Updated measure={measure} />
      </footer>
    </article>
  )
}

/** Where it began, where it wants to go, and what was done on the way. */
export function Ends({ measure }: { measure: Measure }) {
  const { t, number } = useFullLanguage()
  const figures = useFigures()
  const { baseline, target, unit, direction, outcomes } = measure
  return (
    <p class="measure-legend note-size">
      {baseline !== null && (
        <span data-line="baseline">
          {t.measures.baseline} {figures.value(baseline, unit)}
        </span>
      )}
      {target !== null && (
        <span data-line="target">
          {t.measures.target} {figures.value(target, unit)}
        </span>
      )}
      {outcomes.length > 0 && <span data-line="outcome">{t.measures.outcomes(number(outcomes.length))}</span>}
      {isReached(measure) ? (
        <span class="mark" data-state="answered">
          <Icon of={CircleCheck} />
          {t.measures.reached}
        </span>
      ) : (
        <span class="soft">{t.measures.better[direction]}</span>
      )}
    </p>
  )
}

export function Updated({ measure: { computed, updatedAt } }: { measure: Measure }) {
  const { t, dates } = useFullLanguage()
  if (computed) return <>{t.measures.live}</>
  return <>{updatedAt === null ? t.measures.neverUpdated : t.measures.updated(dates.relative(updatedAt))}</>
}
