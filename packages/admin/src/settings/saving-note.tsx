import type { SettingChange } from '@klankbord/shared/changes'
import { useQuery } from '@tanstack/preact-query'
import { CloudOff, Info, Undo2 } from 'lucide'
import { useId } from 'preact/hooks'
import { isProblem } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import '../styles/saving.css'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Loading, ProblemNote } from '../ui/states.tsx'
import { changesQuery, type Saving, undoChange } from './saving.ts'

/** What a saving came to, while it is not simply saved: no connection, somebody else who was first, or what is wrong. `onTheirs` lets go of one's own change. */
export function SavingNote({ saving, onTheirs }: { saving: Saving; onTheirs: () => void }) {
  const { t } = useFullLanguage()
  if (saving.waits) {
    return (
      <p class="saving-note" role="status">
        <Icon of={CloudOff} />
        <span>{t.saving.waits}</span>
      </p>
    )
  }
  if (isProblem(saving.error, 'stale')) return <Overtaken saving={saving} onTheirs={onTheirs} />
  return <ProblemNote error={saving.error} kept={t.textKept} />
}

function Overtaken({ saving, onTheirs }: { saving: Saving; onTheirs: () => void }) {
  const { t } = useFullLanguage()
  const texts = t.saving
  const { data } = useQuery(changesQuery(saving.about))
  const [change] = data?.items ?? []
  return (
    <div class="saving-note" role="alert">
      <Icon of={Info} />
      <div class="stack" data-gap="small">
        <p>{change ? texts.overtaken(change.by ?? texts.someone, fieldsOf(change, texts.fields)) : t.problems.stale}</p>
        <p class="row">
          <Button
            small
            onClick={() => {
              saving.giveUp()
              onTheirs()
            }}
          >
            {texts.takeTheirs}
          </Button>
          <Button small onClick={() => void saving.insist()}>
            {texts.keepMine}
          </Button>
        </p>
      </div>
    </div>
  )
}

/** Names what a change is about. */
const fieldsOf = ({ to }: Pick<SettingChange, 'to'>, names: Record<string, string>) =>
  Object.keys(to)
    .map((field) => names[field] ?? field)
    .join(', ')

/** A calm word, before it is saved, about what customers or colleagues will notice. */
export function WillChange({ lines }: { lines: readonly string[] }) {
  const { t } = useFullLanguage()
  const id = useId()
  if (lines.length === 0) return null
  return (
    <section class="will-change" aria-labelledby={id}>
      <p id={id}>{t.saving.willChange}</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

/** Who changed it before, with the way back. */
export function ChangeHistory({ about, refresh }: { about: string; refresh: () => void }) {
  const { t, dates } = useFullLanguage()
  const texts = t.saving
  const changes = useQuery(changesQuery(about))
  if (changes.isPending) return <Loading lines={2} />
  if (changes.error) return <ProblemNote error={changes.error} retry={() => void changes.refetch()} />
  const items = changes.data?.items ?? []
  if (items.length === 0) return <p class="soft note-size">{texts.noHistory}</p>
  return (
    <ol class="setting-changes">
      {items.map((change) => (
        <li key={change.id}>
          <p>
            {fieldsOf(change, texts.fields)}
            <span class="soft note-size">
              {change.by ?? texts.someone} · {dates.moment(change.at)}
            </span>
          </p>
          <Button
            small
            icon={Undo2}
            aria-label={`${t.undo}: ${fieldsOf(change, texts.fields)}, ${dates.moment(change.at)}`}
            onClick={() => void undoChange(change, t, refresh)}
          >
            {t.undo}
          </Button>
        </li>
      ))}
    </ol>
  )
}
