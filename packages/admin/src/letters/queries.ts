import { letterEndpoints } from '@klankbord/shared/letters'
import { call } from '../api.ts'
import { queryClient } from '../queries.ts'

export const lettersQuery = { queryKey: ['letters'], queryFn: () => call(letterEndpoints.listLetters, {}) }
export const myMailsQuery = { queryKey: ['my-mails'], queryFn: () => call(letterEndpoints.readMyMails, {}) }
export const previewQuery = (teamId: string) => ({
  queryKey: ['letter-preview', teamId],
  queryFn: () => call(letterEndpoints.previewLetter, { teamId }),
  staleTime: 0,
})

export const lettersChanged = () => void queryClient.invalidateQueries({ queryKey: lettersQuery.queryKey })
