import type { inboundEndpoints } from '@klankbord/shared/inbound'
import type { mailEndpoints } from '@klankbord/shared/mails'
import { systemScope } from '../src/db/scope.ts'
import { about, nothing, type Row } from './access-row.ts'

export const mailRows: { [Name in keyof typeof mailEndpoints]: Row } = {
  readMailSettings: nothing,
  tryMail: nothing,
  readMailLook: nothing,
  changeMailLook: { input: () => ({ tone: 'polite', senderName: 'Bakker', signature: 'Groet' }) },
  putMailLogo: nothing,
  removeMailLogo: nothing,
  previewMail: nothing,
  renewInboundUrl: nothing,
  checkMailSigning: { ...nothing, foreign: (t) => ({ keyId: t.signingKeyId }) },
  readMailSigning: nothing,
  makeSigningKey: nothing,
  changeMailSigning: { input: () => ({ keyId: null }), foreign: (t) => ({ keyId: t.signingKeyId }) },
  listMails: nothing,
  readMail: about((t) => ({ id: t.mailId })),
  readMailHtml: about((t) => ({ id: t.mailId })),
}

export const inboundRows: { [Name in keyof typeof inboundEndpoints]: Row } = {
  receiveMail: { input: (t) => ({ token: t.inboundToken }) },
  listBounces: nothing,
  takeBackBounce: {
    ...about((t) => ({ customerId: t.customer.id })),
    prepare: ({ db, clock }, t) =>
      db
        .within(systemScope(t.organisationId))
        .updateTable('customers')
        .set({ bouncedAt: clock().toISOString() })
        .where('id', '=', t.customer.id)
        .execute(),
  },
}
