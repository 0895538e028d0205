import { type RoutingRule, type RuleCheck, routingEndpoints } from '@klankbord/shared/routing'
import { keepPreviousData, useQuery } from '@tanstack/preact-query'
import { useEffect, useState } from 'preact/hooks'
import { call, isProblem } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { ProblemNote } from '../ui/states.tsx'
import { isComplete, type RuleDraft, ruleOf, rulesWith } from './draft.ts'
import { DryRun, Examples } from './dry-run.tsx'
import { Warnings } from './rule-words.tsx'
import { warningWords } from './words.ts'

const PAUSE = 400

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

export interface Check {
  data: RuleCheck | undefined
  error: unknown
  /** True while what is shown is of an earlier draft. */
  isOld: boolean
}

/** Tries the draft each time that typing pauses. What fits does not depend on the goal, so until one is chosen another stands in. */
export function useCheck(draft: RuleDraft, id: string | undefined, standIn: string | undefined): Check {
  const goalId = draft.goalId ?? standIn ?? ''
  const written = JSON.stringify({ ...ruleOf(draft), goalId, effects: undefined, position: draft.position, id })
  const settled = useSettled(written)
  const isOn = isComplete(draft.body) && goalId !== ''
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['routing', 'check', settled],
    queryFn: ({ signal }) => call(routingEndpoints.checkRoutingRule, JSON.parse(settled), { signal }),
    enabled: isOn && settled === written,
    placeholderData: keepPreviousData,
    retry: false,
  })
  return { data: isOn ? data : undefined, error: isOn && settled === written ? error : null, isOld: isPlaceholderData || settled !== written }
}

interface RuleLiveProps {
  rules: RoutingRule[]
  id: string | undefined
  draft: RuleDraft
  check: Check
}

/** What the rule would do as it is written, and the way to try it on more. */
export function RuleLive({ rules, id, draft, check }: RuleLiveProps) {
  const { t } = useFullLanguage()
  const texts = t.routing.editor
  const isReady = isComplete(draft.body) && draft.goalId !== null
  return (
    <aside class="rule-live stack" aria-label={texts.live}>
      <h3>{texts.live}</h3>
      <div role="status" class="stack" data-gap="small" data-old={check.isOld || undefined}>
        {check.data ? <Counts rules={rules} draft={draft} check={check.data} /> : !check.error && <p class="soft">{texts.waits}</p>}
      </div>
      {!isProblem(check.error, 'bad-input') && <ProblemNote error={check.error} />}
      <DryRun draft={() => (isReady ? { rules: rulesWith(rules, draft, id) } : null)} stamp={JSON.stringify([ruleOf(draft), draft.position])} />
    </aside>
  )
}

function Counts({ rules, draft, check }: { rules: RoutingRule[]; draft: RuleDraft; check: RuleCheck }) {
  const { t, number } = useFullLanguage()
  const texts = t.routing.editor
  const rankOf = (id: string) => {
    const index = rules.findIndex((rule) => rule.id === id)
    return index === -1 ? undefined : index + 1
  }
  const { tried, fits, takes, examples } = check
  // What it conflicts with depends on the goal.
  const warnings = draft.goalId === null ? check.warnings.filter(({ kind }) => kind !== 'conflict' && kind !== 'goal-ended') : check.warnings
  if (tried === 0) return <p class="soft">{texts.nothingYet}</p>
  return (
    <>
      <p class="rule-count">
        <strong>{texts.fits(number(fits), number(tried), fits)}</strong>
        {fits > 0 && <span>{takes === fits ? texts.takesAll : texts.takes(number(takes), takes)}</span>}
      </p>
      {takes < fits && <p class="soft note-size">{texts.before2}</p>}
      <Warnings said={warnings.map((one) => warningWords(one, rankOf, t))} />
      {examples.length > 0 && (
        <>
          <p class="field-legend">{texts.examples}</p>
          <Examples of={examples} />
        </>
      )}
    </>
  )
}
