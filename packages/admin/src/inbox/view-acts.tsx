import type { SavedView } from '@klankbord/shared/views'
import { useQuery } from '@tanstack/preact-query'
import { BookmarkPlus, Ellipsis } from 'lucide'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useLanguage } from '../language.tsx'
import { mayAct, useMe } from '../me.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Later } from '../ui/later.tsx'
import { Menu, type MenuItem } from '../ui/menu.tsx'
import { addressOfView, isChanged, savedOf, useRemoveView, useSaveView, viewsQuery } from './saved-views.ts'
import { type Finding, inboxAddress, setFilters } from './views.ts'

const SaveViewDialog = () => import('./save-view-dialog.tsx')

/** The saved view that one stands in, if there is one. */
export function useSavedView({ saved }: Finding): SavedView | undefined {
  const { data } = useQuery({ ...viewsQuery, enabled: saved !== undefined })
  return data?.items.find(({ id }) => id === saved)
}

/** Keeps what is found as a view, or changes the view that one stands in. */
export function ViewActs({ finding }: { finding: Finding }) {
  const { t } = useLanguage()
  const { route } = useLocation()
  const texts = t.finding.saved
  const can = mayAct(useMe())
  const view = useSavedView(finding)
  const [naming, setNaming] = useState<'new' | 'old' | null>(null)
  const save = useSaveView(() => undefined)
  const remove = useRemoveView(() => route(inboxAddress({ view: 'all' })))
  if (!can) return null
  const isFiltered = setFilters(finding).length > 0 || Boolean(finding.filter.q)
  const changed = view !== undefined && isChanged(view, finding)
  const acts = (of: SavedView): MenuItem[] => [
    { id: 'change', title: texts.change, run: () => setNaming('old') },
    ...(changed ? [{ id: 'new', title: texts.asNew, run: () => setNaming('new') }] : []),
    { id: 'remove', title: t.remove, run: () => remove.mutate(of) },
  ]
  return (
    <>
      {isFiltered && !view && (
        <Button look="quiet" small icon={BookmarkPlus} onClick={() => setNaming('new')}>
          {texts.open}
        </Button>
      )}
      {view && changed && (
        <Button look="quiet" small icon={BookmarkPlus} busy={save.isPending} onClick={() => save.mutate({ ...view, ...savedOf(finding) })}>
          {texts.keep}
        </Button>
      )}
      {view && (
        <span>
          <IconButton icon={Ellipsis} label={texts.acts(view.name)} small popovertarget="view-acts" />
          <Menu id="view-acts" label={texts.acts(view.name)} items={acts(view)} />
        </span>
      )}
      {naming && (
        <Later
          load={SaveViewDialog}
          finding={finding}
          view={naming === 'old' ? view : undefined}
          onSaved={(saved: SavedView) => route(addressOfView(saved))}
          onClose={() => setNaming(null)}
        />
      )}
    </>
  )
}
