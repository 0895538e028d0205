import type { FeedbackItem } from '@klankbord/shared/feedback'
import { type ReplyTemplate, replyTemplateEndpoints } from '@klankbord/shared/reply-templates'
import { filledIn } from '@klankbord/shared/reply-variables'
import { queryOptions, useQuery } from '@tanstack/preact-query'
import { call } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { Choice } from '../ui/choice.tsx'
import { useFieldToCome } from '../ui/held-keys.ts'
import { Read } from '../ui/states.tsx'

export const templatesQuery = queryOptions({ queryKey: ['reply-templates'], queryFn: () => call(replyTemplateEndpoints.listReplyTemplates, {}) })

/** Those for the team of the item and for everybody; what is in the language of its customer comes first. */
export function templatesFor(templates: readonly ReplyTemplate[], { goal, locale }: Pick<FeedbackItem, 'goal' | 'locale'>): ReplyTemplate[] {
  const language = locale?.split('-')[0]
  const rank = (template: ReplyTemplate) => (template.locale === null ? 1 : template.locale.split('-')[0] === language ? 0 : 2)
  return templates.filter(({ teamId }) => teamId === null || teamId === goal?.teamId).toSorted((a, b) => rank(a) - rank(b))
}

function useFilledIn(item: FeedbackItem) {
  const me = useMe()
  const { code } = useLanguage()
  const waits = item.repliedAt === null && item.replyBy !== null
  return ({ text, locale }: ReplyTemplate) => {
    const day = new Intl.DateTimeFormat(locale ?? item.locale ?? code, {
      ...{ weekday: 'long', day: 'numeric', month: 'long' },
      timeZone: me.organisation.timeZone,
    })
    return filledIn(text, {
      customer: item.customer.name,
      goal: item.goal?.title ?? null,
      team: item.goal?.team ?? null,
      date: waits && item.replyBy ? day.format(new Date(item.replyBy)) : null,
      me: me.member?.name ?? null,
    })
  }
}

interface UseTemplateProps {
  item: FeedbackItem
  onUse: (text: string) => void
}

/** Chooses a template by some of its words; what is known of the item is filled in. */
export default function UseTemplate({ item, onUse }: UseTemplateProps) {
  const { t } = useLanguage()
  const texts = t.item.compose
  const query = useQuery(templatesQuery)
  useFieldToCome(!query.error && (!query.data || templatesFor(query.data.items, item).length > 0))
  const fill = useFilledIn(item)
  return (
    <Read query={query} lines={1}>
      {({ items }) => {
        const fitting = templatesFor(items, item)
        if (fitting.length === 0)
          return (
            <p class="note-size">
              {texts.noTemplates} <a href="/admin/settings/templates">{texts.write}</a>
            </p>
          )
        const use = (id: string) => {
          const template = fitting.find((one) => one.id === id)
          if (template) onUse(fill(template))
        }
        return (
          <Choice
            label={texts.template}
            options={fitting.map(({ id, name, text }) => ({ id, title: name, note: text.slice(0, 80), words: text }))}
            value={null}
            onChoose={use}
            placeholder={texts.templatePlaceholder}
            nothing={texts.noTemplate}
            autoFocus
          />
        )
      }}
    </Read>
  )
}
