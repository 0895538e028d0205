import { type Member, type Role, roles } from '@klankbord/shared/members'
import { useState } from 'preact/hooks'
import { useFullLanguage } from '../full-language.ts'
import { useMe } from '../me.ts'
import type { Texts } from '../texts/later-en.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField } from '../ui/field.tsx'
import { DeactivateDialog } from './deactivate-dialog.tsx'
import { differing } from './differing.ts'
import { type MemberChange, useMemberSaving } from './member-saving.ts'
import { ChangeHistory, SavingNote, WillChange } from './saving-note.tsx'
import { type Membership, TeamChoice } from './team-choice.tsx'
import { teamsChanged } from './teams-changed.ts'

interface DialogProps {
  member: Member
  onClose: () => void
}

const inOrder = (teams: Membership[]) => teams.toSorted((a, b) => (a.teamId < b.teamId ? -1 : 1))

/** What a colleague may do, in which teams they are, and whether they are still here. */
export function MemberDialog({ member, onClose }: DialogProps) {
  const { t } = useFullLanguage()
  const me = useMe()
  const [base, setBase] = useState(member)
  const [role, setRole] = useState<Role>(member.role)
  const [teams, setTeams] = useState<Membership[]>(member.teams)
  const [stopping, setStopping] = useState(false)
  const saving = useMemberSaving(member, onClose)
  if (stopping) return <DeactivateDialog member={member} onClose={onClose} />
  const itself = member.id === me.member?.id
  const change = differing<MemberChange>({ ...(!itself && { role }), teams: inOrder(teams) }, { ...base, teams: inOrder(base.teams) })
  const choosable = roles.filter((one) => one !== 'owner' || me.role === 'owner' || member.role === 'owner')
  const takeTheirs = () => {
    setBase(member)
    setRole(member.role)
    setTeams(member.teams)
  }
  return (
    <Dialog title={member.name} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (Object.keys(change).length === 0) onClose()
          else saving.save(change, base.version)
        }}
      >
        {!itself && (
          <SelectField
            label={t.settings.people.role}
            value={role}
            options={choosable.map((value) => ({ value, label: `${t.roles[value]}: ${t.settings.people.roleHints[value]}` }))}
            onChange={(event) => setRole(event.currentTarget.value as Role)}
          />
        )}
        <TeamChoice chosen={teams} onChange={setTeams} />
        <WillChange lines={noticedBy(member, change, t)} />
        <SavingNote saving={saving} onTheirs={takeTheirs} />
        <details>
          <summary>{t.saving.history}</summary>
          <ChangeHistory about={member.id} refresh={teamsChanged} />
        </details>
        <footer class="dialog-foot">
          {!itself && <Presence member={member} onStop={() => setStopping(true)} onBack={() => saving.save({ deactivated: false }, base.version)} />}
          <Button type="submit" look="primary" busy={saving.busy}>
            {t.save}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}

function Presence({ member, onStop, onBack }: { member: Member; onStop: () => void; onBack: () => void }) {
  const { t } = useFullLanguage()
  const texts = t.settings.people
  if (member.deactivatedAt) return <Button onClick={onBack}>{texts.activate}</Button>
  return (
    <Button look="danger" onClick={onStop}>
      {texts.deactivate}
    </Button>
  )
}

/** What the colleague will notice. */
function noticedBy({ name, role: before }: Member, { role, teams }: MemberChange, t: Texts): string[] {
  const texts = t.settings.people
  return [
    ...(role ? [texts.roleNoticed(name, t.roles[before], t.roles[role], texts.roleHints[role])] : []),
    ...(teams ? [texts.teamsNoticed(name)] : []),
  ]
}
