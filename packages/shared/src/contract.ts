import { attachmentEndpoints } from './attachments.ts'
import { coverageEndpoints } from './coverage.ts'
import { customerEndpoints } from './customers.ts'
import { feedbackEndpoints } from './feedback.ts'
import { goalEndpoints } from './goals.ts'
import { identityEndpoints } from './identity.ts'
import { initiativeEndpoints } from './initiatives.ts'
import { letterEndpoints } from './letters.ts'
import { loopEndpoints } from './loop.ts'
import { mailEndpoints } from './mails.ts'
import { measureEndpoints } from './measures.ts'
import { memberEndpoints } from './members.ts'
import { mineEndpoints } from './mine.ts'
import { outcomeEndpoints } from './outcomes.ts'
import { pulseEndpoints } from './pulses.ts'
import { routingEndpoints } from './routing.ts'
import { siteEndpoints } from './sites.ts'
import { storyEndpoints } from './stories.ts'
import { suggestionEndpoints } from './suggestions.ts'
import { teamEndpoints } from './teams.ts'

/** Every endpoint there is. The documentation and the test of who may see what are made from it. */
export const contract = {
  ...memberEndpoints,
  ...teamEndpoints,
  ...customerEndpoints,
  ...siteEndpoints,
  ...attachmentEndpoints,
  ...identityEndpoints,
  ...goalEndpoints,
  ...initiativeEndpoints,
  ...measureEndpoints,
  ...routingEndpoints,
  ...feedbackEndpoints,
  ...suggestionEndpoints,
  ...outcomeEndpoints,
  ...loopEndpoints,
  ...mineEndpoints,
  ...mailEndpoints,
  ...coverageEndpoints,
  ...storyEndpoints,
  ...pulseEndpoints,
  ...letterEndpoints,
}
