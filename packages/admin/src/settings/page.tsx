import type { FunctionComponent } from 'preact'
import { useRoute } from 'preact-iso'
import { useLanguage } from '../language.tsx'
import { maySet, useMe } from '../me.ts'
import '../styles/settings.css'
import { Letters } from '../letters/section.tsx'
import { Pulses } from '../pulses/section.tsx'
import { Page } from '../ui/page.tsx'
import { ApiKeys } from './api-keys.tsx'
import { People } from './people.tsx'
import { RoutingRules } from './routing-rules.tsx'
import { Sites } from './sites.tsx'
import { Teams } from './teams.tsx'

const sections = {
  sites: Sites,
  routing: RoutingRules,
  teams: Teams,
  people: People,
  keys: ApiKeys,
  letters: Letters,
  pulses: Pulses,
} satisfies Record<string, FunctionComponent>
type SectionName = keyof typeof sections
const all = Object.keys(sections) as SectionName[]
/** What is not only for who may set things. */
const forEveryone: SectionName[] = ['letters', 'pulses']

export default function SettingsPage() {
  const { t } = useLanguage()
  const me = useMe()
  const { section } = useRoute().params
  const names = maySet(me) ? all : forEveryone
  const name = names.find((one) => one === section) ?? (maySet(me) ? 'sites' : 'letters')
  const Section = sections[name]
  return (
    <Page title={t.settings.sections[name]}>
      <nav class="segments settings-nav" aria-label={t.settings.title}>
        {names.map((one) => (
          <a key={one} href={`/admin/settings/${one}`} aria-current={one === name ? 'page' : undefined}>
            {t.settings.sections[one]}
          </a>
        ))}
      </nav>
      <Section />
    </Page>
  )
}
