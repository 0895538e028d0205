import type { ImportPreview, Measure } from '@klankbord/shared/measures'
import { useFullLanguage } from '../full-language.ts'
import { useFigures } from './figures.ts'

/** The first lines as they were understood. */
export function Understood({ preview, targets }: { preview: ImportPreview; targets: Measure[] }) {
  const { t, number } = useFullLanguage()
  const figures = useFigures()
  const texts = t.measures.importing
  const columns = preview.columns.flatMap(({ measureId }) => targets.find(({ id }) => id === measureId) ?? []).slice(0, 8)
  if (columns.length === 0 || preview.date === null) return null
  return (
    <section class="stack" data-gap="small">
      <h3>{texts.read}</h3>
      <p>
        {texts.summary(number(preview.points), number(preview.lines))}
        {preview.replaces > 0 && <>. {texts.replaces(number(preview.replaces))}</>}
      </p>
      <div class="import-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.line}</th>
              <th scope="col">{t.measures.detail.period}</th>
              {columns.map(({ id, name }) => (
                <th key={id} scope="col" class="figure-cell">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.map(({ line, at, text, values }) => (
              <tr key={line}>
                <td class="soft">{line}</td>
                <td>{at === null ? <em>{text || texts.notADate}</em> : figures.period(at, columns[0]?.period ?? 'day')}</td>
                {columns.map(({ id, unit }, i) => {
                  const value = values[i]
                  return (
                    <td key={id} class="figure-cell">
                      {value === null || value === undefined ? <span class="soft">{'–'}</span> : figures.value(value, unit)}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** Every cell that can't be read, with its line. */
export function ImportProblems({ preview: { problems, problemCount } }: { preview: ImportPreview }) {
  const { t, number } = useFullLanguage()
  const texts = t.measures.importing
  if (problemCount === 0) return null
  return (
    <section class="problem import-problems" role="alert">
      <div class="stack" data-gap="small">
        <p>{texts.problems(number(problemCount))}</p>
        <ul class="note-size">
          {problems.slice(0, 20).map(({ line, column, problem, text }) => (
            <li key={`${line}-${column}-${problem}`}>
              {texts.problemAt(number(line), column)}: {text && <q>{text}</q>} {texts.problem[problem]}
            </li>
          ))}
        </ul>
        {problemCount > 20 && <p class="note-size">{texts.more(number(problemCount - 20))}</p>}
      </div>
    </section>
  )
}
