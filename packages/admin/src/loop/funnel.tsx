import type { LoopStanding } from '@klankbord/shared/finding'
import type { Loop } from '@klankbord/shared/loop'
import { useFullLanguage } from '../full-language.ts'
import { inboxAddress } from '../inbox/views.ts'

interface Step {
  name: 'received' | 'routed' | 'replied' | 'answered' | 'told' | 'helped'
  count: number
  of: number
  loop?: LoopStanding
}

const counted = ({ value, n }: { value: number | null; n: number | null }) => Math.round((value ?? 0) * (n ?? 0))

/** From received to helped, and where it leaks. Each number opens its list. */
export function Funnel({ loop }: { loop: Loop }) {
  const { t, number, percent } = useFullLanguage()
  const asked = loop.shareAnswered.n ?? 0
  const steps: Step[] = [
    { name: 'received', count: loop.received.value ?? 0, of: loop.received.value ?? 0 },
    { name: 'routed', count: loop.routed.value ?? 0, of: asked, loop: 'routed' },
    { name: 'replied', count: loop.replied.value ?? 0, of: asked, loop: 'replied' },
    { name: 'answered', count: counted(loop.shareAnswered), of: asked, loop: 'answered' },
    { name: 'told', count: counted(loop.shareTold), of: asked, loop: 'told' },
    { name: 'helped', count: counted(loop.shareHelped), of: loop.shareHelped.n ?? 0, loop: 'helped' },
  ]
  const days = { from: loop.from, to: loop.to }
  const widest = Math.max(1, loop.received.value ?? 0)
  const untold = Math.max(0, counted(loop.shareAnswered) - counted(loop.shareTold) - (loop.noAddress.value ?? 0))
  return (
    <section class="stack" aria-labelledby="funnel">
      <h2 id="funnel">{t.loop.funnel}</h2>
      <ol class="funnel">
        {steps.map(({ name, count, of, loop: standing }) => (
          <li key={name}>
            <span>{t.loop.steps[name]}</span>
            <span class="funnel-bar" aria-hidden="true">
              <i style={{ inlineSize: `${(100 * count) / widest}%` }} />
            </span>
            <a class="figure-cell" href={inboxAddress({ view: 'all', filter: { ...days, ...(standing && { loop: standing }) } })}>
              {number(count)}
            </a>
            <span class="figure-cell soft">{of === 0 ? t.loop.nothing : t.loop.share(percent(count / of), number(of))}</span>
          </li>
        ))}
      </ol>
      <ul class="stack" data-gap="small">
        <li>
          <a href={inboxAddress({ view: 'all', filter: { ...days, loop: 'no_address' } })}>{t.loop.noAddress(number(loop.noAddress.value ?? 0))}</a>{' '}
          <span class="soft">{t.loop.noAddressWhy}</span>
        </li>
        <li>
          <a href={inboxAddress({ view: 'all', filter: { ...days, loop: 'untold' } })}>{t.loop.untold(number(untold))}</a>{' '}
          <span class="soft">{t.loop.untoldWhy}</span>
        </li>
      </ul>
    </section>
  )
}
