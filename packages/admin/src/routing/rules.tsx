import { type RoutingRule, routingEndpoints } from '@klankbord/shared/routing'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { ArrowDown, ArrowUp, GripVertical, History, Pencil, Plus, Split, Trash2 } from 'lucide'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { queryClient } from '../queries.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Empty, ProblemNote, Read } from '../ui/states.tsx'
import { type Dragging, placeAfterDrop, useDragging } from './dragging.ts'
import { rulesQuery, warningsQuery } from './queries.ts'
import { RuleDialog } from './rule-dialog.tsx'
import { EffectWords, RuleWords, Warnings } from './rule-words.tsx'
import { Versions } from './versions.tsx'
import { useWayBack } from './way-back.ts'
import { warningWords } from './words.ts'

type Opened = { act: 'add' } | { act: 'versions' } | { act: 'change'; rule: RoutingRule }

/** The rules in their order, read as sentences, each with what is odd about it. */
export function Rules() {
  const { t } = useFullLanguage()
  const texts = t.routing
  const rules = useQuery(rulesQuery)
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = () => setOpened(null)
  const all = rules.data?.items ?? []
  return (
    <div class="stack" data-gap="large">
      <div class="row" data-ends>
        <p class="soft page-lead">{texts.lead}</p>
        <div class="row">
          <Button look="quiet" icon={History} onClick={() => setOpened({ act: 'versions' })}>
            {texts.versions.open}
          </Button>
          <Button icon={Plus} onClick={() => setOpened({ act: 'add' })}>
            {texts.add}
          </Button>
        </div>
      </div>
      <Read query={rules}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={Split} title={texts.none[0]}>
              <p>{texts.none[1]}</p>
            </Empty>
          ) : (
            <RuleList rules={items} onChange={(rule) => setOpened({ act: 'change', rule })} />
          )
        }
      </Read>
      {opened?.act === 'add' && <RuleDialog rules={all} onClose={close} />}
      {opened?.act === 'change' && <RuleDialog rules={all} rule={opened.rule} onClose={close} />}
      {opened?.act === 'versions' && <Versions onClose={close} />}
    </div>
  )
}

/** Moves a rule at once on the screen, then for good. */
function useMove() {
  const { t } = useFullLanguage()
  const withWayBack = useWayBack()
  return useMutation({
    mutationFn: ({ id, to }: { id: string; to: number }) =>
      withWayBack(() => call(routingEndpoints.changeRoutingRule, { id, position: to }), t.routing.moved(to + 1)),
    onMutate: ({ id, to }) =>
      queryClient.setQueryData(rulesQuery.queryKey, (before) => {
        const moved = before?.items.find((rule) => rule.id === id)
        if (!before || !moved) return before
        const others = before.items.filter((rule) => rule.id !== id)
        return { ...before, items: [...others.slice(0, to), moved, ...others.slice(to)] }
      }),
    onError: () => void queryClient.invalidateQueries({ queryKey: rulesQuery.queryKey }),
  })
}

function RuleList({ rules, onChange }: { rules: RoutingRule[]; onChange: (rule: RoutingRule) => void }) {
  const { t } = useFullLanguage()
  const warnings = useQuery(warningsQuery)
  const withWayBack = useWayBack()
  const move = useMove()
  const remove = useMutation({
    mutationFn: (id: string) => withWayBack(() => call(routingEndpoints.deleteRoutingRule, { id }), t.routing.removed),
  })
  const dragging = useDragging((from, before) => {
    const [id, to] = [rules[from]?.id, placeAfterDrop(from, before)]
    if (id !== undefined && to !== from) move.mutate({ id, to })
  })
  const rankOf = (id: string) => {
    const index = rules.findIndex((rule) => rule.id === id)
    return index === -1 ? undefined : index + 1
  }
  const step = (rule: RoutingRule, to: number, button: string) => {
    move.mutate({ id: rule.id, to })
    // A row that moves in the document loses the focus; at an end its own button is off.
    const wanted = to === 0 ? 'down' : to === rules.length - 1 ? 'up' : button
    requestAnimationFrame(() => document.getElementById(`${wanted}-${rule.id}`)?.focus())
  }
  return (
    <>
      <ProblemNote error={move.error ?? remove.error} />
      <ol class="entries rules">
        {rules.map((rule, index) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            index={index}
            last={rules.length - 1}
            warnings={(warnings.data?.items ?? []).filter(({ ruleId }) => ruleId === rule.id).map((one) => warningWords(one, rankOf, t))}
            dragging={dragging}
            busy={move.isPending || remove.isPending}
            onStep={(to, button) => step(rule, to, button)}
            onChange={() => onChange(rule)}
            onRemove={() => remove.mutate(rule.id)}
          />
        ))}
      </ol>
    </>
  )
}

interface RuleRowProps {
  rule: RoutingRule
  index: number
  last: number
  warnings: string[]
  dragging: Dragging
  busy: boolean
  onStep: (to: number, button: 'up' | 'down') => void
  onChange: () => void
  onRemove: () => void
}

function RuleRow({ rule, index, last, warnings, dragging, busy, onStep, onChange, onRemove }: RuleRowProps) {
  const { t } = useFullLanguage()
  const texts = t.routing
  const rank = index + 1
  return (
    <li class="entry rule" {...dragging.onRow(index)}>
      <span class="rule-rank">
        <span class="rule-grip" title={texts.drag} aria-hidden="true" {...dragging.onGrip(index)}>
          <Icon of={GripVertical} />
        </span>
        {rank}
      </span>
      <div class="stack" data-gap="small">
        <RuleWords rule={rule} />
        <EffectWords rule={rule} />
        <Warnings said={warnings} />
      </div>
      <div class="rule-acts">
        <IconButton
          icon={ArrowUp}
          small
          id={`up-${rule.id}`}
          label={texts.up(rank)}
          disabled={index === 0}
          onClick={() => !busy && onStep(index - 1, 'up')}
        />
        <IconButton
          icon={ArrowDown}
          small
          id={`down-${rule.id}`}
          label={texts.down(rank)}
          disabled={index === last}
          onClick={() => !busy && onStep(index + 1, 'down')}
        />
        <IconButton icon={Pencil} small label={texts.change(rank)} onClick={onChange} />
        <IconButton icon={Trash2} small label={texts.remove(rank)} onClick={() => !busy && onRemove()} />
      </div>
    </li>
  )
}
