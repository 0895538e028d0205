/** Rows of several organisations, each one's apart. */
export function byOrganisation<Row extends { organisationId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(row.organisationId, [...(groups.get(row.organisationId) ?? []), row])
  return groups
}
