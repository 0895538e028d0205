import { useQueries } from '@tanstack/preact-query'
import { X } from 'lucide'
import { useFullLanguage } from '../full-language.ts'
import { itemQuery } from '../inbox/queries.ts'
import { customerName } from '../inbox/row.tsx'
import { inboxAddress } from '../inbox/views.ts'
import { IconButton } from '../ui/button.tsx'
import { KindDisc } from '../ui/marks.tsx'

const SHOWN = 4

interface AnsweredProps {
  ids: string[]
  /** Left out where the choice is final. */
  onChange?: (ids: string[]) => void
}

/** The words that this outcome answers: what one should have before one's eyes while writing. */
export function Answered({ ids, onChange }: AnsweredProps) {
  const { t } = useFullLanguage()
  const items = useQueries({ queries: ids.slice(0, SHOWN).map((id) => itemQuery(id)) })
  if (ids.length === 0) return null
  return (
    <section class="answered" aria-label={t.outcomes.answered}>
      <h2 class="part-title">{t.outcomes.answered}</h2>
      <ul class="stack" data-gap="small">
        {items.map(({ data }, index) => (
          <li key={ids[index]} class="answered-item">
            {data && (
              <>
                <KindDisc kind={data.kind} />
                <div>
                  <span class="note-size soft">
                    {t.kinds[data.kind]} ·{' '}
                    <a href={inboxAddress({ view: data.status === 'answered' ? 'answered' : 'waiting', id: data.id })}>
                      {customerName(data) ?? t.inbox.someone}
                    </a>
                  </span>
                  <blockquote class="words answered-words">{data.message}</blockquote>
                </div>
                {onChange && ids.length > 1 && (
                  <IconButton icon={X} small label={t.outcomes.dropItem} onClick={() => onChange(ids.filter((id) => id !== data.id))} />
                )}
              </>
            )}
          </li>
        ))}
      </ul>
      {ids.length > SHOWN && <p class="soft note-size">{t.outcomes.andMore(ids.length - SHOWN)}</p>}
    </section>
  )
}
