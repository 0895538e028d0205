import { Search } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import { useLanguage } from '../language.tsx'
import { isApple } from '../ui/apple.ts'
import { Icon } from '../ui/icon.tsx'
import { fetchSoon, Later } from '../ui/later.tsx'

const Palette = () => import('./palette.tsx')

/** Long enough for what one came for to be there first, in milliseconds. */
const QUIET = 2000

/** The way to everything: Ctrl or ⌘ with K anywhere, also while one writes, or the button. */
export function PaletteOpener() {
  const { t } = useLanguage()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    // Letters typed right after the key must not be taken for keys of the inbox.
    const timer = setTimeout(() => fetchSoon(Palette), QUIET)
    return () => clearTimeout(timer)
  }, [])
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(isApple ? event.metaKey : event.ctrlKey) || event.shiftKey || event.altKey) return
      event.preventDefault()
      // Beside another dialog it would take away what is being asked.
      if (document.querySelector('dialog[open]')) return
      setOpen(true)
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [])
  return (
    <>
      <button type="button" class="palette-open" aria-keyshortcuts={isApple ? 'Meta+K' : 'Control+K'} onClick={() => setOpen(true)}>
        <Icon of={Search} />
        <span>{t.nav.palette}</span>
        <span class="key" aria-hidden="true">
          {isApple ? '⌘ K' : 'Ctrl K'}
        </span>
      </button>
      {open && <Later load={Palette} onClose={() => setOpen(false)} />}
    </>
  )
}
