import type { BulkAct, SkipReason } from '@klankbord/shared/bulk-acts'
import { X } from 'lucide'
import { useLanguage } from '../language.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { say } from '../ui/toasts.tsx'
import { cancelBulkAct, isUnderWay, putAway, undoBulkAct, useBulkActs } from './bulk-acts.ts'

/** How far each act on many items is, and the way back. */
export function BulkProgress() {
  const acts = useBulkActs()
  return (
    <>
      {acts.map((act) => (
        <OneAct key={act.id} act={act} />
      ))}
    </>
  )
}

function OneAct({ act }: { act: BulkAct }) {
  const { t, number } = useLanguage()
  const texts = t.bulk
  // What does not come through stays as it was, and can be pressed again.
  const trying = (doing: Promise<unknown>) => void doing.catch(() => say(t.problems.unavailable))
  const running = isUnderWay(act)
  const undoing = act.undo === 'running'
  const at = undoing ? act.undone + act.undoSkipped : act.done + act.skipped
  return (
    <section class="bulk" aria-label={texts.names[act.act.type]} aria-live="polite">
      <div class="bulk-words">
        <strong>{texts.names[act.act.type]}</strong>
        {running ? (
          <>
            <span>{undoing ? texts.undoing : texts.at(number(at), number(act.total))}</span>
            <progress max={Math.max(1, undoing ? act.done : act.total)} value={at} aria-label={texts.names[act.act.type]} />
          </>
        ) : (
          <Ended act={act} />
        )}
      </div>
      {act.state === 'running' && (
        <Button small onClick={() => trying(cancelBulkAct(act.id))}>
          {texts.stop}
        </Button>
      )}
      {!running && act.undo === 'open' && act.done > 0 && (
        <Button small onClick={() => trying(undoBulkAct(act.id))}>
          {t.undo}
        </Button>
      )}
      {!running && <IconButton icon={X} label={t.close} small onClick={() => putAway(act.id)} />}
    </section>
  )
}

function Ended({ act }: { act: BulkAct }) {
  const { t, number } = useLanguage()
  const texts = t.bulk
  if (act.undo === 'done') {
    return (
      <span>
        {texts.undone(act.undone, number(act.undone))} {act.undoSkipped > 0 && texts.undoSkipped(act.undoSkipped, number(act.undoSkipped))}
      </span>
    )
  }
  const reasons = Object.entries(act.reasons).map(([reason, count]) => texts.reasons[reason as SkipReason](count, number(count)))
  return (
    <>
      <span>{texts.done[act.state === 'running' ? 'done' : act.state](act.done, number(act.done), number(act.total))}</span>
      {act.failure && <span>{act.failure}</span>}
      {reasons.length > 0 && (
        <details class="note-size">
          <summary>{texts.passedOver(act.skipped, number(act.skipped))}</summary>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
