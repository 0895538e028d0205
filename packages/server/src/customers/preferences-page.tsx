import type { Deps } from '../deps.ts'
import { renderPage } from '../http/page.tsx'
import { firstWords } from '../mail/plain-text.ts'
import type { MailTexts } from '../texts/mail/mail-texts.ts'
import { mailLanguages } from '../texts/mail/mail-texts.ts'
import { pageVoiceOf } from './addressee.ts'
import type { Preferences } from './preferences.ts'

/** One form for all of it, that needs no script. */
export function preferencesPage(deps: Deps, preferences: Preferences, isSaved: boolean): string {
  const { customer } = preferences
  const { language, texts, day } = pageVoiceOf(deps, customer)
  const { preferences: said } = texts.pages
  return renderPage({
    language,
    title: said.title,
    organisation: customer.organisation,
    accent: customer.accent,
    children: (
      <>
        <h1>{said.title}</h1>
        {isSaved && (
          <p role="status">
            <strong>{said.saved}</strong>
          </p>
        )}
        <p>{said.lead(customer.organisation, customer.email)}</p>
        <form method="post">
          <Mailed said={said} isOn={customer.unsubscribedAt === null} />
          <Items {...preferences} said={said} day={day} />
          <Languages {...preferences} said={said} />
          <button type="submit">{said.save}</button>
        </form>
      </>
    ),
  })
}

type Said = MailTexts['pages']['preferences']

const Mailed = ({ said, isOn }: { said: Said; isOn: boolean }) => (
  <fieldset>
    <legend>{said.about}</legend>
    <div class="choices">
      {(['on', 'off'] as const).map((value) => (
        <label>
          <input type="radio" name="mail" value={value} checked={isOn === (value === 'on')} />
          {said[value]}
        </label>
      ))}
    </div>
  </fieldset>
)

function Items({ items, said, day }: Pick<Preferences, 'items'> & { said: Said; day: (at: string) => string }) {
  if (items.length === 0) return null
  return (
    <fieldset class="mailed-about">
      <legend>{said.chosen}</legend>
      <p class="soft">{said.whileOff}</p>
      <input type="hidden" name="shown" value={items.map(({ id }) => id).join(' ')} />
      <div class="choices listed">
        {items.map(({ id, message, submittedAt, mutedAt }) => (
          <label>
            <input type="checkbox" name={`item-${id}`} checked={mutedAt === null} />
            <span>
              {firstWords(message)}
              <small>{day(submittedAt)}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const Languages = ({ language, said }: Pick<Preferences, 'language'> & { said: Said }) => (
  <fieldset>
    <legend>{said.language}</legend>
    <div class="choices">
      {mailLanguages.map((one) => (
        <label>
          <input type="radio" name="language" value={one} checked={one === language} />
          {said.languages[one]}
        </label>
      ))}
    </div>
  </fieldset>
)
