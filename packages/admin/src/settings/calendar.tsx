import { type Calendar, calendarEndpoints, type KnownCalendar } from '@klankbord/shared/calendar'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { maySet, useMe } from '../me.ts'
import { meQuery, queryClient } from '../queries.ts'
import '../styles/calendar.css'
import { Button } from '../ui/button.tsx'
import { ProblemNote, Read } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { CalendarChanges } from './calendar-changes.tsx'
import { CalendarFields } from './calendar-fields.tsx'
import { FreeDays } from './calendar-free-days.tsx'
import { calendarQuery, freeDaysQuery, plain } from './calendar-queries.ts'

/** When the organisation works: every promise counts in it. */
export function CalendarSettings() {
  const { t } = useFullLanguage()
  const query = useQuery(calendarQuery)
  return (
    <div class="stack" data-gap="large">
      <p class="soft page-lead">{t.calendar.lead}</p>
      <Read query={query} lines={8}>
        {(known) => <Known key={known.changed?.at ?? ''} known={known} />}
      </Read>
    </div>
  )
}

function useKeep(known: KnownCalendar) {
  const { t } = useFullLanguage()
  const keep = useMutation({
    mutationFn: ({ calendar }: { calendar: Calendar; undoes?: boolean }) => call(calendarEndpoints.changeCalendar, calendar),
    onSuccess: (changed, { undoes }) => {
      queryClient.setQueryData(calendarQuery.queryKey, changed)
      void queryClient.invalidateQueries({ queryKey: calendarQuery.queryKey })
      void queryClient.invalidateQueries({ queryKey: meQuery.queryKey })
      if (undoes) say(t.calendar.undone)
      else say(t.calendar.saved, { label: t.calendar.undo, onClick: () => keep.mutate({ calendar: plain(known), undoes: true }) })
    },
  })
  return keep
}

function Known({ known }: { known: KnownCalendar }) {
  const { t } = useFullLanguage()
  const may = maySet(useMe())
  const [calendar, setCalendar] = useState<Calendar>(plain(known))
  const [year, setYear] = useState(new Date().getFullYear())
  const keep = useKeep(known)
  const isChanged = JSON.stringify(calendar) !== JSON.stringify(plain(known))
  const days = useQuery(freeDaysQuery(year))
  if (!may)
    return (
      <>
        <p class="soft">{t.calendar.mayNot}</p>
        <FreeDays year={year} onYear={setYear} days={days.data?.items ?? []} removed={[]} added={[]} />
      </>
    )
  return (
    <form
      class="calendar"
      onSubmit={(event) => {
        event.preventDefault()
        if (isChanged && !keep.isPending) keep.mutate({ calendar })
      }}
    >
      <div class="stack" data-gap="large">
        <CalendarFields calendar={calendar} onChange={setCalendar} error={keep.error} />
        <ProblemNote error={keep.error} />
        <div class="row">
          <Button type="submit" look="primary" busy={keep.isPending} disabled={!isChanged}>
            {t.calendar.save}
          </Button>
          {isChanged && <Button onClick={() => setCalendar(plain(known))}>{t.calendar.discard}</Button>}
        </div>
        <LastChange known={known} onUndo={(before) => keep.mutate({ calendar: before, undoes: true })} busy={keep.isPending} />
      </div>
      <CalendarChanges calendar={calendar} isChanged={isChanged} year={year} onYear={setYear} kept={days.data?.items ?? []} />
    </form>
  )
}

function LastChange({ known: { changed }, onUndo, busy }: { known: KnownCalendar; onUndo: (before: Calendar) => void; busy: boolean }) {
  const { t, dates } = useFullLanguage()
  if (!changed) return null
  return (
    <p class="row note-size soft">
      <span>{t.calendar.changed(changed.by, dates.moment(changed.at))}</span>
      <Button small look="quiet" busy={busy} onClick={() => onUndo(changed.before)}>
        {t.calendar.undoLast}
      </Button>
    </p>
  )
}
