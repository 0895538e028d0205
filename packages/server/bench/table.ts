/** One line of the table: a figure of ours, beside a floor measured in the same run where there is one. */
export interface Row {
  name: string
  unit: string
  ours: number
  floor?: number
  floorIs?: string
  /** What `ours / floor`, or without a floor the figure itself, must reach; a line without is there to be known. */
  reach?: { atLeast: number } | { atMost: number }
}

/** The middle of what some rounds gave. */
export const p95 = (figures: readonly number[]) => figures.toSorted((a, b) => a - b)[Math.ceil(figures.length * 0.95) - 1] ?? Number.NaN

export const median = (figures: number[]) => figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN

const ratioOf = ({ ours, floor }: Row) => (floor === undefined ? undefined : ours / floor)

export function reached(row: Row): boolean {
  const { ours, reach } = row
  if (!reach) return true
  const value = ratioOf(row) ?? ours
  return 'atLeast' in reach ? value >= reach.atLeast : value <= reach.atMost
}

const figure = (value: number | undefined, unit = '') =>
  value === undefined ? '' : `${value >= 100 ? Math.round(value).toLocaleString('en') : Number(value.toFixed(2))}${unit && ` ${unit}`}`

/** The table as Markdown. */
export function markdown(rows: Row[]): string {
  const lines = rows.map((row) => {
    const { name, unit, ours, floor, floorIs, reach } = row
    const must = !reach ? '' : 'atLeast' in reach ? `≥ ${reach.atLeast}` : `≤ ${reach.atMost}`
    const beside = floor === undefined ? '' : `${figure(floor, unit)} (${floorIs})`
    return `| ${name} | ${figure(ours, unit)} | ${beside} | ${figure(ratioOf(row))} | ${must} | ${!reach ? '' : reached(row) ? 'yes' : '**no**'} |`
  })
  return ['| what | measured | floor, same run | ratio | must be | reached |', '| --- | --- | --- | --- | --- | --- |', ...lines].join('\n')
}
