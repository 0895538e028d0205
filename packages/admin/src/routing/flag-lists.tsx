import { type FlagWords, flags, suggestionEndpoints } from '@klankbord/shared/suggestions'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { queryClient } from '../queries.ts'
import '../styles/site.css'
import { Button } from '../ui/button.tsx'
import { TextArea } from '../ui/field.tsx'
import { fieldErrors } from '../ui/field-errors.ts'
import { ProblemNote, Read } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { Part } from './part.tsx'
import { flagWordsQuery } from './queries.ts'

type Written = Record<(typeof flags)[number], string>

const each = <T,>(of: (flag: (typeof flags)[number]) => T) =>
  Object.fromEntries(flags.map((flag) => [flag, of(flag)])) as Record<(typeof flags)[number], T>

/** Each line a word; empty lines and what stands twice are left out. */
export const wordsOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
]

/** The words for which a person must look, as four lists to write in. */
export function FlagLists() {
  const { t } = useFullLanguage()
  const words = useQuery(flagWordsQuery)
  return (
    <Part title={t.learned.flags.title} lead={t.learned.flags.lead}>
      <Read query={words} lines={8}>
        {(lists) => <Lists key={JSON.stringify(lists)} lists={lists} />}
      </Read>
    </Part>
  )
}

function useSave(lists: FlagWords) {
  const { t } = useFullLanguage()
  const save = useMutation({
    mutationFn: ({ words }: { words: FlagWords; isUndo?: boolean }) => call(suggestionEndpoints.replaceFlagWords, words),
    onSuccess: (saved, { isUndo }) => {
      queryClient.setQueryData(flagWordsQuery.queryKey, saved)
      if (isUndo) say(t.routing.undone)
      else say(t.learned.flags.saved, { label: t.undo, onClick: () => save.mutate({ words: lists, isUndo: true }) })
    },
  })
  return save
}

function Lists({ lists }: { lists: FlagWords }) {
  const { t } = useFullLanguage()
  const texts = t.learned.flags
  const asRead = each((flag) => lists[flag].join('\n'))
  const [written, setWritten] = useState<Written>(asRead)
  const save = useSave(lists)
  const errors = fieldErrors(save.error)
  const isChanged = flags.some((flag) => wordsOf(written[flag]).join('\n') !== wordsOf(asRead[flag]).join('\n'))
  return (
    <form
      class="stack flag-form"
      data-gap="large"
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) save.mutate({ words: each((flag) => wordsOf(written[flag])) })
      }}
    >
      <div class="flag-lists">
        {flags.map((flag) => (
          <TextArea
            key={flag}
            label={`${t.inbox.flag.names[flag]} (${texts.count(wordsOf(written[flag]).length)})`}
            hint={`${texts.hints[flag]} ${texts.each}`}
            value={written[flag]}
            error={Object.entries(errors).find(([path]) => path.split('.')[0] === flag)?.[1]}
            onInput={(event) => setWritten({ ...written, [flag]: event.currentTarget.value })}
          />
        ))}
      </div>
      <footer class="save-bar" data-changed={isChanged || undefined}>
        <ProblemNote error={save.error} kept={t.textKept} />
        <div class="row">
          <Button type="submit" look="primary" disabled={!isChanged} busy={save.isPending}>
            {t.save}
          </Button>
          {isChanged && (
            <>
              <Button onClick={() => setWritten(asRead)}>{texts.reset}</Button>
              <span class="soft note-size">{texts.unsaved}</span>
            </>
          )}
        </div>
      </footer>
    </form>
  )
}
