import type { FunctionComponent } from 'preact'
import { useRoute } from 'preact-iso'
import { useFullLanguage } from '../full-language.ts'
import { maySet, useMe } from '../me.ts'
import '../styles/settings.css'
import { Letters } from '../letters/section.tsx'
import { Pulses } from '../pulses/section.tsx'
import { Page } from '../ui/page.tsx'
import { ApiKeys } from './api-keys.tsx'
import { CalendarSettings } from './calendar.tsx'
import { MailSettingsSection } from './mail.tsx'
import { type SectionName, SettingsNav, useSections } from './nav.tsx'
import { People } from './people.tsx'
import { PublicPageSection } from './public-page.tsx'
import { Sites } from './sites.tsx'
import { Teams } from './teams.tsx'
import { Templates } from './templates.tsx'

/** Routing is a page of its own. */
type Here = Exclude<SectionName, 'routing'>

const sections: Record<Here, FunctionComponent> = {
  sites: Sites,
  teams: Teams,
  people: People,
  calendar: CalendarSettings,
  templates: Templates,
  mail: MailSettingsSection,
  public: PublicPageSection,
  keys: ApiKeys,
  letters: Letters,
  pulses: Pulses,
}

export default function SettingsPage() {
  const { t } = useFullLanguage()
  const me = useMe()
  const { section } = useRoute().params
  const names = useSections()
  const name = (names.find((one) => one === section && one !== 'routing') ?? (maySet(me) ? 'sites' : 'letters')) as Here
  const Section = sections[name]
  return (
    <Page title={t.settings.sections[name]}>
      <SettingsNav here={name} />
      <Section />
    </Page>
  )
}
