import type { Theme } from '@klankbord/shared/suggestions'
import { useQuery } from '@tanstack/preact-query'
import { ArrowLeft, BookOpenCheck, Shapes, Sprout, Target } from 'lucide'
import { useState } from 'preact/hooks'
import { useFullLanguage } from '../full-language.ts'
import ProposeGoal from '../inbox/propose-goal.tsx'
import { newOutcomeAddress } from '../inbox/views.ts'
import { mayAct, useMe } from '../me.ts'
import '../styles/item.css'
import '../styles/routing.css'
import '../styles/settings.css'
import '../styles/learned.css'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Page } from '../ui/page.tsx'
import { Empty, ProblemNote, Read } from '../ui/states.tsx'
import { Examples } from './dry-run.tsx'
import { themesQuery } from './queries.ts'
import { RouteTheme, useRouteTheme } from './route-theme.tsx'

/** As many as one proposal of a goal takes, and the address of an outcome holds. */
const MOST = 200

/** What waits without a goal, in groups that seem to be about one thing. */
export default function ThemesPage() {
  const { t, number } = useFullLanguage()
  const texts = t.routing.themes
  const themes = useQuery(themesQuery)
  return (
    <Page title={texts.title} lead={texts.lead}>
      <p>
        <a class="row" href="/admin/inbox/to-route">
          <Icon of={ArrowLeft} />
          {texts.back}
        </a>
      </p>
      <Read query={themes} lines={9}>
        {({ items, grouped, left }) =>
          items.length === 0 ? (
            <Empty icon={Shapes} title={texts.none[0]}>
              <p>{texts.none[1]}</p>
            </Empty>
          ) : (
            <>
              <p class="soft note-size">{texts.grouped(number(grouped), number(left))}</p>
              <ul class="entries">
                {items.map((theme) => (
                  <OneTheme key={theme.feedbackIds[0]} theme={theme} />
                ))}
              </ul>
            </>
          )
        }
      </Read>
    </Page>
  )
}

function OneTheme({ theme }: { theme: Theme }) {
  const { t, number, percent } = useFullLanguage()
  const texts = t.routing.themes
  const can = mayAct(useMe())
  const [dialog, setDialog] = useState<'goal' | 'propose' | null>(null)
  const routing = useRouteTheme(theme)
  const { candidate } = theme
  return (
    <li>
      <article class="entry theme" aria-label={theme.name}>
        <header class="row" data-ends>
          <h2>{theme.name}</h2>
          <span class="soft">{texts.size(number(theme.size), theme.size)}</span>
        </header>
        <Examples of={theme.examples} view="to-route" />
        {candidate ? (
          <p>
            {texts.looksLike(candidate.title)} <span class="soft note-size">· {texts.sure(percent(candidate.confidence))}</span>
          </p>
        ) : (
          <p class="soft">{texts.noCandidate}</p>
        )}
        {can && (
          <div class="row">
            {candidate && (
              <Button
                look="primary"
                icon={Target}
                busy={routing.isPending}
                aria-label={texts.route(number(theme.size), candidate.title)}
                onClick={() => routing.mutate({ id: candidate.goalId, title: candidate.title })}
              >
                {texts.routeShort}
              </Button>
            )}
            <a
              class="button"
              href={newOutcomeAddress(theme.feedbackIds.slice(0, MOST), candidate?.goalId)}
              aria-label={texts.answerOf(number(Math.min(theme.feedbackIds.length, MOST)), theme.name)}
            >
              <Icon of={BookOpenCheck} />
              {texts.answer}
            </a>
            <Button aria-label={texts.otherOf(theme.name)} onClick={() => setDialog('goal')}>
              {texts.other}
            </Button>
            <Button icon={Sprout} aria-label={texts.makeGoalOf(theme.name)} onClick={() => setDialog('propose')}>
              {texts.makeGoal}
            </Button>
          </div>
        )}
        <ProblemNote error={routing.error} />
        {dialog === 'goal' && <RouteTheme theme={theme} onClose={() => setDialog(null)} />}
        {dialog === 'propose' && (
          <ProposeGoal
            title={theme.name}
            items={saidIn(theme)}
            note={theme.feedbackIds.length > MOST ? texts.most(number(MOST)) : undefined}
            onDone={() => setDialog(null)}
            onClose={() => setDialog(null)}
          />
        )}
      </article>
    </li>
  )
}

/** The items of a theme, those with their words first. */
function saidIn({ examples, feedbackIds }: Theme) {
  const known = new Set(examples.map(({ id }) => id))
  return [...examples, ...feedbackIds.filter((id) => !known.has(id)).map((id) => ({ id, message: '' }))].slice(0, MOST)
}
