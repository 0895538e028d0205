import { routingEndpoints } from '@klankbord/shared/routing'
import { suggestionEndpoints } from '@klankbord/shared/suggestions'
import { infiniteQueryOptions, queryOptions } from '@tanstack/preact-query'
import { call } from '../api.ts'
import { queryClient } from '../queries.ts'

export const rulesQuery = queryOptions({ queryKey: ['routing', 'rules'], queryFn: () => call(routingEndpoints.listRoutingRules, {}) })

export const warningsQuery = queryOptions({
  queryKey: ['routing', 'rules', 'warnings'],
  queryFn: () => call(routingEndpoints.listRuleWarnings, {}),
})

export const versionsQuery = infiniteQueryOptions({
  queryKey: ['routing', 'versions'],
  queryFn: ({ pageParam }) => call(routingEndpoints.listRulesVersions, { limit: 20, cursor: pageParam || undefined }),
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
})

/** Asks again while a model is being built, so that the page shows the new one by itself. */
export const modelQuery = queryOptions({
  queryKey: ['routing', 'model'],
  queryFn: () => call(suggestionEndpoints.readRoutingModel, {}),
  refetchInterval: (query) => (query.state.data?.isBuilding ? 2_000 : false),
})

export const qualityQuery = (from: string) =>
  queryOptions({ queryKey: ['routing', 'quality', from], queryFn: () => call(suggestionEndpoints.readRoutingQuality, { from }) })

export const flagWordsQuery = queryOptions({ queryKey: ['routing', 'flag-words'], queryFn: () => call(suggestionEndpoints.readFlagWords, {}) })

/** Beside the feedback, since every act there changes what waits to be routed. */
export const themesQuery = queryOptions({
  queryKey: ['feedback', 'themes'],
  queryFn: () => call(suggestionEndpoints.listThemes, {}),
  staleTime: 60_000,
})

export const routingChanged = () => void queryClient.invalidateQueries({ queryKey: ['routing'] })
