import type { Product } from '@klankbord/server/testing'

export interface InvitedColleague {
  email: string
  password: string
}

/** Colleagues with an account, in these teams. */
export async function inviteColleagues(product: Product, emails: string[], teams: { teamId: string; role: string }[]): Promise<InvitedColleague[]> {
  const colleagues: InvitedColleague[] = []
  for (const email of emails) {
    const invited = await product.api('POST', '/api/v1/invitations', { email, teams })
    const token = String(invited.body.link).split('/').at(-1)
    const colleague = { email, password: 'een-lang-wachtwoord' }
    const name = email.slice(0, email.search(/[.@]/))
    const { status } = await product.request('POST', `/api/v1/invitations/${token}/acceptance`, {
      name: name[0]?.toUpperCase() + name.slice(1),
      password: colleague.password,
    })
    if (status !== 204) throw new Error(`${email} could not accept: ${status}`)
    colleagues.push(colleague)
  }
  return colleagues
}

/** Starts the product again with its clock so much later: everything that comes with time comes then. */
export async function restartAt(product: Product, moment: Date) {
  const shifted = `const D=Date,s=${moment.getTime() - Date.now()};globalThis.Date=class extends D{constructor(...a){a.length?super(...a):super(D.now()+s)}static now(){return D.now()+s}}`
  product.env.NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(shifted)}`
  await product.restart()
}
