import { type NotificationChoice, notificationEndpoints, notificationMails } from '@klankbord/shared/notifications'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { queryClient } from '../queries.ts'
import { SelectField } from '../ui/field.tsx'
import { ProblemNote, Read } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { choiceQuery } from './queries.ts'

/** How somebody hears of notifications by mail, kept at once. */
export function MailChoice() {
  const { t } = useFullLanguage()
  const query = useQuery(choiceQuery)
  const save = useMutation({
    mutationFn: (choice: NotificationChoice) => call(notificationEndpoints.changeNotificationChoice, choice),
    onSuccess: (changed) => {
      queryClient.setQueryData(choiceQuery.queryKey, changed)
      say(t.saved)
    },
  })
  const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${String(hour).padStart(2, '0')}:00` }))
  return (
    <section class="stack">
      <Read query={query} lines={2}>
        {(kept) => {
          const choice = save.isPending ? save.variables : kept
          return (
            <>
              <fieldset class="stack" data-gap="small">
                <legend class="field-legend">{t.notifications.mail}</legend>
                {notificationMails.map((mail) => (
                  <label key={mail} class="choice">
                    <input type="radio" name="mail" checked={choice.mail === mail} onChange={() => save.mutate({ ...choice, mail })} />
                    {t.notifications.mails[mail]}
                  </label>
                ))}
              </fieldset>
              {choice.mail === 'daily' && (
                <div class="notification-hour">
                  <SelectField
                    label={t.notifications.hour}
                    hint={t.notifications.hourHint}
                    value={String(choice.hour)}
                    options={hours}
                    onChange={(event) => save.mutate({ ...choice, hour: Number(event.currentTarget.value) })}
                  />
                </div>
              )}
            </>
          )
        }}
      </Read>
      <ProblemNote error={save.error} />
    </section>
  )
}
