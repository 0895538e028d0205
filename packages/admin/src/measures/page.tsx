import { type MeasureTemplate, measureTemplates } from '@klankbord/shared/measure-templates'
import type { Measure } from '@klankbord/shared/measures'
import { useQuery } from '@tanstack/preact-query'
import { ChartLine, Plus, Upload } from 'lucide'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useFullLanguage } from '../full-language.ts'
import { mayAct, useMe } from '../me.ts'
import '../styles/measures.css'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Empty, Read } from '../ui/states.tsx'
import { MeasureCard } from './card.tsx'
import { Entry } from './entry.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { MeasureDialog } from './measure-dialog.tsx'
import { measuresQuery } from './queries.ts'

type Opened = { dialog: 'new'; template: MeasureTemplate | null } | { dialog: 'import' }

/** Everything that is followed, as small multiples; or as a list to enter values in. */
export default function MeasuresPage() {
  const { t } = useFullLanguage()
  const me = useMe()
  const { path } = useLocation()
  const measures = useQuery(measuresQuery)
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = () => setOpened(null)
  const entering = path.endsWith('/enter')
  const any = !!measures.data?.items.length
  const acts = mayAct(me) && any && (
    <>
      <Button icon={Upload} onClick={() => setOpened({ dialog: 'import' })}>
        {t.measures.import}
      </Button>
      <Button look="primary" icon={Plus} onClick={() => setOpened({ dialog: 'new', template: null })}>
        {t.measures.add}
      </Button>
    </>
  )
  return (
    <Page title={t.measures.title} lead={t.measures.lead} acts={acts} wide>
      {any && mayAct(me) && (
        <nav class="segments" aria-label={t.measures.views}>
          <a href="/admin/measures" aria-current={entering ? undefined : 'page'}>
            {t.measures.all}
          </a>
          <a href="/admin/measures/enter" aria-current={entering ? 'page' : undefined}>
            {t.measures.enter}
          </a>
        </nav>
      )}
      <Read query={measures} lines={8}>
        {({ items }) =>
          items.length === 0 ? (
            <First onBegin={(template) => setOpened({ dialog: 'new', template })} />
          ) : entering ? (
            <Entry measures={items} />
          ) : (
            <Multiples measures={items} />
          )
        }
      </Read>
      {opened?.dialog === 'new' && <MeasureDialog measure={null} template={opened.template} onClose={close} />}
      {opened?.dialog === 'import' && <ImportDialog measures={measures.data?.items ?? []} onClose={close} />}
    </Page>
  )
}

const Multiples = ({ measures }: { measures: Measure[] }) => (
  <ul class="multiples">
    {measures.map((measure) => (
      <li key={measure.id}>
        <MeasureCard measure={measure} />
      </li>
    ))}
  </ul>
)

function First({ onBegin }: { onBegin: (template: MeasureTemplate | null) => void }) {
  const { t } = useFullLanguage()
  const me = useMe()
  return (
    <Empty icon={ChartLine} title={t.measures.none[0]}>
      <p>{t.measures.none[1]}</p>
      {mayAct(me) && (
        <div class="row first-measures">
          {measureTemplates.map((template) => (
            <Button key={template.key} onClick={() => onBegin(template)}>
              {t.measures.templates[template.key]}
            </Button>
          ))}
          <Button look="quiet" onClick={() => onBegin(null)}>
            {t.measures.own}
          </Button>
        </div>
      )}
    </Empty>
  )
}
