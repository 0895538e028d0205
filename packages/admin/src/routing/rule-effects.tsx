import { useQuery } from '@tanstack/preact-query'
import { X } from 'lucide'
import { useMemo } from 'preact/hooks'
import { useLanguage } from '../language.tsx'
import { membersQuery } from '../queries.ts'
import { IconButton } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { TextArea } from '../ui/field.tsx'
import type { RuleDraft } from './draft.ts'

const MOST = 20

interface RuleEffectsProps {
  draft: RuleDraft
  errors: Record<string, string>
  onChange: (part: Partial<RuleDraft>) => void
}

/** What a rule does besides choosing the goal; folded away until it is wanted. */
export function RuleEffects({ draft, errors, onChange }: RuleEffectsProps) {
  const { t } = useLanguage()
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
  const { t } = useLanguage()
  const texts = t.routing.editor
  const members = useQuery(membersQuery)
  const all = members.data?.items ?? []
  const options = useMemo(
    () =>
      all
        .filter(({ id, deactivatedAt }) => deactivatedAt === null && !notify.includes(id))
        .map(({ id, name, email }) => ({ id, title: name, note: email })),
    [all, notify],
  )
  return (
    <div class="stack" data-gap="small">
      {notify.length < MOST && (
        <Choice
          key={notify.length}
          label={texts.notify}
          options={options}
          value={null}
          placeholder={texts.notifyExample}
          nothing={texts.noColleague}
          error={error}
          onChoose={(id) => onChange([...notify, id])}
        />
      )}
      {notify.length > 0 && (
        <ul class="row">
          {notify.map((id) => {
            const name = all.find((member) => member.id === id)?.name ?? t.routing.someone
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
