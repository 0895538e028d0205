import { useFullLanguage } from '../full-language.ts'

/** What is wrong with each field, where no form is there to say it beside the field. */
export default function ProblemFields({ fields }: { fields: Record<string, string> }) {
  const { t } = useFullLanguage()
  return (
    <ul class="note-size">
      {Object.entries(fields).map(([path, message]) => (
        <li key={path}>{t.fieldProblem(message)}</li>
      ))}
    </ul>
  )
}
