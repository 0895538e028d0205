import type { StoryMeasure } from '@klankbord/shared/stories'
import type { Language, Texts } from '../texts/texts.ts'

const FRAME = { width: 300, height: 64, pad: 6 }

/** A number as it is written in a language, with its unit. */
export const figureIn = (language: Language, unit: string) => (value: number) =>
  `${value.toLocaleString(language, { maximumFractionDigits: 1 })}${unit === '%' ? ' %' : ` ${unit}`}`

interface Measured {
  measure: StoryMeasure
  language: Language
  texts: Texts['colleagues']['story']
}

/** A measure as a large figure, before → now, over a line of its values. The line says nothing that the words beside it do not. */
export function MeasureFigure({ measure, language, texts }: Measured) {
  const { name, unit, baseline, target, points } = measure
  const figure = figureIn(language, unit)
  const [first, last] = [points[0], points.at(-1)]
  const before = baseline ?? (points.length > 1 ? first?.value : undefined)
  const plain = (value: number) => value.toLocaleString(language, { maximumFractionDigits: 1 })
  return (
    <figure class="figure">
      <figcaption>{name}</figcaption>
      {last ? (
        <p class="moved">
          {before !== undefined && (
            <>
              <span class="before">{plain(before)}</span> <span aria-hidden="true">→</span>
              <span class="unseen"> {texts.to} </span>
            </>
          )}{' '}
          <strong>{plain(last.value)}</strong> <span class="unit">{unit}</span>
        </p>
      ) : (
        <p class="soft">{texts.noValues}</p>
      )}
      {points.length > 1 && <Line measure={measure} />}
      <p class="soft small">
        {[target !== null ? texts.target(figure(target)) : '', last?.n != null ? texts.sample(last.n) : ''].filter(Boolean).join(' · ')}
      </p>
    </figure>
  )
}

/** For the eye only: what it shows stands in words beside it. */
function Line({ measure: { points, baseline, target } }: { measure: StoryMeasure }) {
  const times = points.map(({ at }) => Date.parse(at))
  const values = [...points.map(({ value }) => value), ...[baseline, target].filter((value) => value !== null)]
  const x = between(Math.min(...times), Math.max(...times), FRAME.pad, FRAME.width - FRAME.pad)
  const y = between(Math.min(...values), Math.max(...values), FRAME.height - FRAME.pad, FRAME.pad)
  const placed = points.map(({ value }, i) => [round(x(times[i] ?? 0)), round(y(value))] as const)
  const [lastX, lastY] = placed.at(-1) ?? [0, 0]
  const level = (value: number | null, className: string) =>
    value !== null && <line class={className} x1={0} x2={FRAME.width} y1={round(y(value))} y2={round(y(value))} />
  return (
    <svg class="line" viewBox={`0 0 ${FRAME.width} ${FRAME.height}`} aria-hidden="true">
      {level(baseline, 'level')}
      {level(target, 'level target')}
      <polyline points={placed.map((point) => point.join(',')).join(' ')} />
      <circle cx={lastX} cy={lastY} r={4} />
    </svg>
  )
}

const round = (value: number) => Math.round(value * 10) / 10

/** Maps a range onto another; a range without extent lands in the middle. */
const between = (from: number, to: number, start: number, end: number) => (value: number) =>
  from === to ? (start + end) / 2 : start + ((value - from) / (to - from)) * (end - start)
