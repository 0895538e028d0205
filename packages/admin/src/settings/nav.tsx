import { useFullLanguage } from '../full-language.ts'
import { maySet, useMe } from '../me.ts'

const all = ['sites', 'routing', 'teams', 'people', 'calendar', 'mail', 'public', 'templates', 'keys', 'letters', 'pulses'] as const
export type SectionName = (typeof all)[number]
/** What is not only for who may set things. */
const forEveryone: SectionName[] = ['calendar', 'templates', 'letters', 'pulses']

export function useSections(): readonly SectionName[] {
  return maySet(useMe()) ? all : forEveryone
}

export function SettingsNav({ here }: { here: SectionName }) {
  const { t } = useFullLanguage()
  const names = useSections()
  return (
    <nav class="segments settings-nav" aria-label={t.settings.title}>
      {names.map((one) => (
        <a key={one} href={`/admin/settings/${one}`} aria-current={one === here ? 'page' : undefined}>
          {t.settings.sections[one]}
        </a>
      ))}
    </nav>
  )
}
