import type { GoalPage } from '@klankbord/shared/goals'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useFullLanguage } from '../full-language.ts'
import { DryRun, type DryRunDraft } from '../routing/dry-run.tsx'
import { fieldsOf } from '../ui/form.ts'

/** What other texts would change in what is suggested; null where they are the same. */
export function textsDraft({ id, title, intake }: Pick<GoalPage, 'id' | 'title' | 'intake'>, written: Record<string, string>): DryRunDraft | null {
  const changed = {
    ...(written.title !== undefined && written.title !== title && written.title !== '' && { title: written.title }),
    ...(written.intake !== undefined && written.intake !== (intake ?? '') && { intake: written.intake }),
  }
  return Object.keys(changed).length === 0 ? null : { goals: [{ goalId: id, ...changed }] }
}

/** Tries the texts of a goal as they stand in the form around it, before they are saved. */
export function TryTexts({ goal }: { goal: GoalPage }) {
  const { t } = useFullLanguage()
  const box = useRef<HTMLDivElement>(null)
  const [written, setWritten] = useState<Record<string, string>>({})
  useEffect(() => {
    const form = box.current?.closest('form')
    if (!form) return
    const read = () => setWritten(fieldsOf(form))
    form.addEventListener('input', read)
    return () => form.removeEventListener('input', read)
  }, [])
  const draft = textsDraft(goal, written)
  return (
    <div ref={box} class="stack" data-gap="small">
      {draft && (
        <>
          <p class="field-hint">{t.goals.tryTexts}</p>
          <DryRun draft={() => draft} stamp={JSON.stringify(draft)} />
        </>
      )}
    </div>
  )
}
