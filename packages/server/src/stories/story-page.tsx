import type { Story, StoryGoal } from '@klankbord/shared/stories'
import type { ComponentChildren } from 'preact'
import type { Deps } from '../deps.ts'
import { shorten } from '../feedback/mask.ts'
import { renderPage } from '../http/page.tsx'
import { dayOf } from '../texts/dates.ts'
import { type Language, languageOf, type Texts, texts } from '../texts/texts.ts'
import { MeasureFigure } from './chart.tsx'
import type { Told } from './read-story.ts'
import { Rich } from './rich.tsx'

/** How much of a why is told: the first in full sentences, the others in one. */
const WHY = { first: 520, others: 170 }

interface Parts {
  story: Story
  language: Language
  t: Texts
  day: (at: string) => string
}

/** A story as one page: for a large screen, for one sheet of paper, and for who has the link. */
export function renderStory({ clock }: Pick<Deps, 'clock'>, { story, house }: Told): string {
  const language = languageOf(house.locale)
  const now = clock()
  const day = (at: string) => dayOf(at, { language, timeZone: house.timeZone, now })
  const parts = { story, language, t: texts[language], day }
  const title = story.team?.name ?? story.organisation
  return renderPage({
    language,
    title: parts.t.colleagues.story.title(title),
    ...(story.team && { organisation: story.organisation }),
    ...(house.accent && { accent: house.accent }),
    className: isDense(story) ? 'story dense' : 'story',
    label: title,
    children: (
      <>
        <header class="story-head">
          <h1>{title}</h1>
          <p class="soft">{parts.t.colleagues.story.asOf(day(now.toISOString()))}</p>
        </header>
        <div class="story-columns">
          <div>
            <Why {...parts} />
            <Below {...parts} />
            {leftIsShort(story) && <Outcomes {...parts} />}
          </div>
          <div>
            <Measures {...parts} />
            <Compliments {...parts} />
            {!leftIsShort(story) && <Outcomes {...parts} />}
          </div>
        </div>
      </>
    ),
  })
}

/** Where there are few goals to tell of, the outcomes stand under them: the columns come out about as long. */
const leftIsShort = ({ goals, below }: Story) => goals.items.length * 3 + below.items.length <= 6

/** More than fits on paper in full. */
const isDense = ({ goals, below, measures }: Story) => goals.items.length > 2 || below.items.length > 5 || measures.items.length > 2

function Part({ name, title, more, t, children }: { name: string; title: string; more: number; t: Texts; children: ComponentChildren }) {
  return (
    <section class={`story-part ${name}`}>
      <h2>{title}</h2>
      {children}
      {more > 0 && <p class="soft more">{t.colleagues.story.more(more)}</p>}
    </section>
  )
}

function Why({ story: { goals }, t, day }: Parts) {
  const { story: texts } = t.colleagues
  return (
    <Part name="why" title={texts.why} more={goals.more} t={t}>
      {goals.items.length === 0 && <p class="soft">{texts.noGoals}</p>}
      {goals.items.map((goal, i) => (
        <article class={i === 0 ? 'purpose' : undefined}>
          <h3>{goal.title}</h3>
          {goal.why && (
            <div class="because">
              <Rich text={shorten(goal.why, i === 0 ? WHY.first : WHY.others)} />
            </div>
          )}
          <Aim goal={goal} texts={texts} day={day} />
        </article>
      ))}
    </Part>
  )
}

function Aim({ goal: { target, endsOn }, texts, day }: { goal: StoryGoal; texts: Texts['colleagues']['story']; day: Parts['day'] }) {
  const said = [target ? texts.aim(target) : '', endsOn ? texts.by(day(`${endsOn}T12:00:00.000Z`)) : ''].filter(Boolean)
  return said.length > 0 ? <p class="soft small">{said.join(' · ')}</p> : null
}

function Below({ story: { below }, t }: Parts) {
  const { story: texts } = t.colleagues
  if (below.items.length === 0) return null
  return (
    <Part name="below" title={texts.below} more={below.more} t={t}>
      <ul>
        {below.items.map(({ title, team, state }) => (
          <li>
            <span class="what">{title}</span>
            <span class="soft small">
              {team}
              {state === 'achieved' && <strong class="achieved"> · {texts.achieved}</strong>}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Measures({ story: { measures }, language, t }: Parts) {
  const { story: texts } = t.colleagues
  if (measures.items.length === 0) return null
  return (
    <Part name="figures" title={texts.measures} more={measures.more} t={t}>
      <div class="figures-grid">
        {measures.items.map((measure) => (
          <MeasureFigure measure={measure} language={language} texts={texts} />
        ))}
      </div>
    </Part>
  )
}

function Compliments({ story: { compliments }, t, day }: Parts) {
  const { story: texts } = t.colleagues
  const count = compliments.items.length + compliments.more
  return (
    <Part name="voices" title={texts.compliments(count)} more={compliments.more} t={t}>
      {count === 0 && <p class="soft">{texts.noCompliments}</p>}
      {compliments.items.map(({ words, at, team }) => (
        <blockquote>
          <p>{t.letters.quoted(words)}</p>
          <cite class="soft small">{[day(at), team].filter(Boolean).join(' · ')}</cite>
        </blockquote>
      ))}
    </Part>
  )
}

function Outcomes({ story: { outcomes }, t }: Parts) {
  const { story: texts } = t.colleagues
  return (
    <Part name="done" title={texts.outcomes} more={outcomes.more} t={t}>
      {outcomes.items.length === 0 && <p class="soft">{texts.noOutcomes}</p>}
      <ul>
        {outcomes.items.map(({ title, did, team }) => (
          <li>
            <p>
              <span class="what">{title}</span> <span class="did">{did}</span>
            </p>
            <span class="soft small">{team}</span>
          </li>
        ))}
      </ul>
    </Part>
  )
}
