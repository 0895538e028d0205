import { useState } from 'preact/hooks'
import { useFullLanguage } from '../full-language.ts'
import { Dialog } from '../ui/dialog.tsx'
import { folded } from '../ui/folded.ts'
import { QuickList, type QuickOption } from '../ui/quick-list.tsx'
import { useFound } from './found.ts'
import { useActOptions, usePlaces } from './options.ts'

/** Of each group, so that those after it are seen too. */
const SHOWN = 6

/** The first options of each group that have every word. */
function matching(options: readonly QuickOption[], query: string): QuickOption[] {
  const words = folded(query).split(/\s+/).filter(Boolean)
  const counts = new Map<string, number>()
  return options.filter(({ title, note, group = '' }) => {
    const text = folded(`${title} ${note ?? ''} ${group}`)
    if (!words.every((word) => text.includes(word))) return false
    const count = (counts.get(group) ?? 0) + 1
    counts.set(group, count)
    return words.length === 0 || count <= SHOWN
  })
}

/** Finds anything by its words: acts on what is open, views, pages, goals, teams, sites, and what customers said. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useFullLanguage()
  const texts = t.palette
  const [query, setQuery] = useState('')
  const acts = useActOptions()
  const places = usePlaces(query !== '')
  const found = useFound(query.trim())
  const close = (option: QuickOption): QuickOption => ({
    ...option,
    run: () => {
      onClose()
      option.run()
    },
  })
  return (
    <Dialog title={texts.title} onClose={onClose} bare>
      <QuickList
        label={texts.title}
        placeholder={texts.placeholder}
        options={[...matching([...acts, ...places], query), ...found].map(close)}
        query={query}
        onQuery={setQuery}
        nothing={texts.nothing}
      />
    </Dialog>
  )
}
