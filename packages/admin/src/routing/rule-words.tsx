import type { RoutingRule } from '@klankbord/shared/routing'
import { useQuery } from '@tanstack/preact-query'
import { TriangleAlert } from 'lucide'
import { Fragment } from 'preact'
import { useFullLanguage } from '../full-language.ts'
import { namedMembersQuery } from '../queries.ts'
import { Icon } from '../ui/icon.tsx'
import { whenWords } from './words.ts'

/** A rule as a sentence. */
export function RuleWords({ rule }: { rule: Pick<RoutingRule, 'when' | 'goal'> }) {
  const { t } = useFullLanguage()
  const texts = t.routing
  return (
    <p class="rule-words">
      <span class="soft">{texts.when} </span>
      {whenWords(rule.when, t).map((words, index) => (
        <Fragment key={index}>
          {index > 0 && <span class="soft"> {texts.and} </span>}
          {words}
        </Fragment>
      ))}
      <span class="soft">, {texts.to} </span>
      {rule.goal ? <strong>{rule.goal}</strong> : <em>{texts.goalGone}</em>}
    </p>
  )
}

/** What a rule does besides choosing the goal, in a line. */
export function EffectWords({ rule: { effects } }: { rule: Pick<RoutingRule, 'effects'> }) {
  const { t } = useFullLanguage()
  const notified = effects?.notify ?? []
  const members = useQuery(namedMembersQuery(notified))
  const nameOf = (id: string) => members.data?.items.find((member) => member.id === id)?.name ?? t.routing.someone
  const said = [
    ...(effects?.priority === 'high' ? [t.routing.urgent] : []),
    ...(notified.length > 0 && members.data ? [t.routing.notifies(notified.map(nameOf).join(', '))] : []),
    ...(effects?.ask ? [t.routing.asks(effects.ask)] : []),
  ]
  return said.length === 0 ? null : <p class="rule-effects">{said.join(' · ')}</p>
}

/** What is odd about a rule, in words. */
export const Warnings = ({ said }: { said: readonly string[] }) =>
  said.length === 0 ? null : (
    <ul class="warnings">
      {said.map((words) => (
        <li key={words}>
          <Icon of={TriangleAlert} />
          <span>{words}</span>
        </li>
      ))}
    </ul>
  )
