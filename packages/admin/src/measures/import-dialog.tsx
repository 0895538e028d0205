import { type ImportPreview, type Measure, measureEndpoints } from '@klankbord/shared/measures'
import { useMutation } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea } from '../ui/field.tsx'
import { ProblemNote } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { Columns, type Reading, readingOf } from './import-columns.tsx'
import { ImportProblems, Understood } from './import-rows.tsx'
import { measuresChanged } from './queries.ts'

interface Looked {
  file: Blob
  preview: ImportPreview
  reading: Reading
}

interface ImportProps {
  measures: Measure[]
  /** The measure that a file with one column of values is for. */
  measureId?: string
  onClose: () => void
}

/** Values from a file or a spreadsheet: chosen or pasted, looked at, and then stored, with a way back. */
export function ImportDialog({ measures, measureId, onClose }: ImportProps) {
  const { t } = useFullLanguage()
  const texts = t.measures.importing
  const targets = measures.filter(({ may }) => may.enter)
  const [looked, setLooked] = useState<Looked | null>(null)
  // Kept here, so that it can be mended after it was looked at.
  const [pasted, setPasted] = useState('')
  const look = useMutation({
    mutationFn: async ({ file, reading }: { file: Blob; reading: Reading | null }) => {
      const asked = reading ? readingInput(reading) : { measureId }
      const preview = await call(measureEndpoints.previewMeasureImport, asked, { bytes: file })
      return { file, preview, reading: readingOf(preview) }
    },
    onSuccess: setLooked,
  })
  return (
    <Dialog title={texts.title} onClose={onClose} wide={looked !== null}>
      {targets.length === 0 ? (
        <p>{texts.noTargets}</p>
      ) : looked === null ? (
        <Choose
          pasted={pasted}
          onPaste={setPasted}
          busy={look.isPending}
          error={look.error}
          onChoose={(file) => look.mutate({ file, reading: null })}
        />
      ) : (
        <>
          <Columns
            preview={looked.preview}
            reading={looked.reading}
            targets={targets}
            onChange={(reading) => look.mutate({ file: looked.file, reading })}
          />
          <Understood preview={looked.preview} targets={targets} />
          <ImportProblems preview={looked.preview} />
          <ProblemNote error={look.error} />
          <Store looked={looked} busy={look.isPending} onAgain={() => setLooked(null)} onClose={onClose} />
        </>
      )}
    </Dialog>
  )
}

/** How a file is read, as the server takes it. */
const readingInput = ({ measures, date, sample, decimal, order }: Reading) => ({
  ...(measures.size > 0 && { measures: [...measures].map(([column, id]) => `${column}:${id}`).join(',') }),
  ...(date !== null && { date }),
  ...(sample !== null && { sample }),
  decimal,
  order,
})

interface ChooseProps {
  pasted: string
  onPaste: (text: string) => void
  busy: boolean
  error: unknown
  onChoose: (file: Blob) => void
}

function Choose({ pasted, onPaste, busy, error, onChoose }: ChooseProps) {
  const { t } = useFullLanguage()
  const texts = t.measures.importing
  return (
    <div class="stack">
      <p class="soft">{texts.lead}</p>
      <label class="field">
        <span class="field-legend">{texts.file}</span>
        <input
          type="file"
          class="control"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          autofocus
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? []
            if (file) onChoose(file)
          }}
        />
      </label>
      <TextArea
        short
        label={texts.paste}
        value={pasted}
        onInput={(event) => onPaste(event.currentTarget.value)}
        placeholder={'2026-01\t5,8\n2026-02\t5,1'}
      />
      <ProblemNote error={error} kept={t.textKept} />
      <footer class="dialog-foot">
        <Button look="primary" busy={busy || pasted.trim() === ''} onClick={() => onChoose(new Blob([pasted]))}>
          {texts.look}
        </Button>
      </footer>
    </div>
  )
}

interface StoreProps {
  looked: Looked
  busy: boolean
  onAgain: () => void
  onClose: () => void
}

function Store({ looked: { file, preview, reading }, busy, onAgain, onClose }: StoreProps) {
  const { t, number } = useFullLanguage()
  const texts = t.measures.importing
  const store = useMutation({
    mutationFn: () => call(measureEndpoints.importMeasures, { measures: '', ...readingInput(reading) }, { bytes: file }),
    onSuccess: ({ id, stored }) => {
      measuresChanged()
      say(texts.done(number(stored)), { label: t.undo, onClick: () => void undo(id) })
      onClose()
    },
  })
  const undo = async (importId: string) => {
    const { kept } = await call(measureEndpoints.undoMeasureImport, { importId })
    measuresChanged()
    say(kept === 0 ? texts.undone : texts.kept(number(kept)))
  }
  const ready = preview.problemCount === 0 && preview.points > 0 && preview.date !== null && reading.measures.size > 0
  return (
    <>
      {preview.date === null && <p role="alert">{texts.noDate}</p>}
      {preview.date !== null && reading.measures.size === 0 && <p role="alert">{texts.noMeasure}</p>}
      <ProblemNote error={store.error} />
      <footer class="dialog-foot">
        <Button onClick={onAgain}>{texts.again}</Button>
        <Button look="primary" busy={busy || store.isPending} disabled={!ready} onClick={() => store.mutate()}>
          {texts.act(number(preview.points))}
        </Button>
      </footer>
    </>
  )
}
