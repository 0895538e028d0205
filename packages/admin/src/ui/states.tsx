import { CircleAlert, type IconNode } from 'lucide'
import type { ComponentChildren } from 'preact'
import { ProblemError } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { Later } from './later.tsx'

const ProblemFields = () => import('./problem-fields.tsx')

/** Grey lines where words will stand. */
export function Loading({ lines = 5 }: { lines?: number }) {
  const { t } = useLanguage()
  return (
    <div class="skeleton" role="status" aria-label={t.loading}>
      {Array.from({ length: lines }, (_, index) => (
        <i key={index} />
      ))}
    </div>
  )
}

interface EmptyProps {
  icon?: IconNode
  title: string
  children?: ComponentChildren
}

export const Empty = ({ icon, title, children }: EmptyProps) => (
  <div class="empty">
    {icon && <Icon of={icon} />}
    <strong>{title}</strong>
    {children}
  </div>
)

interface ProblemNoteProps {
  error: unknown
  /** What was kept of the person's work. */
  kept?: string
  retry?: () => void
}

/** What happened, what was kept, and what to do now. */
export function ProblemNote({ error, kept, retry }: ProblemNoteProps) {
  const { t } = useLanguage()
  if (!error) return null
  const code = error instanceof ProblemError ? error.code : 'internal'
  const fields = error instanceof ProblemError && Object.keys(error.fields).length > 0 ? error.fields : null
  return (
    <div class="problem" role="alert">
      <Icon of={CircleAlert} />
      <div class="stack" data-gap="small">
        <p>
          {t.problems[code]} {kept}
        </p>
        {fields && <Later load={ProblemFields} fields={fields} />}
        {retry && (
          <div>
            <Button small onClick={retry}>
              {t.retry}
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}

interface ReadProps<T> {
  query: { data: T | undefined; error: unknown; refetch: () => unknown }
  lines?: number
  children: (data: T) => ComponentChildren
}

/** What a query brings, or that it is on its way, or why it did not come. */
export function Read<T>({ query, lines, children }: ReadProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.error) return <ProblemNote error={query.error} retry={() => void query.refetch()} />
  return <Loading lines={lines} />
}
