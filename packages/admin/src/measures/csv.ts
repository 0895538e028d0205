/** A cell of a CSV file. What a spreadsheet would run as a formula becomes plain words: it begins with an apostrophe, which spreadsheets don't show. */
function cell(content: string | number | null): string {
  if (content === null) return ''
  if (typeof content === 'number') return String(content)
  const safe = /^[=+\-@\t\r]/.test(content) ? `'${content}` : content
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as a CSV file that spreadsheets open. */
export const csvOf = (rows: readonly (readonly (string | number | null)[])[]): string => rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')

/** Lets the browser save a text as a file. */
export function saveText(name: string, text: string) {
  const address = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv' }))
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
