import type { Measure } from '@klankbord/shared/measures'
import { measureEndpoints } from '@klankbord/shared/measures'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { ArrowLeft, Pencil, Trash2, Upload } from 'lucide'
import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import '../styles/measures.css'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { Icon } from '../ui/icon.tsx'
import { Page } from '../ui/page.tsx'
import { Read } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { Ends, Updated, useTeamOf } from './card.tsx'
import { LargeChart } from './chart.tsx'
import { useFigures } from './figures.ts'
import { History } from './history.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { MeasureDialog } from './measure-dialog.tsx'
import { Numbers } from './numbers-table.tsx'
import { measureQuery, measuresChanged, seriesQuery } from './queries.ts'
import { Ranking } from './ranking.tsx'

type Opened = 'edit' | 'import' | 'remove'

/** One measure, large: its line, its numbers as a table, how teams compare, and what happened to it. */
export default function MeasurePage() {
  const { params } = useRoute()
  const measure = useQuery(measureQuery(params.id ?? ''))
  return (
    <Read query={measure} lines={8}>
      {(measure) => <OneMeasure measure={measure} />}
    </Read>
  )
}

function OneMeasure({ measure }: { measure: Measure }) {
  const { t } = useFullLanguage()
  const figures = useFigures()
  const [opened, setOpened] = useState<Opened | null>(null)
  const team = useTeamOf(measure)
  const acts = (
    <>
      {measure.may.enter && (
        <Button icon={Upload} onClick={() => setOpened('import')}>
          {t.measures.import}
        </Button>
      )}
      {measure.may.change && (
        <Button icon={Pencil} onClick={() => setOpened('edit')}>
          {t.goal.change}
        </Button>
      )}
      {measure.may.changeTarget && (
        <Button look="danger" icon={Trash2} onClick={() => setOpened('remove')}>
          {t.measures.dialog.remove}
        </Button>
      )}
    </>
  )
  const lead = (
    <>
      {team} · {figures.source(measure)} · <Updated measure={measure} /> · {measure.owner ?? t.measures.ownerless}
    </>
  )
  return (
    <Page title={measure.name} lead={lead} acts={acts} wide>
      <p>
        <a class="row" href="/admin/measures">
          <Icon of={ArrowLeft} />
          {t.measures.detail.back}
        </a>
      </p>
      <Line measure={measure} />
      {measure.computed && measure.computed.metric !== 'timeToReply' && measure.computed.metric !== 'timeToOutcome' && (
        <Ranking metric={measure.computed.metric} unit={measure.unit} />
      )}
      <History id={measure.id} />
      {opened === 'edit' && <MeasureDialog measure={measure} onClose={() => setOpened(null)} />}
      {opened === 'import' && <ImportDialog measures={[measure]} measureId={measure.id} onClose={() => setOpened(null)} />}
      {opened === 'remove' && <RemoveMeasure measure={measure} onClose={() => setOpened(null)} />}
    </Page>
  )
}

function Line({ measure }: { measure: Measure }) {
  const { t, dates } = useFullLanguage()
  const figures = useFigures()
  const series = useQuery(seriesQuery(measure.id))
  return (
    <Read query={series} lines={6}>
      {({ points, period, outcomes }) => {
        const [first, last] = [points[0], points.at(-1)]
        const shown = (value: number) => figures.value(value, measure.unit)
        if (!first || !last) return <p class="soft">{measure.computed ? t.measures.noValuesComputed : t.measures.noValues}</p>
        return (
          <>
            <figure class="stack" data-gap="small">
              <p class="measure-now">
                <strong>{shown(last.value)}</strong>
                <span class="soft">
                  {figures.period(last.at, period)} · {figures.sample(last.n)}
                </span>
              </p>
              <LargeChart
                {...measure}
                points={points}
                outcomes={outcomes}
                label={t.measures.chart(measure.name, shown(first.value), shown(last.value))}
                valueText={shown}
                timeText={(at) => figures.period(at, period)}
                pointText={(i) => {
                  const point = points[i] ?? last
                  return `${figures.period(point.at, period)}: ${shown(point.value)}, ${figures.sample(point.n)}`
                }}
              />
              <Ends measure={measure} />
            </figure>
            {outcomes.length > 0 && (
              <section class="stack" data-gap="small">
                <h2>{t.measures.detail.marked}</h2>
                <ul>
                  {outcomes.toReversed().map(({ id, title, at }) => (
                    <li key={id}>
                      <a href={`/admin/outcomes/${id}`}>{title}</a> <span class="soft note-size">{dates.day(at)}</span>
                    </li>
                  ))}
                </ul>
              </section>
            )}
            <Numbers measure={measure} points={points} period={period} />
          </>
        )
      }}
    </Read>
  )
}

function RemoveMeasure({ measure, onClose }: { measure: Measure; onClose: () => void }) {
  const { t } = useFullLanguage()
  const { route } = useLocation()
  const texts = t.measures.dialog
  const remove = useMutation({
    mutationFn: () => call(measureEndpoints.removeMeasure, { id: measure.id }),
    onSuccess: () => {
      say(texts.removed(measure.name))
      route('/admin/measures')
      measuresChanged()
    },
  })
  return (
    <Confirm
      danger
      title={texts.removeTitle}
      act={texts.remove}
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <p>{texts.removeText}</p>
    </Confirm>
  )
}
