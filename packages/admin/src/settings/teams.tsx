import type { Team } from '@klankbord/shared/teams'
import { useQuery } from '@tanstack/preact-query'
import { Plus, Trash2, Users } from 'lucide'
import { useMemo, useState } from 'preact/hooks'
import { useFullLanguage } from '../full-language.ts'
import { teamsQuery } from '../queries.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { folded } from '../ui/folded.ts'
import { Empty, Read } from '../ui/states.tsx'
import { inTreeOrder } from '../ui/team-order.ts'
import { RemoveTeam } from './remove-team.tsx'
import { AddTeam, ChangeTeam } from './team-dialog.tsx'
import { TeamPeople } from './team-people.tsx'

type Opened = { act: 'add' } | { act: 'change' | 'people' | 'remove'; team: Team }

/** More is found by its name. */
const SHOWN = 150

/** The tree of teams: who is in them, who leads them, and what they are part of. */
export function Teams() {
  const { t } = useFullLanguage()
  const texts = t.settings.teams
  const teams = useQuery(teamsQuery)
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = () => setOpened(null)
  const all = teams.data?.items ?? []
  return (
    <div class="stack" data-gap="large">
      <div class="row" data-ends>
        <p class="soft page-lead">{texts.lead}</p>
        <Button icon={Plus} onClick={() => setOpened({ act: 'add' })}>
          {texts.add}
        </Button>
      </div>
      <Read query={teams}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={Users} title={texts.none[0]}>
              <p>{texts.none[1]}</p>
            </Empty>
          ) : (
            <TeamList teams={items} onOpen={setOpened} />
          )
        }
      </Read>
      {opened?.act === 'add' && <AddTeam teams={all} onClose={close} />}
      {opened?.act === 'change' && <ChangeTeam teams={all} team={all.find(({ id }) => id === opened.team.id) ?? opened.team} onClose={close} />}
      {opened?.act === 'people' && <TeamPeople team={opened.team} onClose={close} />}
      {opened?.act === 'remove' && <RemoveTeam team={opened.team} teams={all} onClose={close} />}
    </div>
  )
}

interface TeamListProps {
  teams: Team[]
  onOpen: (opened: Opened) => void
}

function TeamList({ teams, onOpen }: TeamListProps) {
  const { t } = useFullLanguage()
  const texts = t.settings.teams
  const [query, setQuery] = useState('')
  const placed = useMemo(() => inTreeOrder(teams), [teams])
  const found = query.trim() === '' ? placed : placed.filter(({ team }) => folded(team.name).includes(folded(query.trim())))
  return (
    <>
      {teams.length > 12 && <TextField label={texts.search} value={query} onInput={(event) => setQuery(event.currentTarget.value)} />}
      <ul class="entries">
        {found.slice(0, SHOWN).map(({ team, depth }) => (
          <li key={team.id} class="entry team-entry" style={{ '--depth': query.trim() === '' ? depth : 0 }}>
            <TeamEntry team={team} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {found.length === 0 && <p class="soft">{t.noTeamMatches}</p>}
      {found.length > SHOWN && <p class="soft">{t.andMore(found.length - SHOWN)}</p>}
    </>
  )
}

interface TeamEntryProps {
  team: Team
  onOpen: TeamListProps['onOpen']
}

function TeamEntry({ team, onOpen }: TeamEntryProps) {
  const { t } = useFullLanguage()
  const texts = t.settings.teams
  const { leads, members } = team
  return (
    <>
      <div class="team-name">
        <p>
          <strong>{team.name}</strong> <span class="soft note-size">{t.levels[team.level]}</span>
        </p>
        <p class="soft note-size">
          {texts.members(members)}
          {members > 0 && ` · ${leads.length > 0 ? texts.ledBy(leads.join(', ')) : texts.noLead}`}
        </p>
      </div>
      <div class="row">
        <Button small aria-label={texts.peopleOf(team.name)} onClick={() => onOpen({ act: 'people', team })}>
          {texts.people}
        </Button>
        <Button small aria-label={texts.change(team.name)} onClick={() => onOpen({ act: 'change', team })}>
          {t.settings.sites.edit}
        </Button>
        <IconButton icon={Trash2} small label={`${t.remove}: ${team.name}`} onClick={() => onOpen({ act: 'remove', team })} />
      </div>
    </>
  )
}
