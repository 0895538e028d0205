import { useEffect, useState } from 'preact/hooks'
import type Combobox from './combobox.tsx'
import type { ComboboxProps } from './combobox.tsx'
import { Loading } from './states.tsx'

let loaded: typeof Combobox | null = null

/** The combobox, fetched when it is first needed: it weighs more than the rest of the inbox. */
export function Choice(props: ComboboxProps) {
  const [Loaded, setLoaded] = useState<typeof Combobox | null>(() => loaded)
  useEffect(() => {
    if (loaded) return
    void import('./combobox.tsx').then((module) => {
      loaded = module.default
      setLoaded(() => loaded)
    })
  }, [])
  return Loaded ? <Loaded {...props} /> : <Loading lines={2} />
}
