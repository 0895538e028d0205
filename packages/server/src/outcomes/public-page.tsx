import type { PublicOutcome } from '@klankbord/shared/outcomes'
import { type MailVoice, mailVoiceOf } from '../customers/addressee.ts'
import type { Deps } from '../deps.ts'
import { Formatted } from '../http/formatted.tsx'
import { renderPage } from '../http/page.tsx'
import { OutcomePictures } from '../http/pictures.tsx'
import type { Asked, OpenPromise, PublicPage } from './read-public.ts'

interface Parts {
  page: PublicPage
  asked: Asked
  voice: MailVoice
}

/** The address of this page with what was asked, and other choices; empty ones are left out. */
export function publicAddress(path: string, asked: Asked): string {
  const query = new URLSearchParams(Object.entries(asked).filter((pair): pair is [string, string] => !!pair[1]))
  return query.size === 0 ? path : `${path}?${query}`
}

/** "What we did with your feedback", for everyone, without a script. */
export function renderPublicPage(deps: Deps, page: PublicPage, asked: Asked, language: string | null): string {
  const { publisher, site, outcomes, next, promises } = page
  const voice = mailVoiceOf(deps, language, publisher.tone, { organisationLocale: publisher.locale, timeZone: publisher.timeZone })
  const texts = voice.texts.publicPage
  const parts = { page, asked, voice }
  return renderPage({
    language: voice.language,
    title: texts.title,
    organisation: publisher.name,
    ...(site && { accent: site.look.accent }),
    children: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead(publisher.name)}</p>
        <Search {...parts} />
        {outcomes.length === 0 ? (
          <p>{asked.q || asked.goal ? texts.noneFound : texts.none}</p>
        ) : (
          outcomes.map((outcome) => <Outcome outcome={outcome} voice={voice} />)
        )}
        {next && (
          <p>
            <a href={publicAddress('/outcomes', { ...asked, cursor: next })}>{texts.older}</a>
          </p>
        )}
        {promises.length > 0 && !asked.q && !asked.cursor && <Promises promises={promises} voice={voice} />}
        <p class="soft">
          {texts.follow} <a href={publicAddress('/outcomes.atom', { site: asked.site, goal: asked.goal })}>Atom</a>{' '}
          <a href={publicAddress('/outcomes.json', { site: asked.site, goal: asked.goal })}>JSON Feed</a>
        </p>
      </>
    ),
  })
}

function Search({ page, asked, voice }: Parts) {
  const texts = voice.texts.publicPage
  return (
    <search>
      <form method="get" action="/outcomes">
        {asked.site && <input type="hidden" name="site" value={asked.site} />}
        <div class="field">
          <label for="q">{texts.search}</label>
          <input id="q" type="search" name="q" value={asked.q ?? ''} maxLength={200} />
        </div>
        {page.goals.length > 1 && (
          <div class="field">
            <label for="goal">{texts.goal}</label>
            <select id="goal" name="goal">
              <option value="">{texts.allGoals}</option>
              {page.goals.map(({ id, title }) => (
                <option value={id} selected={id === asked.goal}>
                  {title}
                </option>
              ))}
            </select>
          </div>
        )}
        <button type="submit">{texts.find}</button>
      </form>
    </search>
  )
}

function Outcome({ outcome, voice }: { outcome: PublicOutcome; voice: MailVoice }) {
  const { words, pages, publicPage } = voice.texts
  const { id, kind, title, team, goal, publishedAt, answered, measure, locale, note } = outcome
  const lang = locale.slice(0, 2) === voice.language ? undefined : locale
  const number = (value: number) => value.toLocaleString(voice.language, { maximumFractionDigits: 2 })
  return (
    <article class="outcome" id={id}>
      <header>
        <p class="badge">{words.outcome.kind[kind]}</p>
        <h2 lang={lang}>{title}</h2>
        <p class="soft">
          {pages.status.outcomeBy(team, voice.day(publishedAt))}
          {answered > 0 && ` · ${publicPage.voices(answered)}`}
        </p>
      </header>
      {(['did', 'better', 'next'] as const).map(
        (part) =>
          outcome[part] && (
            <div>
              <h3>{words.outcome[part][kind]}</h3>
              <div lang={lang}>
                <Formatted text={outcome[part]} />
              </div>
            </div>
          ),
      )}
      <OutcomePictures pictures={outcome.pictures} />
      {note && <p class="soft">{note}</p>}
      {measure && (
        <div>
          <h3>{measure.name}</h3>
          <p>{pages.status.measure(number(measure.before), number(measure.after), measure.unit)}</p>
        </div>
      )}
      {goal !== team && <p class="soft">{pages.status.goal(team, voice.texts.letters.quoted(goal))}</p>}
    </article>
  )
}

function Promises({ promises, voice }: { promises: OpenPromise[]; voice: MailVoice }) {
  const texts = voice.texts.publicPage
  return (
    <section id="promises">
      <h2>{texts.promises}</h2>
      {promises.map(({ title, text, open, by, endsOn }) => (
        <div>
          <h3>{title}</h3>
          {text && <p class="words">{text}</p>}
          <p>{by ? texts.openBy(open, voice.day(by)) : texts.open(open)}</p>
          {endsOn && <p class="soft">{texts.until(voice.day(`${endsOn}T12:00:00.000Z`))}</p>}
        </div>
      ))}
    </section>
  )
}
