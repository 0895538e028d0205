import type { Product } from '@klankbord/server/testing'

const password = 'een zin die werkt'

/** Invites a colleague, who accepts; gives back what they sign in with. */
export async function addColleague(product: Product, { name, email, teams = [] }: { name: string; email: string; teams?: object[] }) {
  const { body } = await product.api('POST', '/api/v1/invitations', { email, role: 'member', teams })
  const token = String(body.link).split('/').at(-1)
  await product.request('POST', `/api/v1/invitations/${token}/acceptance`, { name, password })
  return { url: product.url, owner: { email, password } }
}
