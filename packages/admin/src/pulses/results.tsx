import type { Pulse, PulseGroup, PulseResult, PulseRound } from '@klankbord/shared/pulses'
import { useQuery } from '@tanstack/preact-query'
import type { CSSProperties } from 'preact'
import { useFullLanguage } from '../full-language.ts'
import { Read } from '../ui/states.tsx'
import { roundsQuery } from './queries.ts'
import { answersOf, questionOf } from './words.ts'

/** What was answered in the last round that closed, and in those before. */
export function Results({ pulse }: { pulse: Pulse }) {
  const { t } = useFullLanguage()
  const rounds = useQuery(roundsQuery(pulse.id))
  return (
    <Read query={rounds} lines={2}>
      {({ items }) => {
        const [last, ...earlier] = items.filter(({ closedAt }) => closedAt !== null)
        if (!last) return <p class="soft note-size">{t.pulses.noResults}</p>
        return (
          <div class="stack">
            <Round pulse={pulse} round={last} />
            {earlier.length > 0 && (
              <details>
                <summary>{t.pulses.earlier}</summary>
                <div class="stack">
                  {earlier.map((round) => (
                    <Round key={round.id} pulse={pulse} round={round} />
                  ))}
                </div>
              </details>
            )}
          </div>
        )
      }}
    </Read>
  )
}

function Round({ pulse, round: { closedAt, groups } }: { pulse: Pulse; round: PulseRound }) {
  const { t, dates, code } = useFullLanguage()
  return (
    <div class="pulse-table">
      <table aria-label={`${questionOf(pulse, code, t)}: ${t.pulses.results(dates.day(closedAt ?? ''))}`}>
        <caption>{t.pulses.results(dates.day(closedAt ?? ''))}</caption>
        <thead>
          <tr>
            <th scope="col">{t.pulses.group}</th>
            {pulse.kind !== 'choice' && <th scope="col">{t.pulses.result}</th>}
            <th scope="col">{t.pulses.answers}</th>
            <th scope="col">{t.pulses.spread}</th>
          </tr>
        </thead>
        <tbody>
          {inOrder(groups).map(({ group, depth }) => (
            <tr key={group.teamId ?? ''}>
              <th scope="row" data-depth={Math.min(depth, 4)}>
                {group.name}
              </th>
              {group.result ? (
                <Figures pulse={pulse} result={group.result} />
              ) : (
                <td colSpan={pulse.kind === 'choice' ? 2 : 3} class="soft note-size">
                  {group.hidden && t.pulses.hidden[group.hidden]}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Figures({ pulse, result: { answers, invited, counts, score } }: { pulse: Pulse; result: PulseResult }) {
  const { t, code } = useFullLanguage()
  const share = new Intl.NumberFormat(code, { style: 'percent' }).format(answers / Math.max(invited, 1))
  const signed = pulse.kind === 'enps' ? ({ signDisplay: 'exceptZero' } as const) : { minimumFractionDigits: 1 }
  return (
    <>
      {pulse.kind !== 'choice' && (
        <td>
          <strong>{score !== null && t.pulses.score[pulse.kind](new Intl.NumberFormat(code, signed).format(score))}</strong>
        </td>
      )}
      <td class="note-size">{t.pulses.response(answers, invited, share)}</td>
      <td>
        <Spread labels={answersOf(pulse, code)} counts={counts} stacked={pulse.kind === 'choice'} />
      </td>
    </>
  )
}

function Spread({ labels, counts, stacked }: { labels: string[]; counts: number[]; stacked: boolean }) {
  const { t } = useFullLanguage()
  const most = Math.max(1, ...counts)
  return (
    <ol class="spread" data-stacked={stacked || undefined}>
      {labels.map((label, i) => (
        <li key={label} style={{ '--share': (counts[i] ?? 0) / most } as CSSProperties}>
          <span class="unseen">{t.pulses.gave(label, counts[i] ?? 0)}</span>
          <span aria-hidden="true" class="spread-count">
            {counts[i] || ''}
          </span>
          <i aria-hidden="true" />
          <span aria-hidden="true" class="spread-label">
            {label}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** As the tree goes: each group right above those below it. */
function inOrder(groups: PulseGroup[]): { group: PulseGroup; depth: number }[] {
  const ids = new Set(groups.map(({ teamId }) => teamId))
  const isTop = (group: PulseGroup) => group.teamId === null || !ids.has(group.parentId)
  const walk = (group: PulseGroup, depth: number): { group: PulseGroup; depth: number }[] => [
    { group, depth },
    ...groups.filter((one) => one !== group && !isTop(one) && one.parentId === group.teamId).flatMap((one) => walk(one, depth + 1)),
  ]
  return groups.filter(isTop).flatMap((group) => walk(group, 0))
}
