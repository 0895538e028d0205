import { pulseEndpoints } from '@klankbord/shared/pulses'
import { call } from '../api.ts'
import { queryClient } from '../queries.ts'

export const pulsesQuery = { queryKey: ['pulses'], queryFn: () => call(pulseEndpoints.listPulses, {}) }
export const roundsQuery = (id: string) => ({ queryKey: ['pulses', id, 'rounds'], queryFn: () => call(pulseEndpoints.listPulseRounds, { id }) })

/** The list and the rounds of each. */
export const pulsesChanged = () => void queryClient.invalidateQueries({ queryKey: pulsesQuery.queryKey })
