import type { Computed } from '@klankbord/shared/measures'

/** What is followed over time; `values` are one a week, month or quarter, the last one the newest. What was before them wandered around the baseline. */
export interface DemoMeasure {
  /** Null for a measure of the whole organisation. */
  goal: string | null
  name: string
  unit: string
  direction: 'up' | 'down'
  baseline: number
  target: number
  source: 'entered' | 'imported'
  every: 'week' | 'month' | 'quarter'
  values: number[]
  /** How many each value was taken from, about. */
  sample?: number
}

/** What the company has computed from its own loop. */
export const computedMeasures: {
  goal: string | null
  name: string
  unit: string
  direction: 'up' | 'down'
  target: number | null
  computed: Computed
}[] = [
  { goal: null, name: 'Complimenten', unit: 'count', direction: 'up', target: 25, computed: { metric: 'compliments' } },
  { goal: null, name: 'Klachten', unit: 'count', direction: 'down', target: 12, computed: { metric: 'complaints' } },
  { goal: 'company', name: 'Klanten die tevreden zijn', unit: '%', direction: 'up', target: 50, computed: { metric: 'csat' } },
  { goal: null, name: 'Feedback die een resultaat kreeg', unit: '%', direction: 'up', target: 95, computed: { metric: 'answered' } },
  { goal: null, name: 'Resultaten die hielpen', unit: '%', direction: 'up', target: 75, computed: { metric: 'helped' } },
  { goal: null, name: 'Tot het eerste antwoord', unit: 'days', direction: 'down', target: 1, computed: { metric: 'timeToReply' } },
]

export const measures: DemoMeasure[] = [
  {
    goal: 'oosterpoort',
    name: 'Klaar op de beloofde dag',
    unit: '%',
    direction: 'up',
    baseline: 61,
    target: 90,
    source: 'imported',
    every: 'week',
    values: [61, 59, 63, 60, 64, 66, 71, 78, 84, 82, 85, 83, 86, 88, 85, 87, 88, 86, 89, 90, 88, 87, 89, 91, 89, 90],
  },
  {
    goal: 'zernike',
    name: 'Wachttijd aan de balie',
    unit: 'minuten',
    direction: 'down',
    baseline: 24,
    target: 10,
    source: 'entered',
    every: 'week',
    values: [24, 26, 23, 27, 25, 24, 26, 23, 24, 22, 23, 21, 20, 21, 19, 18, 17, 9, 7, 6, 7, 6, 8, 7, 6, 7],
  },
  {
    goal: 'home',
    name: 'Gekomen in het afgesproken uur',
    unit: '%',
    direction: 'up',
    baseline: 68,
    target: 95,
    source: 'imported',
    every: 'week',
    values: [68, 66, 69, 70, 72, 71, 76, 81, 84, 88, 87, 90, 89, 91, 90, 88, 92, 91, 93, 92, 90, 93, 94, 92, 93, 93],
  },
  {
    goal: 'fleet',
    name: 'Kapot licht bij de keuring',
    unit: '%',
    direction: 'down',
    baseline: 14,
    target: 3,
    source: 'entered',
    every: 'month',
    values: [14, 14.5, 11, 7.5, 4.2, 3.8],
  },
  {
    goal: 'service',
    name: 'Wachttijd aan de telefoon',
    unit: 'minuten',
    direction: 'down',
    baseline: 3.5,
    target: 2,
    source: 'imported',
    every: 'week',
    values: [3.5, 3.2, 3.6, 3.4, 3.1, 3.3, 3.5, 3.2, 3.4, 3.6, 3.5, 3.8, 3.7, 4.1, 4, 4.4, 4.3, 4.9, 5.6, 6.1, 6.8, 7.2, 7.9, 8.1, 7.8, 8.4],
  },
  {
    goal: 'service',
    name: 'Eerste antwoord per mail',
    unit: 'uren',
    direction: 'down',
    baseline: 20,
    target: 8,
    source: 'imported',
    every: 'month',
    values: [20, 17.5, 14, 11, 9.5, 9],
  },
  {
    goal: 'invoices',
    name: 'Vragen over facturen',
    unit: 'vragen per maand',
    direction: 'down',
    baseline: 46,
    target: 15,
    source: 'entered',
    every: 'month',
    values: [46, 44, 39, 24, 21, 19],
  },
  {
    goal: 'app',
    name: 'Afspraken die online lukken',
    unit: '%',
    direction: 'up',
    baseline: 54,
    target: 90,
    source: 'imported',
    every: 'week',
    values: [54, 53, 55, 52, 56, 55, 58, 57, 60, 63, 70, 76, 79, 81, 80, 82, 81, 83, 82, 84, 83, 85, 84, 86, 85, 86],
  },
  {
    goal: 'language',
    name: 'Nieuwe leden die Engels kiezen',
    unit: '%',
    direction: 'up',
    baseline: 0,
    target: 25,
    source: 'imported',
    every: 'month',
    values: [0, 0, 4, 17, 20, 22],
  },
  {
    goal: 'shop',
    name: 'Afgezegde bestellingen',
    unit: '%',
    direction: 'down',
    baseline: 11,
    target: 2,
    source: 'entered',
    every: 'month',
    values: [11, 11.5, 9, 5.5, 3.4, 3],
  },
  {
    goal: 'company',
    name: 'Leden die ons aanraden (NPS)',
    unit: 'score',
    direction: 'up',
    baseline: 31,
    target: 50,
    source: 'entered',
    every: 'month',
    values: [31, 30, 35, 39, 42, 44],
    sample: 340,
  },
  {
    goal: null,
    name: 'Ziekteverzuim',
    unit: '%',
    direction: 'down',
    baseline: 6.1,
    target: 4,
    source: 'imported',
    every: 'month',
    values: [6.1, 6.3, 5.7, 5.2, 4.9, 4.8],
  },
  {
    goal: null,
    name: 'Hoe lang vacatures openstaan',
    unit: 'days',
    direction: 'down',
    baseline: 96,
    target: 45,
    source: 'entered',
    every: 'month',
    values: [96, 102, 98, 81, 66, 58],
  },
  {
    goal: null,
    name: 'Collega’s die werken hier aanraden (eNPS)',
    unit: 'score',
    direction: 'up',
    baseline: 4,
    target: 25,
    source: 'entered',
    every: 'quarter',
    values: [2, 5, 3, 8, 11, 9, 15, 19],
    sample: 190,
  },
]
