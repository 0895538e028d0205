import { useState } from 'preact/hooks'
import { useLanguage } from '../language.tsx'
import { folded } from '../ui/folded.ts'
import { QuickList, type QuickOption } from '../ui/quick-list.tsx'
import { isMany, isWritten, useChoices } from './filters.ts'
import { type FilterName, type Finding, offeredFilters } from './views.ts'
import { WrittenFilter } from './written-filter.tsx'

/** Without words every filter is named; with words, at most so many values beside them. */
const SHOWN = 12

interface FilterMenuProps {
  finding: Finding
  /** The filter to begin with, where one was pointed at. */
  begin: FilterName | null
  onSet: (changes: Partial<Record<FilterName, string | undefined>>) => void
  onClose: () => void
}

/** Every filter in one place: choose one and then its value, or type words of the value at once. */
export default function FilterMenu({ finding, begin, onSet, onClose }: FilterMenuProps) {
  const { t } = useLanguage()
  const texts = t.finding
  const [name, setName] = useState<FilterName | null>(begin)
  const [query, setQuery] = useState('')
  const choices = useChoices({ teams: true, goals: true, sites: true })
  const open = (next: FilterName | null) => {
    setName(next)
    setQuery('')
  }
  const set = (filter: FilterName, value: string) => {
    const before = finding.filter[filter]?.split(',') ?? []
    const after = before.includes(value) ? before.filter((one) => one !== value) : isMany(filter) ? [...before, value] : [value]
    onSet({ [filter]: after.join(',') || undefined })
    if (!isMany(filter)) onClose()
  }
  const has = (words: string) => query.split(/\s+/).every((word) => folded(words).includes(folded(word)))
  const valuesOf = (filter: FilterName, group?: string): QuickOption[] =>
    choices(filter)
      .filter(({ label, note }) => has(`${group ?? ''} ${label} ${note ?? ''}`))
      .map(({ value, label, note }) => ({
        id: `${filter}:${value}`,
        title: label,
        note: note ?? (name === null ? group : undefined),
        set: finding.filter[filter]?.split(',').includes(value),
        run: () => set(filter, value),
      }))
  if (name !== null && isWritten(name))
    return <WrittenFilter name={name} finding={finding} onSet={onSet} onClose={onClose} onBack={() => open(null)} />
  const filters: QuickOption[] = offeredFilters(finding.view)
    .filter((filter) => has(texts.filters[filter]))
    .map((filter) => ({ id: filter, title: texts.filters[filter], set: Boolean(finding.filter[filter]), run: () => open(filter) }))
  const found = name === null && query !== '' ? offeredFilters(finding.view).flatMap((filter) => valuesOf(filter, texts.filters[filter])) : []
  return (
    <QuickList
      label={name === null ? texts.filterOn : texts.filters[name]}
      placeholder={name === null ? texts.filterOn : texts.filters[name]}
      options={name === null ? [...filters, ...found.slice(0, SHOWN)] : valuesOf(name)}
      query={query}
      onQuery={setQuery}
      nothing={texts.noSuchFilter}
      onBack={name === null ? undefined : () => open(null)}
    />
  )
}
