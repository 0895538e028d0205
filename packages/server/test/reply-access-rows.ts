import type { replyTemplateEndpoints } from '@klankbord/shared/reply-templates'
import { about, nothing, type Row } from './access-row.ts'

const template = { name: 'Bedankt', text: 'Dag {{customer}}, dank je wel.' }

export const replyTemplateRows: { [Name in keyof typeof replyTemplateEndpoints]: Row } = {
  listReplyTemplates: nothing,
  createReplyTemplate: about((t) => ({ teamId: t.teamId }), template),
  changeReplyTemplate: {
    input: (t) => ({ id: t.templateId, name: 'Dank' }),
    foreign: (t) => ({ id: t.templateId, teamId: t.teamId }),
  },
  removeReplyTemplate: about((t) => ({ id: t.templateId })),
}
