import { useMe } from '../me.ts'
import { Field } from '../ui/field.tsx'

interface DayFieldProps {
  name: string
  label: string
  hint: string
  error: string | undefined
}

/** A day from today on, on the calendar of the organisation. */
export function DayField({ name, label, hint, error }: DayFieldProps) {
  const { organisation } = useMe()
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: organisation.timeZone }).format(new Date())
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => <input type="date" name={name} min={today} defaultValue={today} required {...control} />}
    </Field>
  )
}
