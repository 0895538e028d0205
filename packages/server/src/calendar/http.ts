import { calendarEndpoints } from '@klankbord/shared/calendar'
import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { serve } from '../http/serve.ts'
import { changeCalendar } from './change-calendar.ts'
import { listFreeDays, previewCalendar } from './free-days.ts'
import { readCalendar } from './read-calendar.ts'

export function mountCalendar(app: Hono<Env>, deps: Deps) {
  serve(app, calendarEndpoints.readCalendar, (_, { scope }) => readCalendar(deps.db, scope))
  serve(app, calendarEndpoints.changeCalendar, (input, { scope }) => changeCalendar(deps, scope, input))
  serve(app, calendarEndpoints.listFreeDays, (input, { scope }) => listFreeDays(deps, scope, input))
  serve(app, calendarEndpoints.previewCalendar, (input, { scope }) => previewCalendar(deps, scope, input))
}
