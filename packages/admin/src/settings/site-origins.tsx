import { CircleAlert, CircleCheck, Info, Plus } from 'lucide'
import { useFullLanguage } from '../full-language.ts'
import '../styles/site-preview.css'
import { Button } from '../ui/button.tsx'
import { TextArea } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { neighbourOf, originsOf, type ReadOrigin, readOrigins } from './origins.ts'

interface OriginsProps {
  value: string
  onChange: (value: string) => void
  error: string | undefined
}

/** Where the widget may be used: as it is typed, and below it how each address is read, with what to do about it. */
export function OriginsField({ value, onChange, error }: OriginsProps) {
  const { t } = useFullLanguage()
  const texts = t.settings.sites
  const read = readOrigins(value)
  const origins = originsOf(value)
  return (
    <>
      <TextArea
        short
        label={texts.origins}
        hint={texts.originsHint}
        value={value}
        error={error}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      {read.length > 0 && (
        <ul class="origins" aria-label={t.sites.origins.read}>
          {read.map((one, index) => (
            <li key={`${index}${one.given}`} data-refused={one.origin === null || undefined}>
              <OriginLine read={one} />
              <Neighbour read={one} origins={origins} onAdd={(origin) => onChange(`${value.trimEnd()}\n${origin}`)} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function OriginLine({ read: { given, origin, note } }: { read: ReadOrigin }) {
  const { t } = useFullLanguage()
  return (
    <>
      <Icon of={origin === null ? CircleAlert : note === null ? CircleCheck : Info} />
      <span>
        <strong>{origin ?? given}</strong>
        {note !== null && <span class="soft"> {t.sites.origins.notes[note]}</span>}
      </span>
    </>
  )
}

function Neighbour({ read: { origin, note }, origins, onAdd }: { read: ReadOrigin; origins: string[]; onAdd: (origin: string) => void }) {
  const { t } = useFullLanguage()
  const neighbour = origin !== null && note !== 'twice' ? neighbourOf(origins, origin) : null
  if (neighbour === null) return null
  return (
    <Button small look="quiet" icon={Plus} title={t.sites.origins.neighbour} onClick={() => onAdd(neighbour)}>
      {neighbour.replace(/^https?:\/\//, '')}
    </Button>
  )
}
