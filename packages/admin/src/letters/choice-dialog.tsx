import { type LetterChoice, letterEndpoints } from '@klankbord/shared/letters'
import { useMutation } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField } from '../ui/field.tsx'
import { ProblemNote } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { hourOf, weekdayOf } from './moments.ts'
import { lettersChanged } from './queries.ts'

interface ChoiceDialogProps {
  title: string
  /** The team whose letter it is; null for all teams. */
  teamId: string | null
  choice: LetterChoice
  onClose: () => void
}

/** When the letter of a team comes, or of all. */
export function ChoiceDialog({ title, teamId, choice: { on, weekday, hour, locale }, onClose }: ChoiceDialogProps) {
  const { t, code } = useFullLanguage()
  const [choice, setChoice] = useState<LetterChoice>({ on, weekday, hour, locale })
  const set = (change: Partial<LetterChoice>) => setChoice({ ...choice, ...change })
  const save = useMutation({
    mutationFn: async () => {
      if (teamId === null) await call(letterEndpoints.changeAllLetters, choice)
      else await call(letterEndpoints.changeTeamLetter, { teamId, ...choice })
    },
    onSuccess: () => {
      lettersChanged()
      say(teamId === null ? t.letters.allSaved : t.saved)
      onClose()
    },
  })
  const days = Array.from({ length: 7 }, (_, i) => ({ value: String(i + 1), label: weekdayOf(i + 1, code) }))
  const hours = Array.from({ length: 24 }, (_, i) => ({ value: String(i), label: hourOf(i) }))
  const locales = (['nl', 'en'] as const).map((value) => ({ value, label: t.localeNames[value] ?? value }))
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (!save.isPending) save.mutate()
        }}
      >
        {teamId === null && <p>{t.letters.allWarning}</p>}
        <label class="choice">
          <input type="checkbox" checked={choice.on} onChange={(event) => set({ on: event.currentTarget.checked })} />
          {t.letters.on}
        </label>
        {choice.on && (
          <>
            <div class="pair">
              <SelectField
                label={t.letters.weekday}
                value={String(choice.weekday)}
                options={days}
                onChange={(event) => set({ weekday: Number(event.currentTarget.value) })}
              />
              <SelectField
                label={t.letters.hour}
                value={String(choice.hour)}
                options={hours}
                onChange={(event) => set({ hour: Number(event.currentTarget.value) })}
              />
            </div>
            <SelectField
              label={t.letters.locale}
              hint={t.letters.localeHint}
              value={choice.locale}
              options={locales}
              onChange={(event) => set({ locale: event.currentTarget.value === 'nl' ? 'nl' : 'en' })}
            />
          </>
        )}
        <ProblemNote error={save.error} />
        <footer class="dialog-foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" look="primary" busy={save.isPending}>
            {t.save}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
