import type { Calendar, FreeDay } from '@klankbord/shared/calendar'
import { useQuery } from '@tanstack/preact-query'
import { useEffect, useState } from 'preact/hooks'
import { useFullLanguage } from '../full-language.ts'
import { Loading, ProblemNote } from '../ui/states.tsx'
import { FreeDays } from './calendar-free-days.tsx'
import { calendarPreviewQuery } from './calendar-queries.ts'

const PATIENCE_MS = 250

/** What is typed, once there is a pause. */
function useSettled(calendar: Calendar): Calendar {
  const [settled, setSettled] = useState(calendar)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(calendar), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [calendar])
  return settled
}

interface ChangesProps {
  calendar: Calendar
  isChanged: boolean
  year: number
  onYear: (year: number) => void
  /** The free days as they are. */
  kept: FreeDay[]
}

/** What saving would do, before it is saved. */
export function CalendarChanges({ calendar, isChanged, year, onYear, kept }: ChangesProps) {
  const { t, dates } = useFullLanguage()
  const settled = useSettled(calendar)
  const preview = useQuery({ ...calendarPreviewQuery(settled, year), enabled: isChanged })
  // What another calendar would do says nothing about this one.
  const does = isChanged && settled === calendar ? preview.data : undefined
  return (
    <aside class="stack" aria-live="polite">
      <h2>{t.calendar.changes}</h2>
      {!isChanged && <p class="soft">{t.calendar.noChanges}</p>}
      {isChanged && <ProblemNote error={preview.error} />}
      {isChanged && !does && !preview.error && <Loading lines={3} />}
      {does && (
        <ul class="calendar-changes">
          <li>{t.calendar.workingDays(does.workingDays.before, does.workingDays.after, year)}</li>
          <li>{t.calendar.example(does.example.days, dates.day(does.example.before), dates.day(does.example.after))}</li>
          <li>{t.calendar.given(does.given)}</li>
        </ul>
      )}
      <FreeDays year={year} onYear={onYear} days={does?.days ?? kept} added={does?.added ?? []} removed={does?.removed ?? []} />
    </aside>
  )
}
