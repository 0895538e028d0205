import type { MeasureEvent } from '@klankbord/shared/measures'
import { useQuery } from '@tanstack/preact-query'
import { useFullLanguage } from '../full-language.ts'
import { Read } from '../ui/states.tsx'
import { measureEventsQuery } from './queries.ts'

/** What happened to a measure: who entered what, and what a target was before. */
export function History({ id }: { id: string }) {
  const { t, dates } = useFullLanguage()
  const events = useQuery(measureEventsQuery(id))
  const texts = t.measures.detail
  return (
    <details>
      <summary>{texts.history}</summary>
      <Read query={events} lines={3}>
        {({ items }) => (
          <ul class="timeline">
            {items.map((event) => (
              <li key={event.id}>
                <span>
                  {texts.events[event.type] ?? event.type} {event.actor && <span class="soft">{texts.by(event.actor)}</span>}
                </span>
                <Changes event={event} />
                <time class="soft" dateTime={event.at}>
                  {dates.moment(event.at)}
                </time>
              </li>
            ))}
          </ul>
        )}
      </Read>
    </details>
  )
}

function Changes({ event: { type, detail } }: { event: MeasureEvent }) {
  const { t, number } = useFullLanguage()
  const texts = t.measures.detail
  const shown = (value: unknown) => (value === null ? texts.nothing : typeof value === 'number' ? number(value) : String(value))
  if (type === 'measure.changed') {
    const changes = Object.entries((detail.changes ?? {}) as Record<string, { from: unknown; to: unknown }>)
    // Ids say nothing to a person; that the place changed does.
    const told = (name: string) => !name.endsWith('Id') && name !== 'computed'
    return (
      <ul class="note-size">
        {changes.map(([name, { from, to }]) => (
          <li key={name}>{told(name) ? texts.fromTo(texts.fields[name] ?? name, shown(from), shown(to)) : (texts.fields[name] ?? name)}</li>
        ))}
      </ul>
    )
  }
  const { count, value } = detail
  if (typeof value === 'number') return <span class="note-size">{number(value)}</span>
  return typeof count === 'number' ? <span class="note-size">{texts.count(number(count))}</span> : null
}
