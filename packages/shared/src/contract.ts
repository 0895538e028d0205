import { attachmentEndpoints } from './attachments.ts'
import { bulkActEndpoints } from './bulk-acts.ts'
import { calendarEndpoints } from './calendar.ts'
import { changeEndpoints } from './changes.ts'
import { coverageEndpoints } from './coverage.ts'
import { customerEndpoints } from './customers.ts'
import { feedbackEndpoints } from './feedback.ts'
import { goalEndpoints } from './goals.ts'
import { heldReplyEndpoints } from './held-replies.ts'
import { identityEndpoints } from './identity.ts'
import { inboundEndpoints } from './inbound.ts'
import { initiativeEndpoints } from './initiatives.ts'
import { letterEndpoints } from './letters.ts'
import { liveEndpoints } from './live.ts'
import { loopEndpoints } from './loop.ts'
import { mailEndpoints } from './mails.ts'
import { measureEndpoints } from './measures.ts'
import { memberEndpoints } from './members.ts'
import { mergingEndpoints } from './merging.ts'
import { mineEndpoints } from './mine.ts'
import { notificationEndpoints } from './notifications.ts'
import { outcomeLifeEndpoints } from './outcome-life.ts'
import { outcomePictureEndpoints } from './outcome-pictures.ts'
import { outcomeReceiverEndpoints } from './outcome-receivers.ts'
import { outcomeEndpoints } from './outcomes.ts'
import { publicPageEndpoints } from './public-page.ts'
import { pulseEndpoints } from './pulses.ts'
import { replyTemplateEndpoints } from './reply-templates.ts'
import { routingEndpoints } from './routing.ts'
import { siteEndpoints } from './sites.ts'
import { storyEndpoints } from './stories.ts'
import { suggestionEndpoints } from './suggestions.ts'
import { teamEndpoints } from './teams.ts'
import { viewEndpoints } from './views.ts'

/** Every endpoint there is. The documentation and the test of who may see what are made from it. */
export const contract = {
  ...changeEndpoints,
  ...memberEndpoints,
  ...teamEndpoints,
  ...customerEndpoints,
  ...siteEndpoints,
  ...attachmentEndpoints,
  ...identityEndpoints,
  ...goalEndpoints,
  ...initiativeEndpoints,
  ...replyTemplateEndpoints,
  ...measureEndpoints,
  ...routingEndpoints,
  ...feedbackEndpoints,
  ...mergingEndpoints,
  ...bulkActEndpoints,
  ...liveEndpoints,
  ...heldReplyEndpoints,
  ...suggestionEndpoints,
  ...outcomeEndpoints,
  ...outcomePictureEndpoints,
  ...outcomeReceiverEndpoints,
  ...outcomeLifeEndpoints,
  ...loopEndpoints,
  ...mineEndpoints,
  ...mailEndpoints,
  ...inboundEndpoints,
  ...coverageEndpoints,
  ...storyEndpoints,
  ...publicPageEndpoints,
  ...pulseEndpoints,
  ...letterEndpoints,
  ...viewEndpoints,
  ...calendarEndpoints,
  ...notificationEndpoints,
}
