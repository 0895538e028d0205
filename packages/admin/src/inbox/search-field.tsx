import { CircleHelp, Search, X } from 'lucide'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useLanguage } from '../language.tsx'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'

interface SearchFieldProps {
  q: string
  onSearch: (q: string) => void
}

/** Long enough not to ask for every letter, short enough to feel at once. */
const PAUSE = 200

export function SearchField({ q, onSearch }: SearchFieldProps) {
  const { t } = useLanguage()
  const [text, setText] = useState(q)
  const asked = useRef(q)
  const go = useRef(onSearch)
  go.current = onSearch
  useEffect(() => {
    // The address changed by other ways than this field: a chip, the way back, a saved view.
    if (q === asked.current) return
    asked.current = q
    setText(q)
  }, [q])
  useEffect(() => {
    if (text.trim() === asked.current) return
    const timer = setTimeout(() => {
      asked.current = text.trim()
      go.current(asked.current)
    }, PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <search class="search">
      <Icon of={Search} />
      <input
        id="inbox-search"
        type="search"
        class="control"
        aria-label={t.inbox.search}
        aria-describedby="search-help-hint"
        placeholder={t.inbox.search}
        maxLength={200}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      <span class="search-acts">
        {text && <IconButton icon={X} label={t.inbox.clearSearch} small onClick={() => setText('')} />}
        <IconButton icon={CircleHelp} label={t.finding.help.open} small popovertarget="search-help" />
      </span>
      <SearchHelp />
    </search>
  )
}

/** What the search understands, in a few examples. */
function SearchHelp() {
  const { t } = useLanguage()
  const texts = t.finding.help
  return (
    <div id="search-help" class="floating search-help" popover="auto">
      <p class="field-legend" id="search-help-hint">
        {texts.title}
      </p>
      <dl class="search-examples">
        {texts.examples.map(([example, meaning]) => (
          <div key={example}>
            <dt>
              <code>{example}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
