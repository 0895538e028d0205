import { type RoutingModelStanding, suggestionEndpoints } from '@klankbord/shared/suggestions'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { GraduationCap, RefreshCw } from 'lucide'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { Button } from '../ui/button.tsx'
import { Empty, ProblemNote, Read } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { GoalTrials } from './goal-trials.tsx'
import { Part } from './part.tsx'
import { modelQuery, routingChanged } from './queries.ts'
import { ThresholdPart } from './threshold.tsx'

/** What was learned from people's decisions, and how far it may go by itself. */
export function Model() {
  const { t } = useFullLanguage()
  const model = useQuery(modelQuery)
  return (
    <div class="stack" data-gap="large">
      <p class="soft page-lead">{t.learned.lead}</p>
      <Read query={model} lines={8}>
        {(standing) =>
          standing.model === 0 && standing.goals.length === 0 ? (
            <>
              <Empty icon={GraduationCap} title={t.learned.none[0]}>
                <p>{t.learned.none[1]}</p>
                <Rebuild standing={standing} />
              </Empty>
              <Silent standing={standing} />
            </>
          ) : (
            <>
              <Standing standing={standing} />
              <ThresholdPart standing={standing} />
              <GoalTrials standing={standing} />
              <Twins standing={standing} />
              <Silent standing={standing} />
            </>
          )
        }
      </Read>
    </div>
  )
}

function Standing({ standing }: { standing: RoutingModelStanding }) {
  const { t, dates, number } = useFullLanguage()
  const texts = t.learned.model
  return (
    <Part title={texts.title}>
      <div class="row" data-ends>
        <div class="stack" data-gap="small">
          <p>{texts.examples(number(standing.examples), standing.examples)}</p>
          {standing.builtAt && <p class="soft note-size">{texts.built(standing.model, dates.moment(standing.builtAt))}</p>}
        </div>
        <Rebuild standing={standing} />
      </div>
    </Part>
  )
}

function Rebuild({ standing }: { standing: RoutingModelStanding }) {
  const { t } = useFullLanguage()
  const texts = t.learned.model
  const rebuild = useMutation({
    mutationFn: () => call(suggestionEndpoints.rebuildRoutingModel, {}),
    onSuccess: () => {
      routingChanged()
      say(texts.rebuilding)
    },
  })
  return (
    <div class="stack" data-gap="small">
      <Button icon={RefreshCw} busy={standing.isBuilding || rebuild.isPending} onClick={() => rebuild.mutate()}>
        {standing.isBuilding ? texts.building : texts.rebuild}
      </Button>
      <ProblemNote error={rebuild.error} />
    </div>
  )
}

/** Goals that get mixed up, each with the way to sharpen its text. */
function Twins({ standing: { twins } }: { standing: RoutingModelStanding }) {
  const { t, percent } = useFullLanguage()
  const texts = t.learned.twins
  if (twins.length === 0) return null
  return (
    <Part title={texts.title} lead={texts.lead}>
      <ul class="entries">
        {twins.map(({ goals: [one, other], confusion }) => (
          <li key={`${one?.id}${other?.id}`} class="entry pair-entry">
            <p>
              <a href={`/admin/goals/${one?.id}`}>{one?.title}</a> <span class="soft">{texts.and}</span>{' '}
              <a href={`/admin/goals/${other?.id}`}>{other?.title}</a>
            </p>
            <span class="soft note-size">{texts.confusion(percent(confusion))}</span>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Silent({ standing: { silent } }: { standing: RoutingModelStanding }) {
  const { t } = useFullLanguage()
  const texts = t.learned.silent
  if (silent.length === 0) return null
  return (
    <Part title={texts.title} lead={texts.lead}>
      <ul class="entries">
        {silent.map(({ id, title }) => (
          <li key={id} class="entry pair-entry">
            <p>{title}</p>
            <a class="button" data-small href={`/admin/goals/${id}`} aria-label={texts.mendOf(title)}>
              {texts.mend}
            </a>
          </li>
        ))}
      </ul>
    </Part>
  )
}
