import { feedbackEndpoints } from '@klankbord/shared/feedback'
import { keepPreviousData, useQuery } from '@tanstack/preact-query'
import { MessageSquareQuote, Search } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { customerName } from '../inbox/row.tsx'
import { inboxAddress } from '../inbox/views.ts'
import type { QuickOption } from '../ui/quick-list.tsx'

const SHOWN = 5
const PAUSE = 150

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

/** What customers said with these words, and the way to all of it. */
export function useFound(query: string): QuickOption[] {
  const { t } = useFullLanguage()
  const { route } = useLocation()
  const q = useSettled(query).slice(0, 200)
  const enabled = q.length > 1
  const { data } = useQuery({
    queryKey: ['feedback', 'found', q],
    queryFn: ({ signal }) => call(feedbackEndpoints.listFeedback, { q, limit: SHOWN }, { signal }),
    enabled,
    placeholderData: keepPreviousData,
  })
  if (!enabled || query === '') return []
  const group = t.palette.groups.feedback
  return [
    { id: 'search', group, icon: Search, title: t.palette.search(query), run: () => route(inboxAddress({ view: 'all', filter: { q: query } })) },
    ...(data?.items ?? []).map((item) => ({
      id: item.id,
      group,
      icon: MessageSquareQuote,
      title: item.message.slice(0, 140),
      note: customerName(item) ?? t.inbox.someone,
      run: () => route(inboxAddress({ view: 'all', id: item.id, filter: { q } })),
    })),
  ]
}
