import { useQuery } from '@tanstack/preact-query'
import { useLanguage } from '../language.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Read } from '../ui/states.tsx'
import { type Conflict, conflict, since } from './changed.ts'
import { Told } from './history.tsx'
import { itemQuery } from './queries.ts'

/** Who was first and what they did; one chooses between that and one's own act. */
export default function ChangedDialog({ found: { before, act, again } }: { found: Conflict }) {
  const { t } = useLanguage()
  const texts = t.item.changed
  const query = useQuery({ ...itemQuery(before.id), staleTime: 0 })
  const now = query.data
  const isFresh = now !== undefined && (now.version !== before.version || query.isFetchedAfterMount)
  const close = () => conflict.change(() => null)
  return (
    <Dialog
      title={texts.title}
      onClose={close}
      foot={
        <>
          <Button
            disabled={!isFresh}
            onClick={() => {
              close()
              if (now) again(now.version)
            }}
          >
            {texts.mine(texts.acts[act])}
          </Button>
          <Button look="primary" onClick={close}>
            {texts.theirs}
          </Button>
        </>
      }
    >
      <p>{texts.lead}</p>
      <Read query={{ ...query, data: isFresh ? now : undefined }} lines={2}>
        {({ timeline, goal, held, initiative, plan }) => {
          const events = since(before.timeline, timeline)
          return (
            <>
              {events.length === 0 && held.length === 0 && <p>{texts.nothing}</p>}
              <ul class="timeline">
                {events.map((event) => (
                  <Told key={event.type + event.at} event={event} />
                ))}
                {held.map(({ id, author, text }) => (
                  <li key={id}>
                    <strong>{author}</strong> <q>{text}</q>
                  </li>
                ))}
              </ul>
              {goal && goal.id !== before.goal?.id && <p class="soft">{t.inbox.routing.moved(goal.title)}</p>}
              {initiative && (initiative.id !== before.initiative?.id || plan !== before.plan) && (
                <div class="customer-reads">
                  <p>
                    <strong>{initiative.title}</strong>
                  </p>
                  <p class="field-hint">{t.inbox.how.customerReads}</p>
                  <p class="words">{plan}</p>
                </div>
              )}
            </>
          )
        }}
      </Read>
    </Dialog>
  )
}
