import { type FeedbackListItem, feedbackEndpoints } from '@klankbord/shared/feedback'
import type { FeedbackQuery } from '@klankbord/shared/finding'
import { type InfiniteData, infiniteQueryOptions, useInfiniteQuery } from '@tanstack/preact-query'
import { useMemo } from 'preact/hooks'
import { call } from '../api.ts'
import { queryClient } from '../queries.ts'
import { type Finding, queryOfFinding } from './views.ts'

/** The first page is on screen soon; those after it are fetched while one reads, and are larger. */
const FIRST = 50
const LATER = 150
/** When a page is read again, so many more are asked for: what has come in between pushes no item out of it. */
const SPARE = 50
/** More pages than this are not read again at once: whoever has scrolled so far sees them as they were. */
const PAGES_AT_ONCE = 10

interface ItemPage {
  items: FeedbackListItem[]
  next: string | null
}
type ItemPages = InfiniteData<ItemPage, string>

const LISTS = ['feedback', 'list']

const readPage = (query: Partial<FeedbackQuery>, cursor: string, spare = 0, signal?: AbortSignal): Promise<ItemPage> =>
  call(
    feedbackEndpoints.listFeedback,
    { ...query, cursor: cursor || undefined, limit: (cursor ? LATER : FIRST) + spare },
    { ...(signal && { signal }) },
  )

/** Kept up to date page by page, by `readAgain`: reading all of a long list again would take hundreds of requests. */
const itemsQuery = (finding: Finding) => {
  const query = queryOfFinding(finding)
  return infiniteQueryOptions({
    queryKey: [...LISTS, query],
    queryFn: ({ pageParam, signal }) => readPage(query, pageParam, 0, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

/** Each item once, at its first place: pages that were read at different moments overlap. */
export function itemsIn(pages: readonly ItemPage[]): FeedbackListItem[] {
  const seen = new Set<string>()
  return pages.flatMap((page) => page.items.filter(({ id }) => !seen.has(id) && seen.add(id)))
}

export interface Items {
  items: FeedbackListItem[]
  isPending: boolean
  error: unknown
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
  refetch: () => unknown
}

/** The items of a list, as far as they were scrolled to. */
export function useItems(finding: Finding): Items {
  const list = useInfiniteQuery(itemsQuery(finding))
  const items = useMemo(() => itemsIn(list.data?.pages ?? []), [list.data])
  return { ...list, items }
}

/** Puts a page that was read again in its place. Where it no longer meets the page after it, those after it are read anew. */
export function withPage(before: ItemPages, index: number, page: ItemPage): ItemPages {
  const old = before.pages[index]
  const last = index === before.pages.length - 1
  const ids = new Set(page.items.map(({ id }) => id))
  const meets = last || page.next === null || old === undefined || old.items.length === 0 || old.items.slice(-5).some(({ id }) => ids.has(id))
  const upTo = meets ? before.pages.length : index + 1
  // The page after it knows where it begins, so that this one may reach further without harm.
  const pages = before.pages.slice(0, upTo).map((one, at) => (at === index ? page : one))
  return { pages, pageParams: before.pageParams.slice(0, upTo) }
}

async function readListAgain(key: readonly unknown[], ids: ReadonlySet<string>) {
  const before = queryClient.getQueryData<ItemPages>(key)
  const query = key[LISTS.length] as Partial<FeedbackQuery>
  if (!before) return
  const touched = before.pages.flatMap((page, index) => (index === 0 || page.items.some(({ id }) => ids.has(id)) ? [index] : []))
  for (const index of touched.slice(0, PAGES_AT_ONCE)) {
    const cursor = before.pageParams[index] ?? ''
    const page = await readPage(query, cursor, SPARE)
    queryClient.setQueryData<ItemPages>(key, (now) => {
      const at = now?.pageParams.indexOf(cursor) ?? -1
      return now && at >= 0 ? withPage(now, at, page) : now
    })
  }
}

const lists = (type: 'active' | 'inactive') => queryClient.getQueryCache().findAll({ queryKey: LISTS, type })

/** Reads again the first page of each list on screen, where new items come, and the pages that hold these items. */
async function readAgainNow(ids: ReadonlySet<string>) {
  for (const { queryKey } of lists('inactive')) queryClient.removeQueries({ queryKey, exact: true })
  // Whoever is offline sees what there was; the next attempt comes with the next news.
  await Promise.all(lists('active').map(({ queryKey }) => readListAgain(queryKey, ids).catch(() => undefined)))
}

let waiting = new Set<string>()
let asked = false
let running: Promise<void> | null = null

/** Long enough to take together what comes together, short enough for eyes. */
const SOON = 60
/** While news keeps coming. */
const CALM = 500

async function readWhileAsked() {
  for (let pause = SOON; asked; pause = CALM) {
    await new Promise((done) => setTimeout(done, pause))
    const now = waiting
    asked = false
    waiting = new Set()
    await readAgainNow(now)
  }
  running = null
}

/** Reads lists again, once for all that is told while it is under way. */
export function readAgain(ids: Iterable<string> = []): Promise<void> {
  for (const id of ids) waiting.add(id)
  asked = true
  running ??= readWhileAsked()
  return running
}

/** Reads again all that is on screen, as far as that can be done at once. */
export const readAllAgain = () =>
  readAgain(lists('active').flatMap(({ state }) => ((state.data as ItemPages | undefined)?.pages ?? []).flatMap(({ items }) => items[0]?.id ?? [])))

/** Begins every list anew, from its first page: so much has changed that reading it piece by piece makes no sense. */
export function readAnew() {
  for (const { queryKey } of lists('active'))
    queryClient.setQueryData<ItemPages>(queryKey, (now) => now && { pages: now.pages.slice(0, 1), pageParams: now.pageParams.slice(0, 1) })
  return readAgain()
}

/** Shows in its row what an act made of an item, before the list is read again. */
export function showChanged(item: FeedbackListItem) {
  queryClient.setQueriesData<ItemPages>({ queryKey: LISTS }, (now) => {
    if (!now?.pages.some((page) => page.items.some(({ id }) => id === item.id))) return now
    return {
      ...now,
      pages: now.pages.map((page) => ({
        ...page,
        items: page.items.map((one) => (one.id === item.id ? { ...one, ...item, marks: one.marks } : one)),
      })),
    }
  })
}
