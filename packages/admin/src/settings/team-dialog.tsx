import { type Team, TeamLevel, teamEndpoints } from '@klankbord/shared/teams'
import { useMutation } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { fieldErrors } from '../ui/field-errors.ts'
import { onSubmit } from '../ui/form.ts'
import { ProblemNote } from '../ui/states.tsx'
import { TeamPick } from '../ui/team-pick.tsx'
import { say } from '../ui/toasts.tsx'
import { differing } from './differing.ts'
import { useSaving } from './saving.ts'
import { ChangeHistory, SavingNote, WillChange } from './saving-note.tsx'
import { teamsChanged } from './teams-changed.ts'

interface TeamDialogProps {
  teams: Team[]
  team: Team
  onClose: () => void
}

const levels = TeamLevel.options

/** Teams that one of this level can be part of: of a higher level, and not itself. What is below it is of a lower level already. */
export const parentsFor = (teams: readonly Team[], level: TeamLevel, id?: string): Team[] =>
  teams.filter((team) => team.id !== id && levels.indexOf(team.level) < levels.indexOf(level))

/** A new team. */
export function AddTeam({ teams, onClose }: Omit<TeamDialogProps, 'team'>) {
  const { t } = useFullLanguage()
  const texts = t.settings.teams
  const [level, setLevel] = useState<TeamLevel>(teams.length === 0 ? 'organisation' : 'team')
  const [parent, setParent] = useState<string | null>(teams.find(({ parentId }) => parentId === null)?.id ?? null)
  const parents = parentsFor(teams, level)
  const parentId = parents.some(({ id }) => id === parent) ? parent : null
  const add = useMutation({
    mutationFn: (name: string) => call(teamEndpoints.createTeam, { name, level, parentId }),
    onSuccess: ({ id, name }) => {
      teamsChanged()
      const remove = () =>
        call(teamEndpoints.removeTeam, { id })
          .then(
            () => say(texts.removed(name)),
            () => say(t.problems.conflict),
          )
          .then(teamsChanged)
      say(texts.added(name), { label: t.undo, onClick: () => void remove() })
      onClose()
    },
  })
  const errors = fieldErrors(add.error)
  return (
    <Dialog title={texts.dialog} onClose={onClose}>
      <form class="stack" onSubmit={onSubmit(({ name = '' }) => !add.isPending && add.mutate(name))}>
        <TextField label={texts.name} name="name" required maxLength={100} error={errors.name} autofocus />
        <SelectField
          label={texts.level}
          value={level}
          options={levels.map((value) => ({ value, label: t.levels[value] }))}
          error={errors.level}
          onChange={(event) => setLevel(event.currentTarget.value as TeamLevel)}
        />
        <ParentField key={level} parents={parents} value={parentId} onChange={setParent} error={errors.parentId} />
        <ProblemNote error={add.error} kept={t.textKept} />
        <DialogFoot act={texts.add} busy={add.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}

/** Another name or place for a team. */
export function ChangeTeam({ teams, team, onClose }: TeamDialogProps) {
  const { t } = useFullLanguage()
  const texts = t.settings.teams
  const [base, setBase] = useState(team)
  const [name, setName] = useState(team.name)
  const [parentId, setParent] = useState(team.parentId)
  const saving = useSaving<{ name?: string; parentId?: string | null }>({
    about: team.id,
    send: (change, version) => call(teamEndpoints.changeTeam, { id: team.id, version, ...change }),
    read: async () => (await call(teamEndpoints.listTeams, {})).items.find(({ id }) => id === team.id),
    refresh: teamsChanged,
    onSaved: onClose,
  })
  const change = differing({ name: name.trim(), parentId }, base)
  const errors = fieldErrors(saving.error)
  const takeTheirs = () => {
    setBase(team)
    setName(team.name)
    setParent(team.parentId)
  }
  return (
    <Dialog title={texts.changeDialog} onClose={onClose}>
      <form
        class="stack"
        onSubmit={onSubmit(() => {
          if (Object.keys(change).length === 0) onClose()
          else saving.save(change, base.version)
        })}
      >
        <TextField
          label={texts.name}
          required
          maxLength={100}
          value={name}
          error={errors.name}
          onInput={(event) => setName(event.currentTarget.value)}
          autofocus
        />
        <ParentField
          key={base.version}
          parents={parentsFor(teams, team.level, team.id)}
          value={parentId}
          onChange={setParent}
          error={errors.parentId}
        />
        <WillChange lines={change.name ? [texts.nameNoticed(change.name)] : []} />
        <SavingNote saving={saving} onTheirs={takeTheirs} />
        <details>
          <summary>{t.saving.history}</summary>
          <ChangeHistory about={team.id} refresh={teamsChanged} />
        </details>
        <DialogFoot act={t.save} busy={saving.busy} onClose={onClose} />
      </form>
    </Dialog>
  )
}

interface ParentProps {
  parents: Team[]
  value: string | null
  onChange: (id: string | null) => void
  error: string | undefined
}

function ParentField({ parents, value, onChange, error }: ParentProps) {
  const { t } = useFullLanguage()
  const texts = t.settings.teams
  if (parents.length === 0) return null
  return <TeamPick label={texts.parent} teams={parents} value={value ?? ''} none={texts.top} onChoose={(id) => onChange(id || null)} error={error} />
}

function DialogFoot({ act, busy, onClose }: { act: string; busy: boolean; onClose: () => void }) {
  const { t } = useFullLanguage()
  return (
    <footer class="dialog-foot">
      <Button onClick={onClose}>{t.cancel}</Button>
      <Button type="submit" look="primary" busy={busy}>
        {act}
      </Button>
    </footer>
  )
}
