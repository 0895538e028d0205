import type { Kind, Status } from '@klankbord/shared/widget'
import { pageVoiceOf } from '../customers/addressee.ts'
import type { KnownCustomer } from '../customers/store.ts'
import type { Deps } from '../deps.ts'
import { renderPage } from '../http/page.tsx'
import type { MailTexts } from '../texts/mail/mail-texts.ts'
import type { listOfAddress } from './thread/store.ts'

type Item = Awaited<ReturnType<typeof listOfAddress>>[number]

/** Everything that somebody said to the organisation, each with the way to its own page. */
export function renderAllPage(deps: Deps, customer: KnownCustomer, items: Item[]): string {
  const { language, texts, day } = pageVoiceOf(deps, customer)
  const { all } = texts.pages
  return renderPage({
    language,
    title: all.title,
    organisation: customer.organisation,
    accent: customer.accent,
    children: (
      <>
        <h1>{all.title}</h1>
        <p>{items.length > 0 ? all.lead(customer.organisation) : all.none}</p>
        <ol class="items">
          {items.map(({ id, kind, message, status, submittedAt, news }) => (
            <li>
              <p class="soft">
                {[texts.words.kind[kind as Kind], all.said(day(submittedAt)), stepOf(texts, status as Status)].join(' · ')}
                {news > 0 && <strong> · {all.news}</strong>}
              </p>
              <p class="words">
                <a href={`/f/${deps.tokens.sign('status', id)}`}>{message}</a>
              </p>
            </li>
          ))}
        </ol>
        <p class="soft">{all.keep}</p>
      </>
    ),
  })
}

/** Spam is no one's business but the team's: to its sender the item stands where it stood. */
function stepOf({ pages: { status } }: MailTexts, stage: Status): string {
  if (stage === 'reopened') return status.isReopened
  if (stage === 'merged') return status.isMerged
  return status.steps[stage === 'spam' ? 'received' : stage]
}
