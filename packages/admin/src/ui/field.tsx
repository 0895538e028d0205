import type { ComponentChildren, TargetedEvent } from 'preact'
import { useId } from 'preact/hooks'
import { useFullLanguage } from '../full-language.ts'
import { useSending } from './sending-form.tsx'

interface ControlProps {
  id: string
  class: string
  'aria-describedby': string | undefined
  'aria-invalid': boolean | undefined
}

interface FieldProps {
  label: string
  hint?: ComponentChildren
  error?: string | undefined
  children: (control: ControlProps) => ComponentChildren
}

/** A label, its control, a hint and what is wrong, tied together for every reader. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId()
  const { t } = useFullLanguage()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, class: 'control', 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {t.fieldProblem(error)}
        </p>
      )}
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

interface TextFieldProps extends Omit<FieldProps, 'children'> {
  name?: string
  type?: 'text' | 'email' | 'password' | 'url' | 'number' | 'color' | 'date' | 'datetime-local'
  value?: string
  defaultValue?: string
  placeholder?: string
  autocomplete?: string
  lang?: string
  pattern?: string
  required?: boolean
  autofocus?: boolean
  min?: number
  max?: number
  minLength?: number
  maxLength?: number
  onInput?: (event: TargetedEvent<HTMLInputElement>) => void
}

export function TextField({ label, hint, error, type = 'text', ...input }: TextFieldProps) {
  const readOnly = useSending()
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => <input {...({ type, readOnly, ...input, ...control } as object)} />}
    </Field>
  )
}

interface TextAreaProps extends Omit<FieldProps, 'children'> {
  name?: string
  value?: string
  defaultValue?: string
  placeholder?: string
  lang?: string
  required?: boolean
  autofocus?: boolean
  maxLength?: number
  short?: boolean | undefined
  onInput?: (event: TargetedEvent<HTMLTextAreaElement>) => void
}

export function TextArea({ label, hint, error, short, ...area }: TextAreaProps) {
  const readOnly = useSending()
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => <textarea data-short={short || undefined} readOnly={readOnly} {...area} {...control} />}
    </Field>
  )
}

interface SelectProps extends Omit<FieldProps, 'children'> {
  options: readonly { value: string; label: string }[]
  name?: string
  value: string
  required?: boolean
  onChange?: (event: TargetedEvent<HTMLSelectElement>) => void
}

export function SelectField({ label, hint, error, options, value: chosen, ...select }: SelectProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <select {...select} {...control}>
          {options.map(({ value, label }) => (
            <option key={value} value={value} selected={value === chosen}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
