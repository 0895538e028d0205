import type { FunctionComponent } from 'preact'
import { useRoute } from 'preact-iso'
import { ProblemError } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { maySet, useMe } from '../me.ts'
import { SettingsNav } from '../settings/nav.tsx'
import '../styles/settings.css'
import '../styles/routing.css'
import '../styles/learned.css'
import { Page } from '../ui/page.tsx'
import { ProblemNote } from '../ui/states.tsx'
import { FlagLists } from './flag-lists.tsx'
import { Model } from './model.tsx'
import { Rules } from './rules.tsx'
import { Use } from './use.tsx'

const parts = { rules: Rules, suggestions: Model, flags: FlagLists, use: Use } satisfies Record<string, FunctionComponent>
type PartName = keyof typeof parts
const names = Object.keys(parts) as PartName[]

/** How feedback finds its goal: the rules, what was learned, what a person must see, and how it fares. */
export default function RoutingPage() {
  const { t } = useFullLanguage()
  const me = useMe()
  const { part } = useRoute().params
  const name = names.find((one) => one === part) ?? 'rules'
  const Part = parts[name]
  if (!maySet(me)) return <ProblemNote error={new ProblemError('forbidden', '')} />
  return (
    <Page title={name === 'rules' ? t.settings.sections.routing : `${t.settings.sections.routing}: ${t.routing.parts[name]}`}>
      <SettingsNav here="routing" />
      <nav class="subnav" aria-label={t.routing.partsLabel}>
        {names.map((one) => (
          <a key={one} href={`/admin/settings/routing/${one}`} aria-current={one === name ? 'page' : undefined}>
            {t.routing.parts[one]}
          </a>
        ))}
      </nav>
      <Part />
    </Page>
  )
}
