import { outcomeLifeEndpoints } from '@klankbord/shared/outcome-life'
import type { Outcome } from '@klankbord/shared/outcomes'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { Confirm } from '../ui/confirm.tsx'
import { TextArea } from '../ui/field.tsx'
import { Read } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { type Draft, draftOf, inputOf, noWords } from './draft.ts'
import { PicturesField } from './pictures-field.tsx'
import { keepOutcome, versionsQuery } from './queries.ts'
import { ShownPictures } from './shown-pictures.tsx'
import { WordingFields } from './wording.tsx'

interface DialogProps {
  outcome: Outcome
  onClose: () => void
}

/** Other words for what is out. */
export function CorrectDialog({ outcome, onClose }: DialogProps) {
  const { t } = useFullLanguage()
  const [draft, setDraft] = useState<Draft>(() => draftOf(outcome))
  const [because, setBecause] = useState('')
  const [mail, setMail] = useState(false)
  const correct = useMutation({
    mutationFn: () => {
      const { title, did, better, next, nothingMore, translations, pictures } = inputOf(draft)
      const words = { title, did, better, next, nothingMore, translations, pictures }
      return call(outcomeLifeEndpoints.correctOutcome, { id: outcome.id, ...words, because, mail })
    },
    onSuccess: (corrected) => {
      keepOutcome(corrected)
      say(t.outcomes.correctedNote)
      onClose()
    },
  })
  return (
    <Confirm
      title={t.outcomes.correctTitle}
      act={t.outcomes.correctSubmit}
      busy={correct.isPending}
      error={correct.error}
      onConfirm={() => correct.mutate()}
      onClose={onClose}
    >
      <p>{t.outcomes.correctText}</p>
      <Words draft={draft} onChange={(part) => setDraft((before) => ({ ...before, ...part }))} />
      <TextArea short label={t.outcomes.correctWhy} value={because} maxLength={2_000} onInput={(event) => setBecause(event.currentTarget.value)} />
      <label class="choice">
        <input type="checkbox" checked={mail} onChange={(event) => setMail(event.currentTarget.checked)} />
        <span>{t.outcomes.correctMail}</span>
      </label>
    </Confirm>
  )
}

/** The words in the language they were written in, and in each they were translated into. */
function Words({ draft, onChange }: { draft: Draft; onChange: (part: Partial<Draft>) => void }) {
  const shared = { kind: draft.kind, withNext: !draft.nothingMore }
  return (
    <>
      <WordingFields {...shared} words={draft} locale={draft.locale} onChange={onChange} />
      {Object.keys(draft.translations).map((locale) => (
        <WordingFields
          key={locale}
          {...shared}
          locale={locale}
          words={draft.translations[locale] ?? noWords}
          onChange={(part) =>
            onChange({ translations: { ...draft.translations, [locale]: { ...(draft.translations[locale] ?? noWords), ...part } } })
          }
        />
      ))}
      <PicturesField
        pictures={draft.pictures}
        locale={draft.locale}
        translations={Object.keys(draft.translations)}
        onChange={(pictures) => onChange({ pictures })}
      />
    </>
  )
}

/** Takes back what is out, with the reason that customers read. */
export function WithdrawDialog({ outcome, onClose }: DialogProps) {
  const { t } = useFullLanguage()
  const [because, setBecause] = useState('')
  const withdraw = useMutation({
    mutationFn: () => call(outcomeLifeEndpoints.withdrawOutcome, { id: outcome.id, because }),
    onSuccess: (withdrawn) => {
      keepOutcome(withdrawn)
      say(t.outcomes.withdrawnNote)
      onClose()
    },
  })
  return (
    <Confirm
      title={t.outcomes.withdrawTitle}
      act={t.outcomes.withdraw}
      danger
      busy={withdraw.isPending}
      error={withdraw.error}
      onConfirm={() => withdraw.mutate()}
      onClose={onClose}
    >
      <p>{t.outcomes.withdrawText}</p>
      <TextArea short label={t.outcomes.withdrawWhy} value={because} maxLength={2_000} onInput={(event) => setBecause(event.currentTarget.value)} />
    </Confirm>
  )
}

/** How it read at each step, newest first. */
export function Versions({ id }: { id: string }) {
  const { t, dates } = useFullLanguage()
  const versions = useQuery(versionsQuery(id))
  return (
    <section class="stack" data-gap="small" aria-label={t.outcomes.versions}>
      <h2 class="part-title">{t.outcomes.versions}</h2>
      <Read query={versions} lines={2}>
        {({ items }) => (
          <ul class="stack" data-gap="small">
            {items.map(({ version, step, because, by, at, words }) => (
              <li key={version}>
                <details class="also">
                  <summary>
                    {dates.moment(at)} · {t.outcomes.steps[step]}
                    {by && ` · ${by}`}
                  </summary>
                  <div class="stack" data-gap="small" lang={words.locale}>
                    {because && <p class="soft">{because}</p>}
                    <h3>{words.title}</h3>
                    {[words.did, words.better, words.next].filter(Boolean).map((text) => (
                      <p key={text} class="words">
                        {text}
                      </p>
                    ))}
                    <ShownPictures pictures={words.pictures ?? []} locale={words.locale} original={words.locale} />
                  </div>
                </details>
              </li>
            ))}
          </ul>
        )}
      </Read>
    </section>
  )
}
