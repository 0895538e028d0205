import { type RoutingCondition, type RoutingRule, routingEndpoints } from '@klankbord/shared/routing'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { Plus, Split, Trash2 } from 'lucide'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { queryClient, rulesQuery } from '../queries.ts'
import type { Texts } from '../texts/en.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { Empty, Read } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { RuleDialog } from './rule-dialog.tsx'

export function RoutingRules() {
  const { t } = useLanguage()
  const rules = useQuery(rulesQuery)
  const [adding, setAdding] = useState(false)
  const [leaving, setLeaving] = useState<RoutingRule | null>(null)
  return (
    <div class="stack" data-gap="large">
      <div class="row" data-ends>
        <p class="soft page-lead">{t.settings.routing.lead}</p>
        <Button icon={Plus} onClick={() => setAdding(true)}>
          {t.settings.routing.add}
        </Button>
      </div>
      <Read query={rules}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={Split} title={t.settings.routing.none[0]}>
              <p>{t.settings.routing.none[1]}</p>
            </Empty>
          ) : (
            <ol class="entries rules">
              {items.map((rule, index) => (
                <li key={rule.id} class="entry rule">
                  <span class="rule-rank">{index + 1}</span>
                  <RuleWords rule={rule} />
                  <IconButton icon={Trash2} label={`${t.remove}: ${index + 1}`} onClick={() => setLeaving(rule)} />
                </li>
              ))}
            </ol>
          )
        }
      </Read>
      {adding && <RuleDialog rules={rules.data?.items ?? []} onClose={() => setAdding(false)} />}
      {leaving && <RemoveRule rule={leaving} onClose={() => setLeaving(null)} />}
    </div>
  )
}

function RuleWords({ rule }: { rule: RoutingRule }) {
  const { t } = useLanguage()
  const texts = t.settings.routing
  return (
    <p class="rule-words">
      {rule.when.map((condition, index) => (
        <span key={`${condition.field}${condition.op}${String(condition.value)}`}>
          <span class="soft">{index === 0 ? texts.when : ` ${texts.and}`} </span>
          {conditionWords(condition, t)}
        </span>
      ))}
      <span class="soft">, {texts.to} </span>
      <strong>{rule.goal}</strong>
    </p>
  )
}

/** A condition as one would say it: `kind is complaint`. */
export function conditionWords({ field, op, value }: RoutingCondition, t: Texts): string {
  const texts = t.settings.routing
  const name = field.startsWith('attributes.') ? field.slice('attributes.'.length) : (texts.fields[field as keyof typeof texts.fields] ?? field)
  const shown = (one: string) => (field === 'kind' && one in t.kinds ? t.kinds[one as keyof typeof t.kinds].toLowerCase() : one)
  const values = (Array.isArray(value) ? value : String(value).split(',')).map((one) => `“${shown(one.trim())}”`)
  return `${name} ${texts.ops[op]} ${values.join(', ')}`
}

function RemoveRule({ rule, onClose }: { rule: RoutingRule; onClose: () => void }) {
  const { t } = useLanguage()
  const remove = useMutation({
    mutationFn: () => call(routingEndpoints.deleteRoutingRule, { id: rule.id }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: rulesQuery.queryKey })
      say(t.settings.routing.removed)
      onClose()
    },
  })
  return (
    <Confirm
      title={t.settings.routing.removeTitle}
      act={t.remove}
      danger
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <RuleWords rule={rule} />
      <p class="soft">{t.settings.routing.removeText}</p>
    </Confirm>
  )
}
