import type { FeedbackFilter } from '@klankbord/shared/finding'
import { LoopPart, type LoopRow, type RankedFigure, rankedFigures } from '@klankbord/shared/loop'
import { useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { useFullLanguage } from '../full-language.ts'
import { inboxAddress } from '../inbox/views.ts'
import { SelectField } from '../ui/field.tsx'
import { Read } from '../ui/states.tsx'
import { type Days, partsQuery } from './queries.ts'

const LISTS: Record<RankedFigure, FeedbackFilter['loop']> = { answered: 'answered', told: 'told', helped: 'helped', promiseKept: 'kept' }

/** The loop by goal, team, site or month, each number with what it was taken from; ranked only where enough is known. */
export function Parts({ days }: { days: Days }) {
  const { t, number } = useFullLanguage()
  const [by, setBy] = useState<LoopPart>('goal')
  const [rank, setRank] = useState<RankedFigure>('answered')
  const parts = useQuery(partsQuery(days, by, rank))
  return (
    <section class="stack" aria-labelledby="parts">
      <h2 id="parts">{t.loop.parts}</h2>
      <div class="row">
        <SelectField
          label={t.loop.by}
          value={by}
          options={LoopPart.options.map((value) => ({ value, label: t.loop.bys[value] }))}
          onChange={({ currentTarget }) => setBy(currentTarget.value as LoopPart)}
        />
        {by !== 'month' && (
          <SelectField
            label={t.loop.rankBy}
            value={rank}
            options={rankedFigures.map((value) => ({ value, label: t.loop.figures[value] }))}
            onChange={({ currentTarget }) => setRank(currentTarget.value as RankedFigure)}
          />
        )}
      </div>
      <Read query={parts} lines={6}>
        {({ items, least }) => (
          <>
            {by !== 'month' && <p class="soft note-size">{t.loop.least(number(least))}</p>}
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
            <section class="loop-parts" tabIndex={0} aria-label={t.loop.bys[by]}>
              <table>
                <thead>
                  <tr>
                    {by !== 'month' && (
                      <th scope="col" class="figure-cell">
                        {t.loop.rank}
                      </th>
                    )}
                    <th scope="col">{t.loop.bys[by]}</th>
                    <th scope="col" class="figure-cell">
                      {t.loop.steps.received}
                    </th>
                    {rankedFigures.map((name) => (
                      <th key={name} scope="col" class="figure-cell">
                        {t.loop.figures[name]}
                      </th>
                    ))}
                    <th scope="col" class="figure-cell">
                      {t.loop.noAddressShort}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((row) => (
                    <Row key={row.id} row={row} by={by} days={days} />
                  ))}
                </tbody>
              </table>
            </section>
          </>
        )}
      </Read>
    </section>
  )
}

/** Which part of the inbox a row is about; a month by its days. */
function filterOf({ id }: LoopRow, by: LoopPart, days: Days): FeedbackFilter {
  if (by === 'goal') return { ...days, goalId: id }
  if (by === 'team') return { ...days, teamId: id }
  if (by === 'site') return { ...days, siteId: id }
  // A month begins at midnight on the organisation's clocks, which in UTC may be the day before.
  const first = new Date(Date.parse(id) + 86_400_000 / 2)
  const next = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0))
  const dayOf = (date: Date) => date.toISOString().slice(0, 10)
  const last = dayOf(next)
  return { from: dayOf(first), to: days.to && days.to < last ? days.to : last }
}

function Row({ row, by, days }: { row: LoopRow; by: LoopPart; days: Days }) {
  const { t, number, percent, code } = useFullLanguage()
  const filter = filterOf(row, by, days)
  const list = (loop?: FeedbackFilter['loop']) => inboxAddress({ view: 'all', filter: { ...filter, ...(loop && { loop }) } })
  const month = () => new Date(Date.parse(row.id) + 86_400_000 / 2).toLocaleDateString(code, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return (
    <tr>
      {by !== 'month' && <td class="figure-cell soft">{row.rank === null ? t.loop.tooFew : number(row.rank)}</td>}
      <th scope="row">
        {by === 'month' ? month() : row.name}
        {row.team !== null && <span class="soft note-size"> · {row.team}</span>}
      </th>
      <td class="figure-cell">
        <a href={list()}>{number(row.received)}</a>
      </td>
      {rankedFigures.map((name) => {
        const { value, n } = row.figures[name]
        return (
          <td key={name} class="figure-cell">
            {value === null ? (
              <span class="soft">{t.loop.nothing}</span>
            ) : (
              <>
                <a href={list(LISTS[name])}>{percent(value / 100)}</a> <span class="soft note-size">{t.loop.of(number(n ?? 0))}</span>
              </>
            )}
          </td>
        )
      })}
      <td class="figure-cell">
        <a href={list('no_address')}>{number(row.noAddress)}</a>
      </td>
    </tr>
  )
}
