import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { initialsOf } from '../ui/initials.ts'
import { useKept } from '../ui/kept.ts'
import { lookingAt, presence } from './presence.ts'

/** More circles than this would hide the words beside them. */
const SHOWN = 2

/** The colleagues who look at an item now. */
export function Looking({ id }: { id: string }) {
  const { t } = useLanguage()
  const me = useMe()
  const people = useKept(presence, (looking) => lookingAt(looking, id)).filter((person) => person.id !== me.member?.id)
  if (people.length === 0) return null
  const text = t.live.looking(people.length, people.map(({ name }) => name).join(', '))
  return (
    <span class="looking" title={text}>
      <span class="unseen">{text}</span>
      {people.slice(0, SHOWN).map((person) => (
        <span key={person.id} class="initials" data-small aria-hidden="true">
          {initialsOf(person.name)}
        </span>
      ))}
      {people.length > SHOWN && <span aria-hidden="true">+{people.length - SHOWN}</span>}
    </span>
  )
}
