import { type DryRun as Outcome, suggestionEndpoints } from '@klankbord/shared/suggestions'
import { useMutation } from '@tanstack/preact-query'
import { ArrowRight, FlaskConical } from 'lucide'
import type * as z from 'zod'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { inboxAddress, type ViewName } from '../inbox/views.ts'
import '../styles/routing.css'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Loading, ProblemNote } from '../ui/states.tsx'

/** What is tried: other rules, another threshold, other texts of goals. */
export type DryRunDraft = Omit<z.input<typeof suggestionEndpoints.dryRunRouting.input>, 'last'>

interface DryRunProps {
  /** Null where there is nothing to try yet; asked for when it is tried. */
  draft: () => DryRunDraft | null
  /** Changes whenever the draft does, so that an old answer is not taken for a new one. */
  stamp: string
}

/** Tries a draft on what came in last, and shows what would go elsewhere. Nothing is changed by it. */
export function DryRun({ draft, stamp }: DryRunProps) {
  const { t } = useFullLanguage()
  const texts = t.routing.dryRun
  const run = useMutation({
    mutationFn: ({ what }: { what: DryRunDraft; stamp: string }) => call(suggestionEndpoints.dryRunRouting, { ...what, last: 1000 }),
  })
  const start = () => {
    const what = draft()
    if (what) run.mutate({ what, stamp })
  }
  return (
    <section class="stack" data-gap="small" aria-label={texts.title}>
      <div class="row">
        <Button icon={FlaskConical} busy={run.isPending} disabled={draft() === null} onClick={start}>
          {run.data ? texts.again : texts.act}
        </Button>
        <span class="soft note-size">{texts.promise}</span>
      </div>
      <div role="status" class="stack" data-gap="small">
        {run.isPending && <Loading lines={3} />}
        {run.data && !run.isPending && (
          <>
            {run.variables?.stamp !== stamp && <p class="field-hint">{texts.outdated}</p>}
            <Result outcome={run.data} />
            {run.data.moves.some(({ by }) => by === 'model') && <p class="field-hint">{texts.knowing}</p>}
          </>
        )}
      </div>
      <ProblemNote error={run.error} />
    </section>
  )
}

function Result({ outcome: { tried, changed, moves } }: { outcome: Outcome }) {
  const { t, number } = useFullLanguage()
  const texts = t.routing.dryRun
  if (tried === 0) return <p>{texts.nothing}</p>
  if (changed === 0) return <p>{texts.same(number(tried))}</p>
  return (
    <>
      <p>
        <strong>{texts.changed(number(changed), number(tried), changed)}</strong>
      </p>
      <table class="dry-run">
        <thead>
          <tr>
            <th scope="col">
              {texts.from} <Icon of={ArrowRight} /> {texts.to}
            </th>
            <th scope="col">{texts.by}</th>
            <th scope="col" class="figure-cell">
              {texts.count}
            </th>
          </tr>
        </thead>
        <tbody>
          {moves.map((move) => (
            <Move key={`${move.from?.id}${move.to?.id}${move.by}`} move={move} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function Move({ move: { from, to, by, count, examples } }: { move: Outcome['moves'][number] }) {
  const { t, number } = useFullLanguage()
  const texts = t.routing.dryRun
  const [fromWords, toWords] = [from?.title ?? texts.pile, to?.title ?? texts.pile]
  return (
    <tr>
      <th scope="row">
        <span class="soft">{fromWords}</span> <Icon of={ArrowRight} /> {toWords}
        {examples.length > 0 && (
          <details>
            <summary aria-label={texts.examples(fromWords, toWords)}>{texts.show}</summary>
            <Examples of={examples} />
          </details>
        )}
      </th>
      <td class="soft">{texts.bys[by]}</td>
      <td class="figure-cell">{number(count)}</td>
    </tr>
  )
}

/** What customers said, each the way to the whole of it. */
export const Examples = ({ of, view = 'waiting' }: { of: readonly { id: string; message: string }[]; view?: ViewName }) => (
  <ul class="examples">
    {of.map(({ id, message }) => (
      <li key={id}>
        <a href={inboxAddress({ view, id })} target="_blank" rel="noreferrer">
          {message}
        </a>
      </li>
    ))}
  </ul>
)
