import { type Calendar, type HolidayCountry, holidayCountries, holidayRegions } from '@klankbord/shared/calendar'
import { ProblemError } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { weekdayOf } from '../letters/moments.ts'
import { SelectField, TextField } from '../ui/field.tsx'
import { OwnDays } from './calendar-own-days.tsx'

interface FieldsProps {
  calendar: Calendar
  onChange: (calendar: Calendar) => void
  error: unknown
}

export function CalendarFields({ calendar, onChange, error }: FieldsProps) {
  const { t } = useFullLanguage()
  const problems = error instanceof ProblemError ? error.fields : {}
  return (
    <>
      <TextField
        label={t.calendar.timeZone}
        hint={t.calendar.timeZoneHint}
        value={calendar.timeZone}
        error={problems.timeZone}
        maxLength={60}
        required
        onInput={(event) => onChange({ ...calendar, timeZone: event.currentTarget.value })}
      />
      <Workdays calendar={calendar} onChange={onChange} />
      <Holidays calendar={calendar} onChange={onChange} />
      <OwnDays days={calendar.ownDays} onChange={(ownDays) => onChange({ ...calendar, ownDays })} />
    </>
  )
}

type PartProps = Omit<FieldsProps, 'error'>

function Workdays({ calendar, onChange }: PartProps) {
  const { t, code } = useFullLanguage()
  const toggle = (day: number, works: boolean) => {
    const workdays = calendar.workdays.filter((one) => one !== day)
    onChange({ ...calendar, workdays: works ? [...workdays, day].sort((a, b) => a - b) : workdays })
  }
  return (
    <fieldset class="stack" data-gap="small">
      <legend class="field-legend">{t.calendar.workdays}</legend>
      <div class="workdays">
        {[1, 2, 3, 4, 5, 6, 7].map((day) => {
          const works = calendar.workdays.includes(day)
          return (
            <label key={day} class="choice">
              <input
                type="checkbox"
                checked={works}
                // Somebody has to work some day.
                disabled={works && calendar.workdays.length === 1}
                onChange={(event) => toggle(day, event.currentTarget.checked)}
              />
              {weekdayOf(day, code)}
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}

function Holidays({ calendar, onChange }: PartProps) {
  const { t } = useFullLanguage()
  const { holidays } = calendar
  const regions = holidays ? holidayRegions[holidays.country] : []
  const choose = (country: string) => onChange({ ...calendar, holidays: country ? { country: country as HolidayCountry, region: null } : null })
  return (
    <div class="stack">
      <SelectField
        label={t.calendar.holidays}
        hint={t.calendar.holidaysHint}
        value={holidays?.country ?? ''}
        options={['', ...holidayCountries].map((value) => ({ value, label: t.calendar.countries[value] ?? value }))}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {holidays && regions.length > 0 && (
        <SelectField
          label={t.calendar.region}
          value={holidays.region ?? ''}
          options={[{ value: '', label: t.calendar.wholeCountry }, ...regions.map(({ code, name }) => ({ value: code, label: name }))]}
          onChange={(event) => onChange({ ...calendar, holidays: { ...holidays, region: event.currentTarget.value || null } })}
        />
      )}
    </div>
  )
}
