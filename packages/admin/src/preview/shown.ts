import type { Site } from '@klankbord/shared/sites'
import type { Kind } from '@klankbord/shared/widget'

/** What the widget would be told of the site. */
export type Configuration = Pick<Site, 'kinds' | 'questions' | 'rating' | 'look' | 'texts' | 'locale' | 'identifies'> & { organisation: string }

/** How far the customer is: only the button, the choice of a kind, or the form for one. */
export type Step = 'button' | 'choose' | Kind

/** What an admin wants to see of the widget. */
export interface Shown {
  configuration: Configuration
  step: Step
  language: string
  theme: 'light' | 'dark'
}

/** What the preview says once it listens. */
export const READY = 'klankbord-preview-ready'
