import { type Holding, type Member, memberEndpoints } from '@klankbord/shared/members'
import { useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { namedMembersQuery } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { MemberChoice } from '../ui/member-choice.tsx'
import { Read } from '../ui/states.tsx'
import { useMemberSaving } from './member-saving.ts'
import { SavingNote } from './saving-note.tsx'

interface DeactivateProps {
  member: Member
  onClose: () => void
}

interface Held {
  items: Holding[]
  ledAlone: { id: string; name: string }[]
}

/** A colleague leaves: what they hold is shown first, and goes to somebody who stays. */
export function DeactivateDialog({ member, onClose }: DeactivateProps) {
  const { t } = useFullLanguage()
  const holdings = useQuery({
    queryKey: ['members', 'holdings', member.id],
    queryFn: () => call(memberEndpoints.listHoldings, { id: member.id }),
    staleTime: 0,
  })
  return (
    <Dialog title={t.settings.people.deactivateTitle(member.name)} onClose={onClose}>
      <p>{t.settings.people.deactivateText}</p>
      <Read query={holdings} lines={3}>
        {(held) => <Leaving member={member} held={held} onClose={onClose} />}
      </Read>
    </Dialog>
  )
}

function Leaving({ member, held: { items, ledAlone }, onClose }: DeactivateProps & { held: Held }) {
  const { t } = useFullLanguage()
  const texts = t.settings.people
  const [to, setTo] = useState<string | null>(null)
  const [missing, setMissing] = useState(false)
  const { data } = useQuery(namedMembersQuery(to ? [to] : []))
  const heir = data?.items.find(({ id }) => id === to) ?? null
  const saving = useMemberSaving(member, onClose, () => (heir ? texts.deactivatedTo(member.name, heir.name) : texts.deactivatedSaid(member.name)))
  return (
    <>
      {ledAlone.length > 0 && <p class="will-change">{texts.ledAlone(ledAlone.map(({ name }) => name).join(', '))}</p>}
      {items.length === 0 ? (
        <p>{texts.holdsNothing}</p>
      ) : (
        <>
          <MemberChoice
            label={texts.handOverTo}
            value={to}
            except={new Set([member.id])}
            none={texts.handOverToNobody}
            placeholder={texts.handOverExample}
            onChoose={(id) => {
              setTo(id ?? '')
              setMissing(false)
            }}
            error={missing ? texts.chooseHeir : undefined}
          />
          <Moves items={items} heir={heir} nobody={to === ''} />
        </>
      )}
      <SavingNote saving={saving} onTheirs={onClose} />
      <footer class="dialog-foot">
        <Button onClick={onClose}>{t.cancel}</Button>
        <Button
          look="danger"
          busy={saving.busy}
          onClick={() => {
            if (items.length > 0 && to === null) setMissing(true)
            else saving.save({ deactivated: true, ...(to && { handOverTo: to }) }, member.version)
          }}
        >
          {texts.deactivate}
        </Button>
      </footer>
    </>
  )
}

/** Most things of one kind that are named. */
const NAMED = 8

/** What will move, and where each lands: what is a team's is left to the team where the colleague is not in it. */
function Moves({ items, heir, nobody }: { items: Holding[]; heir: Member | null; nobody: boolean }) {
  const { t } = useFullLanguage()
  const texts = t.settings.people
  const lands = ({ kind, teamId, team }: Holding) => {
    if (nobody) return texts.staysHeld
    if (!heir) return ''
    const leftToTeam = (kind === 'goal' || kind === 'initiative') && !heir.teams.some((membership) => membership.teamId === teamId)
    return leftToTeam ? `→ ${team}` : `→ ${heir.name}`
  }
  const kinds = [...new Set(items.map(({ kind }) => kind))]
  return (
    <div class="holdings">
      {kinds.map((kind) => {
        const ofKind = items.filter((item) => item.kind === kind)
        return (
          <section key={kind} aria-label={texts.holdings[kind]}>
            <strong>
              {texts.holdings[kind]} ({ofKind.length})
            </strong>
            <ul>
              {ofKind.slice(0, NAMED).map((item) => (
                <li key={item.id}>
                  <span>{item.name}</span>
                  <span class="soft">{lands(item)}</span>
                </li>
              ))}
            </ul>
            {ofKind.length > NAMED && <p class="soft note-size">{t.andMore(ofKind.length - NAMED)}</p>}
          </section>
        )
      })}
      <p class="soft note-size">{texts.comesBack}</p>
    </div>
  )
}
