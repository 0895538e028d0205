import { type Comment, goalEndpoints } from '@klankbord/shared/goals'
import { initiativeEndpoints } from '@klankbord/shared/initiatives'
import type { Page } from '@klankbord/shared/page'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { call } from '../api.ts'
import { useDraft } from '../drafts.ts'
import { useFullLanguage } from '../full-language.ts'
import { Button } from '../ui/button.tsx'
import { TextArea } from '../ui/field.tsx'
import { SendingForm } from '../ui/sending-form.tsx'
import { ProblemNote } from '../ui/states.tsx'
import { goalsChanged } from './queries.ts'

interface CommentsProps {
  about: 'goal' | 'initiative'
  id: string
  query: { queryKey: readonly unknown[]; queryFn?: unknown }
  may: boolean
}

/** What colleagues say of it, oldest first, and room to say something. */
export function Comments({ about, id, query, may }: CommentsProps) {
  const { t, dates } = useFullLanguage()
  const { data } = useQuery<Page<Comment>>(query as never)
  const comments = (data?.items ?? []).toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))
  if (comments.length === 0 && !may) return null
  return (
    <section class="comments" aria-label={t.goal.comments}>
      {about === 'goal' && <h3>{t.goal.comments}</h3>}
      {comments.length > 0 && (
        <ol class="stack">
          {comments.map(({ id, author, text, createdAt }) => (
            <li key={id} class="comment">
              <p class="line-head">
                <strong>{author}</strong>
                <time class="soft" dateTime={createdAt}>
                  {dates.moment(createdAt)}
                </time>
              </p>
              <p class="words">{text}</p>
            </li>
          ))}
        </ol>
      )}
      {may && <Say about={about} id={id} />}
    </section>
  )
}

function Say({ about, id }: Pick<CommentsProps, 'about' | 'id'>) {
  const { t } = useFullLanguage()
  const [text, setText] = useDraft(`comment:${id}`)
  const comment = useMutation({
    mutationFn: () => call(about === 'goal' ? goalEndpoints.commentOnGoal : initiativeEndpoints.commentOnInitiative, { id, text }),
    onSuccess: () => {
      setText('')
      goalsChanged()
    },
  })
  return (
    <SendingForm
      isSending={comment.isPending}
      class="stack"
      data-gap="small"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '' && !comment.isPending) comment.mutate()
      }}
    >
      <TextArea
        short
        label={about === 'goal' ? t.goal.comment : t.how.comment}
        maxLength={5000}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <ProblemNote error={comment.error} kept={t.textKept} />
      {text.trim() !== '' && (
        <div>
          <Button type="submit" small busy={comment.isPending}>
            {t.goal.say}
          </Button>
        </div>
      )}
    </SendingForm>
  )
}
