import { type ShareKind, storyEndpoints } from '@klankbord/shared/stories'
import { queryOptions } from '@tanstack/preact-query'
import { call } from '../api.ts'

const of = (teamId: string) => (teamId ? { teamId } : {})

/** `teamId` is empty for the whole organisation. */
export const storyQuery = (teamId: string) =>
  queryOptions({
    queryKey: ['story', teamId],
    queryFn: ({ signal }) => call(storyEndpoints.readStory, of(teamId), { signal }),
  })

export const shareLinkQuery = (kind: ShareKind, teamId: string) =>
  queryOptions({
    queryKey: ['share-links', kind, teamId],
    queryFn: ({ signal }) => call(storyEndpoints.readShareLink, { kind, ...of(teamId) }, { signal }),
  })

export const makeLink = (kind: ShareKind, teamId: string) => call(storyEndpoints.createShareLink, { kind, ...of(teamId) })
export const revokeLink = (id: string) => call(storyEndpoints.revokeShareLink, { id })

/** The page of a story for who is signed in. */
export const pageAddress = (teamId: string) => `/api/v1/story/page${teamId ? `?${new URLSearchParams({ teamId })}` : ''}`
