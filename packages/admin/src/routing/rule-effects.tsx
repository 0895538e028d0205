import { useQuery } from '@tanstack/preact-query'
import { X } from 'lucide'
import { useFullLanguage } from '../full-language.ts'
import { namedMembersQuery } from '../queries.ts'
import { IconButton } from '../ui/button.tsx'
import { TextArea } from '../ui/field.tsx'
import { MemberChoice } from '../ui/member-choice.tsx'
import type { RuleDraft } from './draft.ts'

const MOST = 20

interface RuleEffectsProps {
  draft: RuleDraft
  errors: Record<string, string>
  onChange: (part: Partial<RuleDraft>) => void
}

/** What a rule does besides choosing the goal; folded away until it is wanted. */
export function RuleEffects({ draft, errors, onChange }: RuleEffectsProps) {
  const { t } = useFullLanguage()
  const texts = t.routing.editor
  const isUsed = draft.isUrgent || draft.notify.length > 0 || draft.ask !== ''
  return (
    <details open={isUsed}>
      <summary class="field-legend">{texts.effects}</summary>
      <div class="stack rule-besides">
        <label class="choice">
          <input type="checkbox" checked={draft.isUrgent} onChange={(event) => onChange({ isUrgent: event.currentTarget.checked })} />
          <span>{texts.urgent}</span>
        </label>
        <Notified
          notify={draft.notify}
          error={Object.entries(errors).find(([path]) => path.startsWith('effects.notify'))?.[1]}
          onChange={(notify) => onChange({ notify })}
        />
        <TextArea
          short
          label={`${texts.ask} (${t.optional})`}
          hint={texts.askHint}
          maxLength={500}
          value={draft.ask}
          error={errors['effects.ask']}
          onInput={(event) => onChange({ ask: event.currentTarget.value })}
        />
      </div>
    </details>
  )
}

interface NotifiedProps {
  notify: string[]
  error: string | undefined
  onChange: (notify: string[]) => void
}

function Notified({ notify, error, onChange }: NotifiedProps) {
  const { t } = useFullLanguage()
  const texts = t.routing.editor
  const { data } = useQuery(namedMembersQuery(notify))
  return (
    <div class="stack" data-gap="small">
      {notify.length < MOST && (
        <MemberChoice
          key={notify.length}
          label={texts.notify}
          value={null}
          except={new Set(notify)}
          placeholder={texts.notifyExample}
          error={error}
          onChoose={(id) => id && onChange([...notify, id])}
        />
      )}
      {notify.length > 0 && (
        <ul class="row">
          {notify.map((id) => {
            const name = data?.items.find((member) => member.id === id)?.name ?? t.routing.someone
            return (
              <li key={id} class="chip">
                {name}
                <IconButton icon={X} small label={texts.stopNotifying(name)} onClick={() => onChange(notify.filter((one) => one !== id))} />
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
