import { type Calendar, calendarEndpoints } from '@klankbord/shared/calendar'
import { keepPreviousData, queryOptions } from '@tanstack/preact-query'
import { call } from '../api.ts'

/** A calendar without its history. */
export const plain = ({ timeZone, workdays, holidays, ownDays }: Calendar): Calendar => ({ timeZone, workdays, holidays, ownDays })

export const calendarQuery = { queryKey: ['calendar'], queryFn: () => call(calendarEndpoints.readCalendar, {}) }

export const freeDaysQuery = (year: number) =>
  queryOptions({
    queryKey: ['calendar', 'days', year],
    queryFn: () => call(calendarEndpoints.listFreeDays, { year }),
    placeholderData: keepPreviousData,
  })

/** What a calendar would do; asked anew at each change. */
export const calendarPreviewQuery = (calendar: Calendar, year: number) =>
  queryOptions({
    queryKey: ['calendar', 'preview', year, JSON.stringify(calendar)],
    queryFn: ({ signal }) => call(calendarEndpoints.previewCalendar, { ...calendar, year }, { signal }),
    retry: false,
  })
