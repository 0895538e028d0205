import { useQuery } from '@tanstack/preact-query'
import { useFullLanguage } from '../full-language.ts'
import { goalTreeQuery } from '../queries.ts'
import { goalEventsQuery } from './queries.ts'
import { told } from './told.ts'

/** What happened to a goal, newest first, in sentences. */
export function GoalHistory({ id }: { id: string }) {
  const { t, dates } = useFullLanguage()
  const { data } = useQuery(goalEventsQuery(id))
  const { data: tree } = useQuery(goalTreeQuery)
  const goalTitle = (goalId: string) => tree?.goals.find((goal) => goal.id === goalId)?.title
  const events = (data?.items ?? [])
    .map((event) => ({ event, sentences: told(event, { t, dates, goalTitle }) }))
    .filter(({ sentences }) => sentences.length > 0)
  if (events.length === 0) return null
  return (
    <details class="goal-history">
      <summary>
        <h3>{t.goal.history}</h3>
      </summary>
      <ol class="timeline">
        {events.map(({ event, sentences }) => (
          <li key={event.id}>
            <span>
              <strong>{event.actor || t.goal.someone}</strong> {sentences.join('; ')}
            </span>
            <time class="soft" dateTime={event.at}>
              {dates.moment(event.at)}
            </time>
          </li>
        ))}
      </ol>
    </details>
  )
}
