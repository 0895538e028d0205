import type { LetterChoice, TeamLetter } from '@klankbord/shared/letters'
import { useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { useFullLanguage } from '../full-language.ts'
import { maySet, useMe } from '../me.ts'
import '../styles/colleagues.css'
import { Button } from '../ui/button.tsx'
import { Read } from '../ui/states.tsx'
import { ChoiceDialog } from './choice-dialog.tsx'
import { hourOf, weekdayOf } from './moments.ts'
import { MyMailsChoice } from './my-mails.tsx'
import { PreviewDialog } from './preview-dialog.tsx'
import { lettersQuery } from './queries.ts'

/** Who gets the weekly letter, and when. */
export function Letters() {
  const { t } = useFullLanguage()
  const me = useMe()
  const letters = useQuery(lettersQuery)
  const [changing, setChanging] = useState<TeamLetter | null>(null)
  const [changingAll, setChangingAll] = useState(false)
  const [shown, setShown] = useState<TeamLetter | null>(null)
  return (
    <div class="stack" data-gap="large">
      <p class="soft page-lead">{t.letters.lead}</p>
      {me.member && <MyMailsChoice />}
      <Read query={letters}>
        {({ all, items }) => (
          <>
            {maySet(me) && (
              <section class="stack">
                <h2>{t.letters.all}</h2>
                <p class="soft">{t.letters.allText}</p>
                <p class="row" data-ends>
                  <When choice={all} />
                  <Button small onClick={() => setChangingAll(true)}>
                    {t.letters.change}
                  </Button>
                </p>
              </section>
            )}
            <section class="stack">
              <h2>{t.letters.teams}</h2>
              {items.length === 0 ? (
                <p class="soft">{t.letters.noTeams}</p>
              ) : (
                <ul class="entries">
                  {items.map((letter) => (
                    <li key={letter.teamId} class="entry letter-entry">
                      <TeamEntry letter={letter} onChange={() => setChanging(letter)} onShow={() => setShown(letter)} />
                    </li>
                  ))}
                </ul>
              )}
            </section>
            {changingAll && <ChoiceDialog title={t.letters.all} teamId={null} choice={all} onClose={() => setChangingAll(false)} />}
          </>
        )}
      </Read>
      {changing && (
        <ChoiceDialog title={t.letters.changeOf(changing.team)} teamId={changing.teamId} choice={changing} onClose={() => setChanging(null)} />
      )}
      {shown && <PreviewDialog letter={shown} onClose={() => setShown(null)} />}
    </div>
  )
}

function When({ choice: { on, weekday, hour, locale } }: { choice: LetterChoice }) {
  const { t, code } = useFullLanguage()
  if (!on) return <span>{t.letters.off}</span>
  return <span class="letter-when">{t.letters.when(weekdayOf(weekday, code), hourOf(hour), t.localeNames[locale] ?? locale)}</span>
}

function TeamEntry({ letter, onChange, onShow }: { letter: TeamLetter; onChange: () => void; onShow: () => void }) {
  const { t, dates } = useFullLanguage()
  const { team, own, receivers, nextAt, mayChange } = letter
  return (
    <>
      <div>
        <strong>{team}</strong>
        <p class="note-size">
          <When choice={letter} />
          {!own && <span class="soft"> ({t.letters.asAll})</span>}
        </p>
        {nextAt && (
          <p class="note-size soft">
            {t.letters.next(dates.moment(nextAt))} · {t.letters.receivers(receivers)}
          </p>
        )}
      </div>
      <div class="row">
        <Button small aria-label={t.letters.previewOf(team)} onClick={onShow}>
          {t.letters.preview}
        </Button>
        {mayChange && (
          <Button small aria-label={t.letters.changeOf(team)} onClick={onChange}>
            {t.letters.change}
          </Button>
        )}
      </div>
    </>
  )
}
