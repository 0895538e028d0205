import { plainWords } from '@klankbord/shared/formatted'
import type { PublicOutcome } from '@klankbord/shared/outcomes'
import { type MailLanguage, mailTexts } from '../texts/mail/mail-texts.ts'
import type { PublicPage } from './read-public.ts'

interface Feed {
  page: PublicPage
  language: MailLanguage
  /** Of the page, and of the feed itself. */
  home: string
  self: string
}

const titleOf = ({ page, language }: Feed) => `${mailTexts[language][page.publisher.tone].publicPage.title} · ${page.publisher.name}`

const partsOf = (outcome: PublicOutcome, language: MailLanguage) => {
  const { outcome: words } = mailTexts[language].informal.words
  const parts = (['did', 'better', 'next'] as const).map((part) => ({ label: words[part][outcome.kind], text: plainWords(outcome[part] ?? '') }))
  return parts.filter(({ text }) => text !== '')
}

const asText = (outcome: PublicOutcome, language: MailLanguage) =>
  [
    ...partsOf(outcome, language).map(({ label, text }) => `${label}\n${text}`),
    ...outcome.pictures.map(({ alt }) => mailTexts[language].informal.words.outcome.picture(alt)),
  ].join('\n\n')

/** JSON Feed 1.1. */
export const jsonFeed = (feed: Feed) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: titleOf(feed),
  home_page_url: feed.home,
  feed_url: feed.self,
  language: feed.language,
  items: feed.page.outcomes.map((outcome) => ({
    id: `urn:uuid:${outcome.id}`,
    url: `${feed.home}#${outcome.id}`,
    title: outcome.title,
    content_text: asText(outcome, feed.language),
    date_published: outcome.publishedAt,
    authors: [{ name: outcome.team }],
    ...(outcome.pictures[0] && { image: outcome.pictures[0].url }),
    ...(outcome.pictures.length > 0 && { attachments: outcome.pictures.map(({ url, type, alt }) => ({ url, mime_type: type, title: alt })) }),
    tags: [mailTexts[feed.language].informal.words.outcome.kind[outcome.kind]],
  })),
})

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** XML has no way to write most control characters. */
const xml = (text: string) =>
  text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').replace(/[&<>"]/g, (one) => ENTITIES[one] ?? one)

const enclosures = ({ pictures }: PublicOutcome) =>
  pictures.map(({ url, type, alt }) => `<link rel="enclosure" type="${type}" href="${xml(url)}" title="${xml(alt)}"/>`).join('')

/** Atom (RFC 4287). */
export function atomFeed(feed: Feed, now: string): string {
  const { page, language, home, self } = feed
  const entries = page.outcomes.map(
    (
      outcome,
    ) => `<entry><id>urn:uuid:${outcome.id}</id><title>${xml(outcome.title)}</title><link href="${xml(`${home}#${outcome.id}`)}"/>${enclosures(outcome)}
<published>${outcome.publishedAt}</published><updated>${outcome.publishedAt}</updated><author><name>${xml(outcome.team)}</name></author>
<content type="text">${xml(asText(outcome, language))}</content></entry>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}"><id>${xml(home)}</id><title>${xml(titleOf(feed))}</title>
<link href="${xml(home)}"/><link rel="self" href="${xml(self)}"/><updated>${page.outcomes[0]?.publishedAt ?? now}</updated>
<author><name>${xml(page.publisher.name)}</name></author>
${entries.join('\n')}
</feed>
`
}
