interface SegmentsProps<Value extends string> {
  label: string
  options: readonly { value: Value; label: string }[]
  value: Value
  onChange: (value: Value) => void
}

/** One of a few, all in sight. */
export const Segments = <Value extends string>({ label, options, value: chosen, onChange }: SegmentsProps<Value>) => (
  <fieldset class="segments" aria-label={label}>
    {options.map(({ value, label }) => (
      <button key={value} type="button" aria-pressed={value === chosen} onClick={() => onChange(value)}>
        {label}
      </button>
    ))}
  </fieldset>
)
