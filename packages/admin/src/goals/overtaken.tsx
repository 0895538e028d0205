import { type Initiative, initiativeEndpoints } from '@klankbord/shared/initiatives'
import { useQuery } from '@tanstack/preact-query'
import { Info } from 'lucide'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { differing } from '../settings/differing.ts'
import '../styles/saving.css'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Read } from '../ui/states.tsx'

/** An initiative as its form has it. */
export const asWritten = ({ title, plan, notes, startsOn, endsOn, people }: Initiative) => ({
  ...{ title, plan, notes, startsOn, endsOn },
  memberIds: people.map(({ id }) => id),
})

interface OvertakenProps {
  /** As it was when one began to write. */
  before: Initiative
  busy: boolean
  onTheirs: () => void
  /** Writes over it after all. */
  onMine: (version: string) => void
}

/** A colleague changed the How while one wrote: what they made of it, and the choice between theirs and one's own. */
export function Overtaken({ before, busy, onTheirs, onMine }: OvertakenProps) {
  const { t, dates } = useFullLanguage()
  const query = useQuery({
    queryKey: ['initiatives', 'one', before.id],
    queryFn: () => call(initiativeEndpoints.readInitiative, { id: before.id }),
    staleTime: 0,
  })
  const now = query.data?.version === before.version ? undefined : query.data
  const names = {
    title: t.how.title,
    plan: t.how.plan,
    notes: t.how.notes,
    startsOn: t.goals.startsOn,
    endsOn: t.goals.endsOn,
    memberIds: t.how.people,
  }
  const shown = (name: keyof typeof names, one: Initiative) => {
    if (name === 'memberIds') return one.people.map((person) => person.name).join(', ')
    const value = one[name]
    return value && (name === 'startsOn' || name === 'endsOn') ? dates.day(value) : value
  }
  return (
    <div class="saving-note" role="alert">
      <Icon of={Info} />
      <Read query={{ ...query, data: now }} lines={2}>
        {(theirs) => {
          const changed = Object.keys(differing(asWritten(theirs), asWritten(before))) as (keyof typeof names)[]
          return (
            <div class="stack" data-gap="small">
              <p>{t.saving.overtaken(t.saving.someone, changed.map((name) => names[name]).join(', '))}</p>
              <dl class="facts">
                {changed.map((name) => (
                  <div key={name}>
                    <dt>{names[name]}</dt>
                    <dd>{shown(name, theirs) || '–'}</dd>
                  </div>
                ))}
              </dl>
              <p class="row">
                <Button small onClick={onTheirs}>
                  {t.saving.takeTheirs}
                </Button>
                <Button small busy={busy} onClick={() => onMine(theirs.version)}>
                  {t.saving.keepMine}
                </Button>
              </p>
            </div>
          )
        }}
      </Read>
    </div>
  )
}
