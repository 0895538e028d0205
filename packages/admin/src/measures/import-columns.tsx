import type { ImportPreview, Measure } from '@klankbord/shared/measures'
import { useFullLanguage } from '../full-language.ts'
import { SelectField } from '../ui/field.tsx'

/** How a file is read: which column is what, and how its cells are written. */
export interface Reading extends Pick<ImportPreview, 'date' | 'sample' | 'decimal' | 'order'> {
  /** The measure of each column. */
  measures: Map<number, string>
}

export const readingOf = ({ date, sample, decimal, order, columns }: ImportPreview): Reading => ({
  date,
  sample,
  decimal,
  order,
  measures: new Map(columns.flatMap(({ measureId }, i) => (measureId === null ? [] : [[i, measureId] as const]))),
})

/** More columns than this are shown only when they go somewhere, or hold the dates. */
const SHOWN = 12

interface ColumnsProps {
  preview: ImportPreview
  reading: Reading
  targets: Measure[]
  onChange: (reading: Reading) => void
}

/** What was guessed of a file's columns, to be put right. */
export function Columns({ preview, reading, targets, onChange }: ColumnsProps) {
  const { t } = useFullLanguage()
  const texts = t.measures.importing
  const put = (column: number, measureId: string) => {
    const measures = new Map([...reading.measures].filter(([, id]) => id !== measureId))
    if (measureId === '') measures.delete(column)
    else measures.set(column, measureId)
    onChange({ ...reading, measures })
  }
  const columns = preview.columns.map((column, index) => ({ ...column, index }))
  const shown = columns.filter(({ index, measureId }) => index !== reading.date && index !== reading.sample && (index < SHOWN || measureId !== null))
  const choices = columns.filter(({ index }) => index < 50).map(({ name, index }) => ({ value: String(index), label: name }))
  return (
    <div class="stack">
      <div class="import-reading">
        <SelectField
          label={texts.date}
          value={String(reading.date ?? '')}
          options={[...(reading.date === null ? [{ value: '', label: texts.none }] : []), ...choices]}
          onChange={(event) => onChange({ ...reading, date: Number(event.currentTarget.value) })}
        />
        <SelectField
          label={texts.decimal}
          value={reading.decimal}
          options={[
            { value: 'comma', label: texts.comma },
            { value: 'point', label: texts.point },
          ]}
          onChange={(event) => onChange({ ...reading, decimal: event.currentTarget.value as Reading['decimal'] })}
        />
        <SelectField
          label={texts.order}
          value={reading.order}
          options={[
            { value: 'dmy', label: texts.dmy },
            { value: 'mdy', label: texts.mdy },
          ]}
          onChange={(event) => onChange({ ...reading, order: event.currentTarget.value as Reading['order'] })}
        />
        <SelectField
          label={texts.sample}
          value={String(reading.sample ?? '')}
          options={[{ value: '', label: texts.none }, ...choices]}
          onChange={(event) => onChange({ ...reading, sample: event.currentTarget.value === '' ? null : Number(event.currentTarget.value) })}
        />
      </div>
      <div class="import-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.column}</th>
              <th scope="col">{texts.examples}</th>
              <th scope="col">{texts.goesTo}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ name, examples, index }) => (
              <tr key={index}>
                <th scope="row">{name}</th>
                <td class="soft">{examples.join(' · ')}</td>
                <td>
                  <select class="control" aria-label={`${texts.goesTo}: ${name}`} onChange={(event) => put(index, event.currentTarget.value)}>
                    <option value="" selected={!reading.measures.has(index)}>
                      {texts.ignore}
                    </option>
                    {targets.map((measure) => (
                      <option key={measure.id} value={measure.id} selected={reading.measures.get(index) === measure.id}>
                        {measure.name}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
