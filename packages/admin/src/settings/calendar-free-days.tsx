import type { FreeDay } from '@klankbord/shared/calendar'
import { ChevronLeft, ChevronRight } from 'lucide'
import { useFullLanguage } from '../full-language.ts'
import { IconButton } from '../ui/button.tsx'

interface FreeDaysProps {
  year: number
  onYear: (year: number) => void
  days: FreeDay[]
  added: FreeDay[]
  removed: FreeDay[]
}

/** The free days of a year, with what would be new and what would be no more. */
export function FreeDays({ year, onYear, days, added, removed }: FreeDaysProps) {
  const { t } = useFullLanguage()
  const isAmong = (some: FreeDay[], { date }: FreeDay) => some.some((one) => one.date === date)
  const all = [...days, ...removed].sort((a, b) => (a.date < b.date ? -1 : 1))
  return (
    <section class="stack" data-gap="small">
      <div class="row" data-ends>
        <h3>{t.calendar.free(year)}</h3>
        <span class="row">
          <IconButton icon={ChevronLeft} label={`${t.calendar.year} ${year - 1}`} small onClick={() => onYear(year - 1)} />
          <IconButton icon={ChevronRight} label={`${t.calendar.year} ${year + 1}`} small onClick={() => onYear(year + 1)} />
        </span>
      </div>
      {all.length === 0 && <p class="soft">{t.calendar.noneFree}</p>}
      <ul class="free-days">
        {all.map((day) => (
          <Day key={`${day.date} ${day.name}`} day={day} change={isAmong(removed, day) ? 'gone' : isAmong(added, day) ? 'isNew' : null} />
        ))}
      </ul>
    </section>
  )
}

function Day({ day: { date, name, from, weekend }, change }: { day: FreeDay; change: 'gone' | 'isNew' | null }) {
  const { t, code } = useFullLanguage()
  const weekday = new Intl.DateTimeFormat(code, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(date))
  return (
    <li class="free-day" data-change={change ?? undefined} data-weekend={weekend || undefined}>
      <time dateTime={date}>{weekday.replaceAll(',', '')}</time>
      <span>
        {change === 'gone' ? <s>{name}</s> : name}
        <span class="soft note-size"> {[t.calendar.from[from], ...(weekend ? [t.calendar.weekend] : [])].join(' · ')}</span>
      </span>
      {change && <strong class="free-day-change">{t.calendar[change]}</strong>}
    </li>
  )
}
