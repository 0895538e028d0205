import type { Helped } from '@klankbord/shared/widget'
import { daysBefore, hoursAfter, whenUp } from './calendar.ts'
import type { Chance } from './chance.ts'
import type { Step } from './plot.ts'
import type { Answering } from './plot-answers.ts'

/** What the customer does with the outcome: nothing, read it, or say whether it helped. */
export function react({ voice, outcome, published }: Answering, now: Date, chance: Chance): Step[] {
  if (!outcome || !published) return []
  const at = whenUp(hoursAfter(published, chance.between(0.3, 90)))
  const { reaction } = voice
  if (reaction) {
    const said = reaction.daysAgo === null ? at : whenUp(hoursAfter(daysBefore(now, reaction.daysAgo), -2))
    return [seen(at), { does: 'react', voice, helped: reaction.helped, text: reaction.text, at: hoursAfter(said, 0.05) }]
  }
  if (chance.happens(0.4)) return [seen(at), { does: 'react', voice, helped: mood(outcome.kind, chance), text: '', at: hoursAfter(at, 0.05) }]
  return chance.happens(0.45) ? [seen(at)] : []

  function seen(at: Date): Step {
    return { does: 'see', voice, at }
  }
}

function mood(kind: string, chance: Chance): Helped {
  const share = { done: 0.86, answer: 0.9, partly: 0.6, not_doing: 0.35 }[kind] ?? 0.8
  return chance.happens(share) ? 'yes' : 'partly'
}
