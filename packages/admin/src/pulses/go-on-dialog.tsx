import { type Pulse, pulseEndpoints } from '@klankbord/shared/pulses'
import { useMutation } from '@tanstack/preact-query'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { fieldErrors } from '../ui/field-errors.ts'
import { onSubmit } from '../ui/form.ts'
import { ProblemNote } from '../ui/states.tsx'
import { DayField } from './day-field.tsx'
import { pulsesChanged } from './queries.ts'

/** Chooses the day on which a pulse that rests goes on. */
export function GoOnDialog({ pulse, onClose }: { pulse: Pulse; onClose: () => void }) {
  const { t } = useFullLanguage()
  const save = useMutation({
    mutationFn: (startsOn: string) => call(pulseEndpoints.changePulse, { id: pulse.id, startsOn }),
    onSuccess: () => {
      pulsesChanged()
      onClose()
    },
  })
  return (
    <Dialog title={t.pulses.goOnTitle} onClose={onClose}>
      <form class="stack" onSubmit={onSubmit(({ startsOn = '' }) => !save.isPending && save.mutate(startsOn))}>
        <DayField name="startsOn" label={t.pulses.startsOn} hint={t.pulses.startsHint} error={fieldErrors(save.error).startsOn} />
        <ProblemNote error={save.error} />
        <footer class="dialog-foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" look="primary" busy={save.isPending}>
            {t.pulses.goOn}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
