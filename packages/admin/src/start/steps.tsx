import { useFullLanguage } from '../full-language.ts'

export const stepNames = ['owner', 'organisation', 'goal', 'site', 'invite'] as const
export type StepName = (typeof stepNames)[number]

/** Where one is in setting up. Steps inside the app can be gone back to. */
export function Steps({ current }: { current: StepName }) {
  const { t } = useFullLanguage()
  const here = stepNames.indexOf(current)
  return (
    <nav aria-label={t.start.steps}>
      <p class="unseen">{t.start.stepOf(here + 1, stepNames.length)}</p>
      <ol class="steps">
        {stepNames.map((step, index) => {
          const name = <span>{t.start.stepNames[step]}</span>
          return (
            <li key={step} aria-current={index === here ? 'step' : undefined} data-done={index < here || undefined}>
              {here >= 2 && index >= 2 && index !== here ? <a href={`/admin/start/${step}`}>{name}</a> : name}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
