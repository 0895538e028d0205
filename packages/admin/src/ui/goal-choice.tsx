import { useEffect, useState } from 'preact/hooks'
import type GoalCombobox from './goal-combobox.tsx'
import type { GoalComboboxProps } from './goal-combobox.tsx'
import { Loading } from './states.tsx'

let loaded: typeof GoalCombobox | null = null

/** The combobox of goals, fetched when it is first needed: it weighs more than the rest of the inbox. */
export function GoalChoice(props: GoalComboboxProps) {
  const [Combobox, setCombobox] = useState<typeof GoalCombobox | null>(() => loaded)
  useEffect(() => {
    if (loaded) return
    void import('./goal-combobox.tsx').then((module) => {
      loaded = module.default
      setCombobox(() => loaded)
    })
  }, [])
  return Combobox ? <Combobox {...props} /> : <Loading lines={2} />
}
