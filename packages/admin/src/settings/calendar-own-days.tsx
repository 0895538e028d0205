import type { OwnDay } from '@klankbord/shared/calendar'
import { X } from 'lucide'
import { useState } from 'preact/hooks'
import { useFullLanguage } from '../full-language.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'

interface OwnDaysProps {
  days: OwnDay[]
  onChange: (days: OwnDay[]) => void
}

/** Days on which nobody works here, whatever the country does. */
export function OwnDays({ days, onChange }: OwnDaysProps) {
  const { t, dates } = useFullLanguage()
  const [date, setDate] = useState('')
  const [name, setName] = useState('')
  const isTwice = days.some((day) => day.date === date)
  const add = () => {
    if (!date || !name.trim() || isTwice) return
    onChange([...days, { date, name: name.trim() }].sort((a, b) => (a.date < b.date ? -1 : 1)))
    setDate('')
    setName('')
  }
  return (
    <fieldset class="stack" data-gap="small">
      <legend class="field-legend">{t.calendar.ownDays}</legend>
      <p class="field-hint">{t.calendar.ownDaysHint}</p>
      {days.length === 0 && <p class="soft">{t.calendar.noOwnDays}</p>}
      <ul class="own-days">
        {days.map((day) => (
          <li key={day.date}>
            <time dateTime={day.date}>{dates.calendar(day.date)}</time>
            <span>{day.name}</span>
            <IconButton icon={X} label={t.calendar.removeDay(day.name)} small onClick={() => onChange(days.filter((one) => one !== day))} />
          </li>
        ))}
      </ul>
      <div class="own-day-new">
        <TextField
          label={t.calendar.date}
          type="date"
          value={date}
          error={isTwice ? t.calendar.dayTwice : undefined}
          onInput={(event) => setDate(event.currentTarget.value)}
        />
        <TextField label={t.calendar.name} value={name} maxLength={60} onInput={(event) => setName(event.currentTarget.value)} />
        <Button onClick={add}>{t.calendar.addDay}</Button>
      </div>
    </fieldset>
  )
}
