import type { TeamLetter } from '@klankbord/shared/letters'
import { useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { useFullLanguage } from '../full-language.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Segments } from '../ui/segments.tsx'
import { Read } from '../ui/states.tsx'
import { previewQuery } from './queries.ts'

type Form = 'html' | 'text'

/** This week's letter of a team, as whoever asks would get it. */
export function PreviewDialog({ letter: { teamId, team }, onClose }: { letter: TeamLetter; onClose: () => void }) {
  const { t } = useFullLanguage()
  const [form, setForm] = useState<Form>('html')
  const preview = useQuery(previewQuery(teamId))
  return (
    <Dialog title={t.letters.previewOf(team)} onClose={onClose} wide>
      <Read query={preview}>
        {(letter) =>
          letter === null ? (
            <p>{t.letters.nothing}</p>
          ) : (
            <div class="stack">
              <p class="soft note-size">{t.letters.previewText}</p>
              <div class="row" data-ends>
                <strong class="preview-subject">{letter.subject}</strong>
                <Segments
                  label={t.letters.view}
                  options={(['html', 'text'] as const).map((value) => ({ value, label: t.letters.as[value] }))}
                  value={form}
                  onChange={setForm}
                />
              </div>
              {form === 'html' ? (
                <iframe class="letter-preview" sandbox="" title={t.letters.previewOf(team)} src={`/api/v1/letters/${teamId}/preview/html`} />
              ) : (
                // A long letter is scrolled, also by who has only keys.
                // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
                <pre class="letter-preview letter-text" tabIndex={0}>
                  {letter.text}
                </pre>
              )}
            </div>
          )
        }
      </Read>
    </Dialog>
  )
}
