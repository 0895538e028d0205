import type { SavedView } from '@klankbord/shared/views'
import { useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { useLanguage } from '../language.tsx'
import { maySet, useMe } from '../me.ts'
import { teamsQuery } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, TextField } from '../ui/field.tsx'
import { onSubmit } from '../ui/form.ts'
import { ProblemNote } from '../ui/states.tsx'
import { savedOf, useSaveView } from './saved-views.ts'
import type { Finding } from './views.ts'

interface SaveViewDialogProps {
  finding: Finding
  /** The view that is renamed or shared; left out for a new one. */
  view?: SavedView | undefined
  onSaved: (view: SavedView) => void
  onClose: () => void
}

/** Gives a view its name, and says who sees it. */
export default function SaveViewDialog({ finding, view, onSaved, onClose }: SaveViewDialogProps) {
  const { t } = useLanguage()
  const texts = t.finding.saved
  const me = useMe()
  const teams = useQuery({ ...teamsQuery, enabled: maySet(me) || (me.member?.teams.length ?? 0) > 0 })
  const mine = (teams.data?.items ?? []).filter(({ id }) => maySet(me) || me.member?.teams.some(({ teamId }) => teamId === id))
  const [teamId, setTeamId] = useState(view?.teamId ?? '')
  const save = useSaveView((saved) => {
    onSaved(saved)
    onClose()
  })
  const submit = ({ name = '' }: Record<string, string>) =>
    save.mutate({ id: view?.id, name, teamId: teamId || null, ...(view ? { filter: view.filter, sort: view.sort } : savedOf(finding)) })
  return (
    <Dialog title={view ? texts.change : texts.title} onClose={onClose}>
      <form class="stack" onSubmit={onSubmit(submit)}>
        <TextField label={t.name} name="name" maxLength={80} required autofocus defaultValue={view?.name ?? ''} placeholder={texts.example} />
        <Field label={texts.who}>
          {(control) => (
            <select {...control} value={teamId} onChange={({ currentTarget: { value } }) => setTeamId(value)}>
              <option value="">{texts.onlyMe}</option>
              {mine.map(({ id, name }) => (
                <option key={id} value={id}>
                  {texts.team(name)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <ProblemNote error={save.error} />
        <div class="dialog-foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" look="primary" busy={save.isPending}>
            {t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
