import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Time } from './fields.ts'
import { PageQuery, pageOf } from './page.ts'

/** An e-mail that was kept in the data folder because no SMTP server is set. */
export const CapturedMail = z.object({ id: z.string(), to: z.string(), subject: z.string(), at: Time })
export type CapturedMail = z.infer<typeof CapturedMail>

const MailId = z.object({ id: z.string().max(200) })

export const mailEndpoints = {
  listMails: endpoint('GET', '/api/v1/mails', { access: 'viewer' }, PageQuery, pageOf(CapturedMail)),
  readMail: endpoint(
    'GET',
    '/api/v1/mails/:id',
    { access: 'viewer' },
    MailId,
    CapturedMail.extend({ text: z.string(), html: z.string(), headers: z.array(z.tuple([z.string(), z.string()])) }),
  ),
  /** Its HTML part as a page of its own, for an iframe. */
  readMailHtml: endpoint('GET', '/api/v1/mails/:id/html', { access: 'viewer', produces: 'html' }, MailId, z.string()),
}
