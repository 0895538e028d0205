import type { OutcomeKind } from '@klankbord/shared/widget'
import { outcomesOfMembers } from './outcomes-members.ts'
import { outcomesOfWorkshops } from './outcomes-workshops.ts'

interface Words {
  title: string
  did: string
  better?: string
  next?: string
}

/** What was done, and by whom; answers the voices that name its key. */
export interface DemoOutcome {
  key: string
  goal: string
  kind: OutcomeKind
  by: string
  /** Days ago. */
  published: number
  /** Still being written: it answers nobody yet, and is meant for what stands under its initiative. */
  isDraft?: true
  /** The initiative that led to it; its items stood under it. */
  initiative?: string
  nl: Words
  en?: Words
}

export const outcomes: DemoOutcome[] = [...outcomesOfWorkshops, ...outcomesOfMembers]
