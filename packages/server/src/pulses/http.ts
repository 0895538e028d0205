import { pulseEndpoints } from '@klankbord/shared/pulses'
import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { serve } from '../http/serve.ts'
import { closeRoundNow } from './close-round.ts'
import { openRoundNow } from './open-round.ts'
import { readRounds } from './read-rounds.ts'
import { changePulse, createPulse } from './set-up-pulse.ts'
import { listPulses } from './store.ts'

export function mountPulses(app: Hono<Env>, deps: Deps) {
  serve(app, pulseEndpoints.listPulses, async (_, { scope }) => ({ items: await listPulses(deps.db, scope), next: null }))
  serve(app, pulseEndpoints.createPulse, (input, { scope }) => createPulse(deps, scope, input))
  serve(app, pulseEndpoints.changePulse, (input, { scope }) => changePulse(deps, scope, input))
  serve(app, pulseEndpoints.listPulseRounds, async ({ id }, { scope }) => ({ items: await readRounds(deps.db, scope, id), next: null }))
  serve(app, pulseEndpoints.openPulseRound, ({ id }, { scope }) => openRoundNow(deps, scope, id))
  serve(app, pulseEndpoints.closePulseRound, (input, { scope }) => closeRoundNow(deps, scope, input))
}
