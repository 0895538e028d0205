import type { Coverage } from '@klankbord/shared/coverage'
import { useQuery } from '@tanstack/preact-query'
import { CircleCheck } from 'lucide'
import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useFullLanguage } from '../full-language.ts'
import { GoalPlaces } from '../goals/places.tsx'
import { WhichTeam } from '../goals/which-team.tsx'
import '../styles/coverage.css'
import '../styles/goals.css'
import { Icon } from '../ui/icon.tsx'
import { Page } from '../ui/page.tsx'
import { Read } from '../ui/states.tsx'
import { Bar } from './bar.tsx'
import { GapList } from './gap-list.tsx'
import { coverageAddress, coverageQuery, fetchCoverage, goalGaps, type Look, lookOf, personGaps } from './queries.ts'
import { TeamTree } from './team-tree.tsx'

/** Who has a goal that reaches the top, and what is missing: of the organisation, or of one team and all below it. */
export default function CoveragePage() {
  const { t } = useFullLanguage()
  const { query, route } = useLocation()
  const team = query.team ?? ''
  const look = lookOf(query.gap)
  const coverage = useQuery(coverageQuery(team))
  useEffect(() => fetchCoverage(query), [query])
  return (
    <Page title={t.coverage.title} lead={t.coverage.lead} wide>
      <GoalPlaces />
      <WhichTeam
        label={t.coverage.of}
        none={t.coverage.everyone}
        team={team}
        ready={coverage.data !== undefined}
        onChoose={(id) => route(coverageAddress({ team: id, look }))}
      />
      <Read query={coverage} lines={8}>
        {(numbers) => (
          <>
            <TheNumber {...numbers} />
            <div class="coverage">
              <Gaps team={team} look={look} numbers={numbers} />
              {look ? <GapList key={coverageAddress({ team, look })} team={team} look={look} since={numbers.since} /> : <TeamTree team={team} />}
            </div>
          </>
        )}
      </Read>
    </Page>
  )
}

function TheNumber({ people, reached, share }: Coverage) {
  const { t, number } = useFullLanguage()
  if (share === null) return <p class="soft">{t.coverage.nobody}</p>
  // Rounded down, so that it says all only when it is all.
  const percent = Math.floor(share * 100)
  return (
    <div class="coverage-number">
      <p>
        <strong>{percent} %</strong>
        <span>{t.coverage.sentence(number(reached), number(people), people)}</span>
      </p>
      <Bar share={share} />
      <p class="soft note-size">{t.coverage.definition}</p>
    </div>
  )
}

function Gaps({ team, look, numbers: { gaps, goals } }: { team: string; look: Look; numbers: Coverage }) {
  const { t } = useFullLanguage()
  return (
    <nav class="gaps" aria-label={t.coverage.gapsLabel}>
      <ul>
        <Gap team={team} here={look} look={null} label={t.coverage.byTeam} />
      </ul>
      <h2>{t.coverage.ofPeople}</h2>
      <ul>
        {personGaps.map((gap) => (
          <Gap key={gap} team={team} here={look} look={{ of: 'people', gap }} label={t.coverage.people[gap].name} count={gaps.people[gap]} />
        ))}
        <Gap team={team} here={look} look={{ of: 'teams' }} label={t.coverage.teams.name} count={gaps.teams['no-goal']} />
      </ul>
      <h2>{t.coverage.ofGoals(goals)}</h2>
      <ul>
        {goalGaps.map((gap) => (
          <Gap key={gap} team={team} here={look} look={{ of: 'goals', gap }} label={t.coverage.goals[gap].name} count={gaps.goals[gap]} />
        ))}
      </ul>
    </nav>
  )
}

function Gap({ team, here, look, label, count }: { team: string; here: Look; look: Look; label: string; count?: number | undefined }) {
  const { t, number } = useFullLanguage()
  const address = coverageAddress({ team, look })
  return (
    <li>
      <a class="gap" href={address} aria-current={coverageAddress({ team, look: here }) === address ? 'true' : undefined}>
        <span>{label}</span>
        {count === 0 ? (
          <span class="gap-none">
            <Icon of={CircleCheck} />
            <span class="unseen">{t.coverage.none}</span>
          </span>
        ) : (
          count !== undefined && <strong>{number(count)}</strong>
        )}
      </a>
    </li>
  )
}
