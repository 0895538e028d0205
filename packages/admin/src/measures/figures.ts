import type { Measure, MeasurePeriod } from '@klankbord/shared/measures'
import { useFullLanguage } from '../full-language.ts'
import { useMe } from '../me.ts'
import { withUnit } from './numbers.ts'
import { dayOf, periodLabel } from './periods.ts'

/** How figures and periods are written in the language of who looks. */
export function useFigures() {
  const { t, code } = useFullLanguage()
  const { timeZone } = useMe().organisation
  const texts = t.measures
  return {
    value: (value: number, unit: string) => withUnit(value, unit, code, texts.units),
    unit: (unit: string) => texts.unitNames[unit as keyof typeof texts.unitNames] ?? unit,
    period: (at: string, period: MeasurePeriod) => periodLabel(dayOf(at, timeZone), period, code, texts.week),
    day: (at: string) => dayOf(at, timeZone),
    today: () => dayOf(new Date().toISOString(), timeZone),
    sample: (n: number | null) => (n === null ? texts.noSample : texts.sample(new Intl.NumberFormat(code).format(n))),
    source: ({ source, computed }: Pick<Measure, 'source' | 'computed'>) =>
      computed ? `${texts.sources.computed}: ${texts.metrics[computed.metric]}` : texts.sources[source],
  }
}
