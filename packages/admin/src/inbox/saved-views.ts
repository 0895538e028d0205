import { type SavedView, viewEndpoints } from '@klankbord/shared/views'
import { queryOptions, useMutation } from '@tanstack/preact-query'
import { call } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { queryClient } from '../queries.ts'
import { say } from '../ui/toasts.tsx'
import { type Finding, inboxAddress, sortOf, wholeFilter } from './views.ts'

export const viewsQuery = queryOptions({ queryKey: ['views'], queryFn: () => call(viewEndpoints.listViews, {}), staleTime: 60_000 })

/** Where a saved view is: all that it finds, in the address, so that who is sent it needs no view of their own. */
export const addressOfView = ({ id, filter, sort }: Pick<SavedView, 'id' | 'filter' | 'sort'>): string =>
  inboxAddress({ view: 'all', filter, sort: sort === 'new' ? undefined : sort, saved: id })

/** What is saved of where one stands. */
export const savedOf = (finding: Finding): Pick<SavedView, 'filter' | 'sort'> => ({ filter: wholeFilter(finding), sort: sortOf(finding) })

/** True when one has changed the filters since a view was opened. */
export function isChanged(view: SavedView, finding: Finding): boolean {
  const { filter, sort } = savedOf(finding)
  const written = (one: object) => JSON.stringify(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
  return sort !== view.sort || written(filter) !== written(view.filter)
}

const changed = () => void queryClient.invalidateQueries({ queryKey: viewsQuery.queryKey })

export type ViewParts = Pick<SavedView, 'name' | 'teamId' | 'filter' | 'sort'>

export function useSaveView(onSaved: (view: SavedView) => void) {
  const { t } = useLanguage()
  return useMutation({
    mutationFn: ({ id, ...parts }: ViewParts & { id?: string | undefined }) =>
      id === undefined ? call(viewEndpoints.createView, parts) : call(viewEndpoints.changeView, { id, ...parts }),
    onSuccess: (view, { id }) => {
      changed()
      onSaved(view)
      say(id === undefined ? t.finding.saved.done(view.name) : t.saved)
    },
  })
}

/** Removes a view, with a way back. */
export function useRemoveView(onRemoved: () => void) {
  const { t } = useLanguage()
  const back = useSaveView(() => undefined)
  return useMutation({
    mutationFn: ({ id }: SavedView) => call(viewEndpoints.removeView, { id }),
    onSuccess: (_, { name, teamId, filter, sort }) => {
      changed()
      onRemoved()
      say(t.finding.saved.removed(name), { label: t.undo, onClick: () => back.mutate({ name, teamId, filter, sort }) })
    },
    onError: () => say(t.problems.unavailable),
  })
}
