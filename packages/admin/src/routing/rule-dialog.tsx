import { type RoutingRule, routingEndpoints } from '@klankbord/shared/routing'
import { useMutation } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { useChoosableGoals } from '../goals/choosable.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField } from '../ui/field.tsx'
import { fieldErrors } from '../ui/field-errors.ts'
import { GoalChoice } from '../ui/goal-choice.tsx'
import { ProblemNote } from '../ui/states.tsx'
import { blankRule, draftOfRule, isComplete, type RuleDraft, ruleOf } from './draft.ts'
import { RuleConditions } from './rule-conditions.tsx'
import { RuleEffects } from './rule-effects.tsx'
import { RuleLive, useCheck } from './rule-live.tsx'
import { useWayBack } from './way-back.ts'

interface RuleDialogProps {
  rules: RoutingRule[]
  /** Left out for a new rule. */
  rule?: RoutingRule
  onClose: () => void
}

function useSave(rule: RoutingRule | undefined, done: () => void) {
  const { t } = useFullLanguage()
  const withWayBack = useWayBack()
  return useMutation({
    mutationFn: (draft: RuleDraft) => {
      const sent = { ...ruleOf(draft), position: draft.position }
      return withWayBack(
        () => (rule ? call(routingEndpoints.changeRoutingRule, { id: rule.id, ...sent }) : call(routingEndpoints.createRoutingRule, sent)),
        rule ? t.routing.changed : t.routing.added,
      )
    },
    onSuccess: done,
  })
}

/** Writes a rule, and shows meanwhile what it would do. */
export function RuleDialog({ rules, rule, onClose }: RuleDialogProps) {
  const { t } = useFullLanguage()
  const texts = t.routing.editor
  const [draft, setDraft] = useState<RuleDraft>(() => (rule ? draftOfRule(rule) : blankRule(rules.length)))
  const change = (part: Partial<RuleDraft>) => setDraft((before) => ({ ...before, ...part }))
  const save = useSave(rule, onClose)
  const goals = useChoosableGoals()
  const hasEnded = goals.data !== undefined && draft.goalId !== null && !goals.data.some(({ id }) => id === draft.goalId)
  const check = useCheck(hasEnded ? { ...draft, goalId: null } : draft, rule?.id, goals.data?.[0]?.id)
  const ended: Record<string, string> = hasEnded ? { goalId: t.routing.warning['goal-ended'] } : {}
  const errors = { ...ended, ...fieldErrors(check.error), ...fieldErrors(save.error) }
  const isReady = draft.goalId !== null && isComplete(draft.body)
  return (
    <Dialog title={rule ? texts.changeTitle(rule.position + 1) : texts.newTitle} onClose={onClose} wide>
      <form
        class="rule-editor"
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady && !save.isPending) save.mutate(draft)
        }}
      >
        <div class="stack">
          <RuleConditions body={draft.body} errors={errors} onChange={(body) => change({ body })} />
          {goals.data && (
            <GoalChoice
              label={t.routing.to}
              goals={goals.data}
              value={draft.goalId}
              error={errors.goalId}
              onChoose={(goalId) => change({ goalId })}
            />
          )}
          <PlaceField rules={rules} rule={rule} draft={draft} onChange={change} />
          <RuleEffects draft={draft} errors={errors} onChange={change} />
        </div>
        <RuleLive rules={rules} id={rule?.id} draft={draft} check={check} />
        <footer class="rule-foot">
          <ProblemNote error={save.error} kept={t.textKept} />
          <div class="dialog-foot">
            {!isReady && isComplete(draft.body) && <span class="soft note-size">{texts.chooseGoal}</span>}
            <Button onClick={onClose}>{t.cancel}</Button>
            <Button type="submit" look="primary" disabled={!isReady} busy={save.isPending}>
              {rule ? t.save : t.routing.add}
            </Button>
          </div>
        </footer>
      </form>
    </Dialog>
  )
}

interface PlaceFieldProps {
  rules: RoutingRule[]
  rule: RoutingRule | undefined
  draft: RuleDraft
  onChange: (part: Partial<RuleDraft>) => void
}

/** Where it stands among the others: the earlier rule wins. */
function PlaceField({ rules, rule, draft, onChange }: PlaceFieldProps) {
  const { t } = useFullLanguage()
  const texts = t.routing.editor
  const others = rules.filter(({ id }) => id !== rule?.id)
  if (others.length === 0) return null
  const places = others.map(({ position }, index) => ({ value: String(index), label: index === 0 ? texts.first : texts.before(position + 1) }))
  return (
    <SelectField
      label={texts.position}
      value={String(Math.min(draft.position, others.length))}
      options={[...places, { value: String(others.length), label: texts.last }]}
      onChange={(event) => onChange({ position: Number(event.currentTarget.value) })}
    />
  )
}
