import type { Deps } from '../deps.ts'
import { renderPage } from '../http/page.tsx'
import { Rich } from '../stories/rich.tsx'
import { dayOf } from '../texts/dates.ts'
import { languageOf, type Texts, texts } from '../texts/texts.ts'
import type { Draft } from './draft.ts'
import { IdeaForm } from './idea-form.tsx'
import type { TeamPage } from './read-team-page.ts'

/** What was just done or typed, to be said on the page. */
export interface Said {
  token: string
  /** Under which an idea is kept once, however often its form is sent. */
  formKey: string
  done?: 'proposed' | 'added' | undefined
  draft?: Draft | undefined
}

export interface Parts extends Said {
  page: TeamPage
  t: Texts
  day: (at: string) => string
}

/** A team's page: on a phone one thing under the other, on a shared screen side by side. */
export function renderTeamPage({ clock }: Pick<Deps, 'clock'>, page: TeamPage, said: Said): string {
  const { house, team } = page
  const language = languageOf(house.locale)
  const day = (at: string) => dayOf(at, { language, timeZone: house.timeZone, now: clock() })
  const parts: Parts = { ...said, page, t: texts[language], day }
  return renderPage({
    language,
    title: parts.t.colleagues.team.title(team.name),
    organisation: house.name,
    ...(house.accent && { accent: house.accent }),
    className: 'team-page',
    children: (
      <>
        <header class="wide">
          <h1>{team.name}</h1>
          <p class="lead">{parts.t.colleagues.team.lead}</p>
        </header>
        <div class="stack">
          <Goals {...parts} />
          <IdeaForm {...parts} />
        </div>
        <div class="stack">
          <Compliments {...parts} />
          <Voices {...parts} />
        </div>
        <p class="soft wide">{parts.t.colleagues.team.keep}</p>
      </>
    ),
  })
}

function Goals({ page: { goals }, t }: Parts) {
  const { team } = t.colleagues
  return (
    <section>
      <h2>{team.goals}</h2>
      {goals.length === 0 && <p>{team.noGoals}</p>}
      {goals.map(({ title, why, hows }) => (
        <article class="goal">
          <h3>{title}</h3>
          {why && <Rich text={why} />}
          <h4>{team.how}</h4>
          {hows.length === 0 && <p class="soft">{team.noHow}</p>}
          <ul class="hows">
            {hows.map(({ title, state, proposedBy }) => (
              <li>
                {title} <span class="state">· {[team.states[state], proposedBy && team.by(proposedBy)].filter(Boolean).join(' ')}</span>
              </li>
            ))}
          </ul>
        </article>
      ))}
    </section>
  )
}

function Compliments({ page: { compliments }, t, day }: Parts) {
  const { team } = t.colleagues
  return (
    <section>
      <h2>{team.compliments}</h2>
      {compliments.items.length === 0 && <p>{team.noCompliments}</p>}
      <div class="cheer">
        {compliments.items.map(({ words, at }) => (
          <blockquote>
            <p class="words">{words}</p>
            <p class="soft">{team.said(day(at))}</p>
          </blockquote>
        ))}
      </div>
      {compliments.more > 0 && <p class="soft more">{team.more(compliments.more)}</p>}
    </section>
  )
}

function Voices({ page: { goals, voices }, t, day }: Parts) {
  const { team } = t.colleagues
  // Without a goal nothing that customers say can come to the team.
  if (goals.length === 0) return null
  const more = voices.count - voices.items.length
  return (
    <section>
      <h2>{team.voices(voices.count)}</h2>
      <p class="soft">{voices.count === 0 ? team.noVoices : team.voicesLead}</p>
      <ul class="voice-list">
        {voices.items.map(({ kind, words, at }) => (
          <li>
            <p class="soft">{`${t.words.kind[kind]}, ${team.said(day(at))}`}</p>
            <p class="words">{words}</p>
          </li>
        ))}
      </ul>
      {more > 0 && <p class="soft more">{team.more(more)}</p>}
    </section>
  )
}
