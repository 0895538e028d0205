import type { Member } from '@klankbord/shared/members'
import { useQuery } from '@tanstack/preact-query'
import { useMemo, useState } from 'preact/hooks'
import { useFullLanguage } from '../full-language.ts'
import { someMembersQuery } from '../queries.ts'
import { Choice } from './choice.tsx'
import type { Option } from './combobox.tsx'

/** A colleague, as far as choosing one goes. */
export interface Person {
  id: string
  name: string
}

interface MemberChoiceProps {
  label: string
  value: string | null
  /** Offered before anything is typed, in this order: who is most likely meant. */
  first?: readonly Person[]
  /** Left out, wherever they were found. */
  except?: ReadonlySet<string>
  /** What it is called to choose nobody, where that may be; chosen, it gives null. */
  none?: string
  placeholder: string
  onChoose: (id: string | null, member: Member | undefined) => void
  error?: string | undefined
}

/** Chooses a colleague by typing some of their name or address; looked up as it is typed, since an organisation can have thousands. */
export function MemberChoice({ first = [], except, none, onChoose, ...rest }: MemberChoiceProps) {
  const { t } = useFullLanguage()
  const [query, setQuery] = useState('')
  // Stays among the options when another search no longer finds them.
  const [chosen, setChosen] = useState<Option | null>(null)
  const { data, isFetching } = useQuery(someMembersQuery(query.trim()))
  const found = data?.items ?? []
  const options = useMemo(() => {
    const people = new Map<string, Option>(none === undefined ? [] : [['', { id: '', title: none }]])
    for (const { id, name } of first) people.set(id, { id, title: name })
    if (chosen) people.set(chosen.id, chosen)
    for (const { id, name, email } of found) people.set(id, { id, title: name, note: email })
    return [...people.values()].filter(({ id }) => !except?.has(id))
  }, [first, found, except, none, chosen])
  return (
    <Choice
      {...rest}
      options={options}
      nothing={isFetching ? t.loading : t.settings.teams.noPerson}
      onQuery={setQuery}
      onChoose={(id) => {
        setChosen(options.find((option) => option.id === id) ?? null)
        onChoose(
          id || null,
          found.find((member) => member.id === id),
        )
      }}
    />
  )
}
