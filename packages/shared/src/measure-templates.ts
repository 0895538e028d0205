import type { Computed, Measure } from './measures.ts'

/** A measure that most organisations want, ready to be followed. Its name is a text of the app. */
export interface MeasureTemplate extends Pick<Measure, 'unit' | 'direction' | 'period' | 'source'> {
  key: 'customerExperience' | 'engagement' | 'absenteeism' | 'vacancies' | 'compliments' | 'complaints'
  computed: Computed | null
}

export const measureTemplates: readonly MeasureTemplate[] = [
  { key: 'customerExperience', unit: '%', direction: 'up', period: 'month', source: 'computed', computed: { metric: 'csat' } },
  { key: 'engagement', unit: 'score', direction: 'up', period: 'quarter', source: 'entered', computed: null },
  { key: 'absenteeism', unit: '%', direction: 'down', period: 'month', source: 'imported', computed: null },
  { key: 'vacancies', unit: 'days', direction: 'down', period: 'month', source: 'entered', computed: null },
  { key: 'compliments', unit: 'count', direction: 'up', period: 'month', source: 'computed', computed: { metric: 'compliments' } },
  { key: 'complaints', unit: 'count', direction: 'down', period: 'month', source: 'computed', computed: { metric: 'complaints' } },
]

/** In what each computed figure is counted, and which way is better. */
export const metricUnits: Record<Computed['metric'], Pick<Measure, 'unit' | 'direction'>> = {
  compliments: { unit: 'count', direction: 'up' },
  complaints: { unit: 'count', direction: 'down' },
  ratio: { unit: 'score', direction: 'up' },
  csat: { unit: '%', direction: 'up' },
  nps: { unit: 'score', direction: 'up' },
  ces: { unit: 'score', direction: 'up' },
  timeToReply: { unit: 'days', direction: 'down' },
  timeToOutcome: { unit: 'days', direction: 'down' },
  answered: { unit: '%', direction: 'up' },
  told: { unit: '%', direction: 'up' },
  helped: { unit: '%', direction: 'up' },
  promiseKept: { unit: '%', direction: 'up' },
}
