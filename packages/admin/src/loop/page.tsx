import type { Loop } from '@klankbord/shared/loop'
import { useQuery } from '@tanstack/preact-query'
import { Repeat } from 'lucide'
import { useLocation } from 'preact-iso'
import { useFullLanguage } from '../full-language.ts'
import '../styles/loop.css'
import { Field } from '../ui/field.tsx'
import { Page } from '../ui/page.tsx'
import { Empty, Read } from '../ui/states.tsx'
import { Course } from './course.tsx'
import { Funnel } from './funnel.tsx'
import { Parts } from './parts.tsx'
import { type Days, loopQuery } from './queries.ts'
import { Standing } from './standing.tsx'

/** Whether the organisation answers what its customers say: where it leaks, whether it keeps its word, and what came of it. */
export default function LoopPage() {
  const { t } = useFullLanguage()
  const { path, query, route } = useLocation()
  const asked: Days = { from: query.from || undefined, to: query.to || undefined }
  const loop = useQuery(loopQuery(asked))
  const ask = (name: string, value: string) => route(`${path}?${new URLSearchParams({ ...query, [name]: value })}`, true)
  return (
    <Page title={t.loop.title} lead={t.loop.lead} wide>
      <Read query={loop} lines={10}>
        {(loop) => (
          <>
            <Period loop={loop} onChange={ask} />
            {loop.received.n === 0 ? (
              <Nothing />
            ) : (
              <>
                <Funnel loop={loop} />
                <Standing loop={loop} />
                <Course days={{ from: loop.from, to: loop.to }} />
                <Parts days={{ from: loop.from, to: loop.to }} />
              </>
            )}
          </>
        )}
      </Read>
    </Page>
  )
}

function Nothing() {
  const { t } = useFullLanguage()
  const [title, text, link] = t.loop.empty
  return (
    <Empty icon={Repeat} title={title}>
      <p>{text}</p>
      <a class="button" href="/admin/settings/sites">
        {link}
      </a>
    </Empty>
  )
}

function Period({ loop, onChange }: { loop: Loop; onChange: (name: string, value: string) => void }) {
  const { t } = useFullLanguage()
  const field = (name: 'from' | 'to', label: string) => (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          type="date"
          name={name}
          value={loop[name]}
          min={name === 'to' ? loop.from : undefined}
          max={name === 'from' ? loop.to : undefined}
          onChange={({ currentTarget }) => currentTarget.value && onChange(name, currentTarget.value)}
        />
      )}
    </Field>
  )
  return (
    <fieldset class="row loop-period">
      <legend class="field-legend">{t.loop.period}</legend>
      {field('from', t.finding.fromDay)}
      {field('to', t.finding.toDay)}
    </fieldset>
  )
}
