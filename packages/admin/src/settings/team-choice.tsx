import type { TeamRole } from '@klankbord/shared/members'
import { useQuery } from '@tanstack/preact-query'
import { useFullLanguage } from '../full-language.ts'
import { teamsQuery } from '../queries.ts'

export interface Membership {
  teamId: string
  role: TeamRole
}

interface TeamChoiceProps {
  chosen: Membership[]
  onChange: (chosen: Membership[]) => void
}

/** The teams someone belongs to, and which of them they lead. */
export function TeamChoice({ chosen, onChange }: TeamChoiceProps) {
  const { t } = useFullLanguage()
  const { data } = useQuery(teamsQuery)
  const set = (teamId: string, role: TeamRole | null) => {
    const others = chosen.filter((one) => one.teamId !== teamId)
    onChange(role ? [...others, { teamId, role }] : others)
  }
  if (!data || data.items.length === 0) return null
  return (
    <fieldset class="stack" data-gap="small">
      <legend class="field-legend">{t.settings.people.teams}</legend>
      {data.items.map((team) => {
        const role = chosen.find(({ teamId }) => teamId === team.id)?.role
        return (
          <div key={team.id} class="row" data-ends>
            <label class="choice">
              <input type="checkbox" checked={role !== undefined} onChange={(event) => set(team.id, event.currentTarget.checked ? 'member' : null)} />
              {team.name}
            </label>
            {role && (
              <label class="choice note-size">
                <input
                  type="checkbox"
                  checked={role === 'lead'}
                  aria-label={`${team.name}: ${t.settings.people.lead}`}
                  onChange={(event) => set(team.id, event.currentTarget.checked ? 'lead' : 'member')}
                />
                {t.settings.people.lead}
              </label>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
