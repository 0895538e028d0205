import { type Measure, measureEndpoints } from '@klankbord/shared/measures'
import { useMutation } from '@tanstack/preact-query'
import { PencilLine } from 'lucide'
import { useRef, useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { Empty } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { useFigures } from './figures.ts'
import { typedNumber } from './numbers.ts'
import { nextFirst, waiting } from './periods.ts'
import { measuresChanged } from './queries.ts'

/** A list to fill in with the keyboard alone: a number, Enter, and the next one has the focus. */
export function Entry({ measures }: { measures: Measure[] }) {
  const { t } = useFullLanguage()
  const list = useRef<HTMLTableSectionElement>(null)
  const mine = measures.filter(({ may }) => may.enter)
  const move = (from: number, by: number) => {
    const inputs = list.current?.querySelectorAll<HTMLInputElement>('input') ?? []
    const next = inputs[from + by]
    next?.focus()
    next?.select()
  }
  if (mine.length === 0)
    return (
      <Empty icon={PencilLine} title={t.measures.entry.nothing[0]}>
        <p>{t.measures.entry.nothing[1]}</p>
      </Empty>
    )
  return (
    <div class="stack">
      <p class="soft">{t.measures.entry.lead}</p>
      <table class="entry-list">
        <thead>
          <tr>
            <th scope="col">{t.measures.entry.measure}</th>
            <th scope="col">{t.measures.entry.before}</th>
            <th scope="col">{t.measures.entry.period}</th>
            <th scope="col">{t.measures.entry.value}</th>
          </tr>
        </thead>
        <tbody ref={list}>
          {mine.map((measure, i) => (
            <EntryRow key={measure.id} measure={measure} first={i === 0} onMove={(by) => move(i, by)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RowProps {
  measure: Measure
  first: boolean
  /** Moves the focus so many rows down. */
  onMove: (by: number) => void
}

function EntryRow({ measure, first, onMove }: RowProps) {
  const { t, number } = useFullLanguage()
  const figures = useFigures()
  // What was asked for when the list was opened stays so: after a value was entered, the row does not ask for the period after it.
  const [day] = useState(() => waiting(lastDay(measure, figures.day), figures.today(), measure.period))
  const [wrong, setWrong] = useState(false)
  const period = figures.period(`${day}T00:00:00.000Z`, measure.period)
  const inPeriod = (at: string) => figures.day(at) >= day && figures.day(at) < nextFirst(day, measure.period)
  const known = measure.points.findLast(({ at }) => inPeriod(at))
  const before = measure.periods.findLast(({ at }) => figures.day(at) < day)
  const enter = useEnter(measure, known?.at ?? `${day}T00:00:00.000Z`, known?.value ?? null)
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      onMove(event.key === 'ArrowDown' ? 1 : -1)
    }
    if (event.key !== 'Enter') return
    event.preventDefault()
    const text = event.currentTarget.value
    if (text.trim() === '') return onMove(1)
    const value = typedNumber(text)
    setWrong(value === null)
    if (value === null) return
    enter.mutate(value)
    onMove(1)
  }
  const problem = wrong ? t.measures.entry.notANumber : enter.error ? t.measures.entry.failed : null
  return (
    <tr>
      <th scope="row">
        <a href={`/admin/measures/${measure.id}`}>{measure.name}</a>
      </th>
      <td class="soft">
        {before ? `${figures.value(before.value, measure.unit)} (${figures.period(before.at, measure.period)})` : t.measures.noValues}
      </td>
      <td>{period}</td>
      <td>
        <input
          class="control"
          inputMode="decimal"
          autocomplete="off"
          autofocus={first}
          aria-label={t.measures.entry.of(measure.name, period)}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `entry-${measure.id}` : undefined}
          placeholder={known ? number(known.value) : ''}
          onKeyDown={onKeyDown}
        />{' '}
        <span class="soft note-size">{figures.unit(measure.unit)}</span>
        {problem && (
          <p class="field-error" id={`entry-${measure.id}`} role="alert">
            {problem}
          </p>
        )}
      </td>
    </tr>
  )
}

function lastDay({ points }: Measure, dayOf: (at: string) => string): string | null {
  const last = points.at(-1)
  return last ? dayOf(last.at) : null
}

/** Stores a value, with a way back to what stood there. */
function useEnter({ id, name, unit }: Measure, at: string, before: number | null) {
  const { t } = useFullLanguage()
  const figures = useFigures()
  const put = (value: number) => call(measureEndpoints.putMeasurePoints, { id, points: [{ at, value }] })
  const undo = async () => {
    await (before === null ? call(measureEndpoints.removeMeasurePoint, { id, at }) : put(before))
    measuresChanged()
  }
  return useMutation({
    mutationFn: put,
    onSuccess: (_, value) => {
      measuresChanged()
      say(t.measures.entry.stored(name, figures.value(value, unit)), { label: t.undo, onClick: () => void undo() })
    },
  })
}
