import { useQuery } from '@tanstack/preact-query'
import type { RefObject } from 'preact'
import { useId, useState } from 'preact/hooks'
import { useLanguage } from '../language.tsx'
import { someMembersQuery } from '../queries.ts'

export interface Person {
  id: string
  name: string
}

const SHOWN = 6

/** The beginning of a name after an @, right before where one types. */
export function askedFor(before: string): string | null {
  const found = /(?:^|\s)@([\p{L}\p{N}.'’-]*(?: [\p{L}\p{N}.'’-]+)?)$/u.exec(before)
  return found ? (found[1] ?? '') : null
}

interface MentionsProps {
  area: RefObject<HTMLTextAreaElement | null>
  text: string
  placeholder: string
  readOnly: boolean
  onText: (text: string) => void
  onName: (person: Person, text: string) => void
}

/** A field for a note, in which an @ offers colleagues: arrows go through them, Enter takes one, Escape takes none. */
export function Mentions({ area, text, placeholder, readOnly, onText, onName }: MentionsProps) {
  const { t } = useLanguage()
  const id = useId()
  const { people, at, look, choose, leave, onKeyDown } = useOffered({ area, text, onName })
  return (
    <div class="mentions">
      {people.length > 0 && <Offered id={id} people={people} at={at} onChoose={choose} />}
      <textarea
        id="composer"
        ref={area}
        class="control"
        data-short
        maxLength={5000}
        placeholder={placeholder}
        readOnly={readOnly}
        aria-describedby="composer-who"
        aria-autocomplete="list"
        aria-controls={people.length > 0 ? id : undefined}
        aria-activedescendant={people.length > 0 ? `${id}-${at}` : undefined}
        value={text}
        onInput={(event) => {
          onText(event.currentTarget.value)
          look()
        }}
        onKeyDown={onKeyDown}
        onBlur={leave}
      />
      <span class="unseen" role="status">
        {people.length > 0 && t.item.compose.found(people.length)}
      </span>
    </div>
  )
}

/** Who is offered for what stands before the cursor, and how one is taken. */
function useOffered({ area, text, onName }: Pick<MentionsProps, 'area' | 'text' | 'onName'>) {
  const [asked, setAsked] = useState<string | null>(null)
  const [at, setAt] = useState(0)
  const { data } = useQuery({ ...someMembersQuery(asked ?? ''), enabled: asked !== null })
  const people = asked === null ? [] : (data?.items ?? []).slice(0, SHOWN)
  const look = () => {
    setAsked(area.current ? askedFor(area.current.value.slice(0, area.current.selectionEnd)) : null)
    setAt(0)
  }
  const choose = (person: Person | undefined) => {
    const field = area.current
    if (!field || !person || asked === null) return
    const end = field.selectionEnd
    const start = end - asked.length
    const place = start + person.name.length + 1
    onName({ id: person.id, name: person.name }, `${text.slice(0, start)}${person.name} ${text.slice(end)}`)
    setAsked(null)
    queueMicrotask(() => {
      field.focus()
      field.setSelectionRange(place, place)
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (people.length === 0 || event.isComposing || event.ctrlKey || event.metaKey) return
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const act = by
      ? () => setAt((at + by + people.length) % people.length)
      : { Enter: () => choose(people[at]), Tab: () => choose(people[at]), Escape: () => setAsked(null) }[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  return { people, at, look, choose, leave: () => setAsked(null), onKeyDown }
}

interface OfferedProps {
  id: string
  people: readonly (Person & { email: string })[]
  at: number
  onChoose: (person: Person) => void
}

function Offered({ id, people, at, onChoose }: OfferedProps) {
  const { t } = useLanguage()
  return (
    <div class="floating mention-list" id={id} role="listbox" aria-label={t.item.compose.people}>
      {people.map((person, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field that it belongs to takes the keys
        <div
          key={person.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(person)}
        >
          <span>{person.name}</span>
          <small>{person.email}</small>
        </div>
      ))}
    </div>
  )
}
