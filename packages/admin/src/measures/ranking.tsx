import { useQuery } from '@tanstack/preact-query'
import { useFullLanguage } from '../full-language.ts'
import { Read } from '../ui/states.tsx'
import { useFigures } from './figures.ts'
import { type RankedMetric, rankingQuery } from './queries.ts'

/** Teams by a computed figure: those of which too little is known stand last, without one. */
export function Ranking({ metric, unit }: { metric: RankedMetric; unit: string }) {
  const { t, number } = useFullLanguage()
  const figures = useFigures()
  const ranking = useQuery(rankingQuery(metric))
  const texts = t.measures.detail
  return (
    <section class="stack" data-gap="small">
      <h2>{texts.ranking}</h2>
      <Read query={ranking} lines={4}>
        {({ items, least }) => (
          <>
            <p class="soft note-size">{texts.rankingLead(number(least))}</p>
            <table class="ranking">
              <thead>
                <tr>
                  <th scope="col">{texts.team}</th>
                  <th scope="col" class="figure-cell">
                    {texts.value}
                  </th>
                  <th scope="col" class="figure-cell">
                    {texts.sample}
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map(({ teamId, team, value, n }) => (
                  <tr key={teamId}>
                    <th scope="row">{team}</th>
                    <td class="figure-cell">{value === null ? <span class="soft">{t.measures.tooFew}</span> : figures.value(value, unit)}</td>
                    <td class="figure-cell soft">{number(n)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </Read>
    </section>
  )
}
