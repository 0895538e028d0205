import { changeEndpoints, type SettingChange } from '@klankbord/shared/changes'
import { useMutation } from '@tanstack/preact-query'
import { call, isProblem, ProblemError } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { queryClient } from '../queries.ts'
import type { Texts } from '../texts/later-en.ts'
import { say } from '../ui/toasts.tsx'
import { isSame } from './differing.ts'

/** The newest changes of one site, team, colleague or (by the organisation's id) of what holds for all. */
export const changesQuery = (about: string) => ({
  queryKey: ['setting-changes', about],
  queryFn: () => call(changeEndpoints.listSettingChanges, { aboutId: about, limit: 10 }),
  staleTime: 0,
})

const newestChange = async (about: string) => (await queryClient.fetchQuery(changesQuery(about))).items[0]

/** Puts one change back, says so, and asks anew for everything that shows it. */
export async function undoChange({ id, aboutId }: Pick<SettingChange, 'id' | 'aboutId'>, t: Texts, refresh: () => void) {
  try {
    await call(changeEndpoints.undoSettingChange, { id })
    say(t.saving.undone)
  } catch (error) {
    say(isProblem(error, 'stale') ? t.saving.changedSince : t.problems[error instanceof ProblemError ? error.code : 'internal'])
  }
  refresh()
  void queryClient.invalidateQueries({ queryKey: changesQuery(aboutId).queryKey })
}

/** Says that a setting was saved, with the way back. */
export async function sayWithUndo(about: string, said: string, t: Texts, refresh: () => void) {
  const newest = await newestChange(about).catch(() => undefined)
  say(said, newest && { label: t.undo, onClick: () => void undoChange(newest, t, refresh) })
}

interface Options<Change extends object> {
  /** The id of what is set. */
  about: string
  /** Sends the change, with the version that the person saw. */
  send: (change: Change, version: string | undefined) => Promise<unknown>
  /** How it stands now, with its version; undefined where it is gone. */
  read: () => Promise<({ version: string } & object) | undefined>
  /** Asks anew for everything that shows it. */
  refresh: () => void
  /** What to do after it was saved, such as closing the dialog. */
  onSaved?: () => void
  /** What is said then. */
  said?: (change: Change) => string
}

/** A change that is being saved. Shown by `SavingNote`. */
export interface Saving<Change extends object = object> {
  save: (change: Change, version: string | undefined) => void
  busy: boolean
  /** True while there is no connection: it is tried again by itself. */
  waits: boolean
  error: unknown
  about: string
  /** Saves what was refused because somebody else changed the setting, over theirs. */
  insist: () => Promise<void>
  /** Forgets what was refused. */
  giveUp: () => void
}

const MOST_PAUSE = 8_000

/**
 * The one way to save a setting. Without a connection it waits and tries again; when somebody else changed the setting since it was read, nothing is overwritten and the person
 * chooses; once it is saved, the notice at the bottom offers the way back.
 */
export function useSaving<Change extends object>({ about, send, read, refresh, onSaved, said }: Options<Change>): Saving<Change> {
  const { t } = useFullLanguage()
  const mutation = useMutation({
    mutationFn: async ({ change, version }: { change: Change; version: string | undefined }) => {
      try {
        await send(change, version)
      } catch (error) {
        // Its answer may have been lost: then what is there now is what was sent.
        if (!isProblem(error, 'stale') || !isSame(change, await read())) throw error
      }
    },
    networkMode: 'always',
    retry: (_, error) => isProblem(error, 'unreachable') || isProblem(error, 'unavailable'),
    retryDelay: (count) => Math.min(1_000 * 2 ** count, MOST_PAUSE),
    onSuccess: async (_, { change }) => {
      refresh()
      onSaved?.()
      await sayWithUndo(about, said?.(change) ?? t.saved, t, refresh)
    },
    onError: (error) => {
      if (isProblem(error, 'stale')) refresh()
    },
  })
  return {
    about,
    save: (change, version) => {
      if (!mutation.isPending) mutation.mutate({ change, version })
    },
    busy: mutation.isPending,
    waits: mutation.isPending && mutation.failureCount > 0,
    error: mutation.error,
    insist: async () => {
      const change = mutation.variables?.change
      if (change) mutation.mutate({ change, version: (await read())?.version })
    },
    giveUp: mutation.reset,
  }
}
