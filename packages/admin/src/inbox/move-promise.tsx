import { type FeedbackItem, feedbackEndpoints } from '@klankbord/shared/feedback'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { call, ProblemError } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { queryClient } from '../queries.ts'
import { calendarQuery } from '../settings/calendar-queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea, TextField } from '../ui/field.tsx'
import { onSubmit } from '../ui/form.ts'
import { SendingForm } from '../ui/sending-form.tsx'
import { ProblemNote } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { itemQuery } from './queries.ts'

/** Gives the promise another date, which the customer hears first. */
export default function MovePromise({ item, onClose }: { item: FeedbackItem; onClose: () => void }) {
  const { t, dates } = useFullLanguage()
  const [late, setLate] = useState(false)
  const date = item.replyBy
  const isLate = item.overdue
  const move = useMutation({
    mutationFn: (given: { replyBy: string; reason: string }) => call(feedbackEndpoints.movePromise, { id: item.id, late, ...given }),
    onSuccess: (changed) => {
      queryClient.setQueryData(itemQuery(item.id).queryKey, changed)
      void queryClient.invalidateQueries({ queryKey: ['feedback'] })
      say(t.moving.told)
      onClose()
    },
  })
  const problems = move.error instanceof ProblemError ? move.error.fields : {}
  const day = date ? dates.day(date) : ''
  return (
    <Dialog title={t.moving.title} onClose={onClose}>
      <SendingForm
        isSending={move.isPending}
        class="stack"
        onSubmit={onSubmit(({ replyBy = '', reason = '' }) => !move.isPending && move.mutate({ replyBy, reason }))}
      >
        {date && <p>{isLate ? t.moving.leadLate(day) : t.moving.lead(day)}</p>}
        {isLate && (
          <label class="choice">
            <input type="checkbox" checked={late} required onChange={(event) => setLate(event.currentTarget.checked)} />
            {t.moving.late}
          </label>
        )}
        <TextField name="replyBy" type="date" label={t.moving.date} hint={<WorkdaysHint />} error={problems.replyBy} required />
        <TextArea name="reason" label={t.moving.reason} hint={t.moving.reasonHint} error={problems.reason} maxLength={1000} required short />
        {move.error && !problems.replyBy && !problems.reason && <ProblemNote error={move.error} />}
        <footer class="dialog-foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" look="primary" busy={move.isPending}>
            {t.moving.tell}
          </Button>
        </footer>
      </SendingForm>
    </Dialog>
  )
}

/** A day that cannot be chosen is said before it is. */
function WorkdaysHint() {
  const { t, code } = useFullLanguage()
  const { data } = useQuery(calendarQuery)
  const name = new Intl.DateTimeFormat(code, { weekday: 'long', timeZone: 'UTC' })
  // The first of June 2026 is a Monday.
  const days = data?.workdays.map((day) => name.format(Date.UTC(2026, 5, day)))
  return <>{days ? `${t.moving.dateHint}: ${new Intl.ListFormat(code).format(days)}.` : `${t.moving.dateHint}.`}</>
}
