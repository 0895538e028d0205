/** The texts of a form by the names of its fields, trimmed. */
export function fieldsOf(form: HTMLFormElement): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields[name] = value.trim()
  return fields
}

/** Calls `act` with what the form holds, instead of leaving the page. */
export function onSubmit(act: (fields: Record<string, string>, form: HTMLFormElement) => void) {
  return (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    act(fieldsOf(form), form)
  }
}
