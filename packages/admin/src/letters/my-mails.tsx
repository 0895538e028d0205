import { letterEndpoints, type MyMails } from '@klankbord/shared/letters'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { queryClient } from '../queries.ts'
import { ProblemNote, Read } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { lettersChanged, myMailsQuery } from './queries.ts'

/** Which mails somebody wants, kept at once. */
export function MyMailsChoice() {
  const { t } = useFullLanguage()
  const mails = useQuery(myMailsQuery)
  const save = useMutation({
    mutationFn: (change: Partial<MyMails>) => call(letterEndpoints.changeMyMails, change),
    onSuccess: (changed) => {
      queryClient.setQueryData(myMailsQuery.queryKey, changed)
      lettersChanged()
      say(t.saved)
    },
  })
  return (
    <section class="stack">
      <h2>{t.letters.yours}</h2>
      <Read query={mails} lines={2}>
        {(wanted) => (
          <fieldset class="stack" data-gap="small">
            <legend class="field-legend">{t.letters.yoursLead}</legend>
            {(['letters', 'pulses'] as const).map((name) => (
              <label key={name} class="choice">
                <input
                  type="checkbox"
                  checked={save.isPending ? (save.variables[name] ?? wanted[name]) : wanted[name]}
                  onChange={(event) => save.mutate({ [name]: event.currentTarget.checked })}
                />
                {t.letters.mine[name]}
              </label>
            ))}
          </fieldset>
        )}
      </Read>
      <ProblemNote error={save.error} />
    </section>
  )
}
