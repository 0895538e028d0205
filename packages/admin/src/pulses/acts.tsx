import { type Pulse, pulseEndpoints } from '@klankbord/shared/pulses'
import { useMutation } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { call, ProblemError } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { say } from '../ui/toasts.tsx'
import { GoOnDialog } from './go-on-dialog.tsx'
import { pulsesChanged } from './queries.ts'

/** Opens and closes rounds before their time, lets a pulse rest and has it go on. */
export function Acts({ pulse }: { pulse: Pulse }) {
  const { t } = useFullLanguage()
  const [asking, setAsking] = useState<'open' | 'close' | 'go-on' | null>(null)
  const stopAsking = () => setAsking(null)
  const rest = useMutation({ mutationFn: () => call(pulseEndpoints.changePulse, { id: pulse.id, startsOn: null }), onSuccess: pulsesChanged })
  return (
    <div class="row">
      <Button small onClick={() => setAsking(pulse.openRound ? 'close' : 'open')}>
        {pulse.openRound ? t.pulses.close : t.pulses.openNow}
      </Button>
      {pulse.nextAt ? (
        <Button small busy={rest.isPending} onClick={() => rest.mutate()}>
          {t.pulses.rest}
        </Button>
      ) : (
        <Button small onClick={() => setAsking('go-on')}>
          {t.pulses.goOn}
        </Button>
      )}
      {asking === 'open' && <OpenRound pulse={pulse} onClose={stopAsking} />}
      {asking === 'close' && <CloseRound pulse={pulse} onClose={stopAsking} />}
      {asking === 'go-on' && <GoOnDialog pulse={pulse} onClose={stopAsking} />}
    </div>
  )
}

interface AskProps {
  pulse: Pulse
  onClose: () => void
}

function OpenRound({ pulse: { id }, onClose }: AskProps) {
  const { t } = useFullLanguage()
  const done = () => {
    pulsesChanged()
    onClose()
  }
  const open = useMutation({
    mutationFn: () => call(pulseEndpoints.openPulseRound, { id }),
    onSuccess: done,
    onError: (error) => {
      if (!(error instanceof ProblemError) || error.code !== 'conflict') return
      say(t.pulses.tooFew)
      done()
    },
  })
  return (
    <Confirm
      title={t.pulses.openTitle}
      act={t.pulses.openNow}
      busy={open.isPending}
      error={open.error}
      onConfirm={() => open.mutate()}
      onClose={onClose}
    >
      <p>{t.pulses.openText}</p>
    </Confirm>
  )
}

function CloseRound({ pulse: { id, openRound }, onClose }: AskProps) {
  const { t } = useFullLanguage()
  const close = useMutation({
    mutationFn: () => call(pulseEndpoints.closePulseRound, { id, roundId: openRound?.id ?? '' }),
    onSuccess: () => {
      pulsesChanged()
      onClose()
    },
  })
  return (
    <Confirm
      title={t.pulses.closeTitle}
      act={t.pulses.close}
      danger
      busy={close.isPending}
      error={close.error}
      onConfirm={() => close.mutate()}
      onClose={onClose}
    >
      <p>{t.pulses.closeText}</p>
    </Confirm>
  )
}
