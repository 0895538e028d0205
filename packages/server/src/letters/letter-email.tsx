import { type Scope, systemScope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import type { Block } from '../mail/blocks.tsx'
import { writeLetter } from '../mail/layout.tsx'
import type { Mail } from '../mail/mailer.ts'
import { messageIdOf } from '../mail/message-id.ts'
import { oneClick } from '../mail/one-click.ts'
import { type Colleague, findColleague } from '../members/mail-store.ts'
import { stopUrlOf } from '../members/stop-mails.ts'
import { readOrganisation } from '../members/store.ts'
import type { Messages } from '../outbox/messages.ts'
import { notFound } from '../problem-error.ts'
import { dayOf } from '../texts/dates.ts'
import { type Language, languageOf, texts } from '../texts/texts.ts'
import { type KnownChoice, listChoices, untouched } from './choice-store.ts'
import { findTeamName, listTeamsOf, type Span } from './content-store.ts'
import { letterMails } from './my-mails.ts'
import { hasNews, readWeek, type Week } from './read-week.ts'
import { findRefusal } from './store.ts'
import { blocksOf, subjectOf } from './write-week.ts'

const ACCENT = '#0f6b5c'
const WEEK_MS = 7 * 24 * 60 * 60 * 1000

/**
 * One letter with the news of all teams of a member that have letters; null for who has left or stopped it, and when there is nothing at all to say. A week without news still has
 * a goal to talk about: that is what keeps it going.
 */
export async function composeLetter(deps: Deps, scope: Scope, { memberId, since, until }: Messages['letter']): Promise<Mail | null> {
  const { db, config } = deps
  const colleague = await findColleague(db, memberId)
  if (!colleague || colleague.organisationId !== scope.organisationId || (await findRefusal(db, scope, memberId))) return null
  const choices = await choicesOf(deps, scope)
  const teams = (await listTeamsOf(db, scope, memberId)).filter(({ id }) => choices(id).on)
  const [first] = teams
  if (!first) return null
  const weeks: Week[] = []
  for (const team of teams) weeks.push(await readWeek(db, scope, team, { since, until }))
  const stopUrl = stopUrlOf(deps, letterMails, memberId)
  const letter = write(deps, { colleague, weeks, language: languageOf(colleague.locale, choices(first.id).locale), stopUrl, until })
  if (!letter) return null
  return { to: colleague.email, ...letter, headers: oneClick(stopUrl), messageId: messageIdOf(config, 'letter', memberId, until) }
}

/** The letter of one team as it would go out now to the one who asks; null when there is nothing to say. Its link to stop leads nowhere. */
export async function previewLetter(deps: Deps, scope: Scope, teamId: string) {
  const { db, clock, config } = deps
  const team = await findTeamName(db, scope, teamId)
  if (!team) throw notFound('team')
  const now = clock()
  const span: Span = { since: new Date(now.getTime() - WEEK_MS).toISOString(), until: now.toISOString() }
  const asking = scope.who.kind === 'member' ? await findColleague(db, scope.who.id) : undefined
  const { name, locale, timeZone } = await readOrganisation(db, scope)
  const colleague = asking ?? { name: null, locale: null, organisation: name, organisationLocale: locale, timeZone }
  const choices = await choicesOf(deps, scope)
  const weeks = [await readWeek(db, scope, team, span)]
  const language = languageOf(colleague.locale, choices(teamId).locale)
  return write(deps, { colleague, weeks, language, stopUrl: `${config.publicUrl}${letterMails.path}/…`, until: span.until })
}

async function choicesOf({ db }: Deps, scope: Scope): Promise<(teamId: string) => KnownChoice> {
  const { locale } = await readOrganisation(db, scope)
  const choices = await listChoices(db, systemScope(scope.organisationId))
  const all = choices.get(scope.organisationId) ?? untouched(locale)
  return (teamId) => choices.get(teamId) ?? all
}

interface Writing {
  colleague: Pick<Colleague, 'organisation' | 'timeZone'> & { name: string | null }
  weeks: Week[]
  language: Language
  stopUrl: string
  until: string
}

function write({ config }: Deps, { colleague, weeks, language, stopUrl, until }: Writing) {
  const told = weeks.filter((week) => hasNews(week) || week.talk)
  const [only] = told
  if (!only) return null
  const { letters, colleagues } = texts[language]
  const { letter } = colleagues
  const day = (at: string) => dayOf(at, { language, timeZone: colleague.timeZone, now: new Date(until) })
  const voice = { language, day, publicUrl: config.publicUrl }
  const blocks: Block[] =
    told.length === 1
      ? [
          { say: only.compliments.count > 0 ? letter.opening.compliments : hasNews(only) ? letter.opening.quiet : letter.opening.still },
          ...blocksOf(voice, only),
        ]
      : [{ say: letter.opening.several }, ...told.flatMap((week) => [{ heading: week.team }, ...blocksOf(voice, week)])]
  const names = new Intl.ListFormat(language, { type: 'conjunction' }).format(told.map(({ team }) => team))
  return writeLetter({
    language,
    subject: subjectOf(language, told, told.length === 1 ? only.team : colleague.organisation),
    organisation: colleague.organisation,
    accent: ACCENT,
    blocks: [{ say: letters.greeting(colleague.name) }, ...blocks],
    footer: { say: letter.because(names), stop: { label: letter.stop, href: stopUrl } },
  })
}
