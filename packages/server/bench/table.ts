/** One line of the table: a figure of ours, beside a floor measured in the same run where there is one. */
export interface Row {
  name: string
  unit: string
  ours: number
  floor?: number
  floorIs?: string
  /** `ours / floor`. */
  ratio?: number
  /** What the ratio, or without one the figure, must reach. */
  reach: { atLeast: number } | { atMost: number }
}

export const reached = ({ ours, ratio, reach }: Row) => ('atLeast' in reach ? (ratio ?? ours) >= reach.atLeast : (ratio ?? ours) <= reach.atMost)

const figure = (value: number | undefined, unit = '') =>
  value === undefined ? '' : `${value >= 100 ? Math.round(value).toLocaleString('en') : Number(value.toFixed(2))}${unit && ` ${unit}`}`

/** The table as Markdown. */
export function markdown(rows: Row[]): string {
  const lines = rows.map((row) => {
    const reach = 'atLeast' in row.reach ? `≥ ${row.reach.atLeast}` : `≤ ${row.reach.atMost}`
    const floor = row.floor === undefined ? '' : `${figure(row.floor, row.unit)} (${row.floorIs})`
    return `| ${row.name} | ${figure(row.ours, row.unit)} | ${floor} | ${figure(row.ratio)} | ${reach} | ${reached(row) ? 'yes' : '**no**'} |`
  })
  return ['| what | measured | floor, same run | ratio | must be | reached |', '| --- | --- | --- | --- | --- | --- |', ...lines].join('\n')
}
