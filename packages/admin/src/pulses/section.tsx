import type { Pulse } from '@klankbord/shared/pulses'
import { useQuery } from '@tanstack/preact-query'
import { HeartPulse, Plus } from 'lucide'
import { useState } from 'preact/hooks'
import { useFullLanguage } from '../full-language.ts'
import { maySet, useMe } from '../me.ts'
import '../styles/colleagues.css'
import { Button } from '../ui/button.tsx'
import { Empty, Read } from '../ui/states.tsx'
import { Acts } from './acts.tsx'
import { PulseDialog } from './pulse-dialog.tsx'
import { pulsesQuery } from './queries.ts'
import { Results } from './results.tsx'
import { questionOf } from './words.ts'

/** What colleagues are asked, and what they answered. */
export function Pulses() {
  const { t } = useFullLanguage()
  const me = useMe()
  const pulses = useQuery(pulsesQuery)
  const [adding, setAdding] = useState(false)
  const none = maySet(me) ? t.pulses.none : t.pulses.noneMember
  return (
    <div class="stack" data-gap="large">
      <div class="row" data-ends>
        <p class="soft page-lead">{t.pulses.lead}</p>
        {maySet(me) && (
          <Button icon={Plus} onClick={() => setAdding(true)}>
            {t.pulses.add}
          </Button>
        )}
      </div>
      <Read query={pulses}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={HeartPulse} title={none[0]}>
              <p>{none[1]}</p>
            </Empty>
          ) : (
            <ul class="entries">
              {items.map((pulse) => (
                <li key={pulse.id} class="entry">
                  <PulseEntry pulse={pulse} />
                </li>
              ))}
            </ul>
          )
        }
      </Read>
      {adding && <PulseDialog onClose={() => setAdding(false)} />}
    </div>
  )
}

function PulseEntry({ pulse }: { pulse: Pulse }) {
  const { t, dates, code } = useFullLanguage()
  const me = useMe()
  const { openRound, nextAt, everyWeeks } = pulse
  const who = pulse.teamId === null ? t.pulses.everyone : (pulse.team ?? t.pulses.gone)
  return (
    <article class="stack">
      <header class="stack" data-gap="small">
        <h2>{questionOf(pulse, code, t)}</h2>
        <p class="soft note-size">
          {t.pulses.asks(who, t.pulses.every(everyWeeks))} · {nextAt ? t.pulses.nextOn(dates.moment(nextAt)) : t.pulses.rests}
        </p>
      </header>
      {openRound && <p class="pulse-open">{t.pulses.open(openRound.invited, dates.moment(openRound.closesAt))}</p>}
      {maySet(me) && <Acts pulse={pulse} />}
      <Results pulse={pulse} />
    </article>
  )
}
